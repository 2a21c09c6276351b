import type { Investigation } from '../../core/engine/investigate.ts';
import type { Message } from '../../core/model/index.ts';
import type { ExplainView } from '../../protocol/explainView.ts';
import type { EditTarget } from '../useTarget.ts';

/** A cause with the changes of files that help against it. */
export interface ExplainedCause extends Investigation {
	readonly fixes: readonly { readonly title: Message; readonly target: EditTarget }[];
}

/** One explained piece of output. */
export interface Entry {
	readonly type: 'entry';
	readonly id: string;
	/** What was run, when the terminal said so. */
	readonly command?: string;
	/** ISO 8601. */
	readonly at: string;
	readonly causes: readonly ExplainedCause[];
	readonly view: ExplainView;
}

/** One cause under an entry. */
export interface Cause {
	readonly type: 'cause';
	readonly entry: Entry;
	readonly index: number;
}
