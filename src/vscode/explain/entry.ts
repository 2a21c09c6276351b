import type { ExplainMatch } from '../../core/explain/createExplainer.ts';
import type { ExplainView } from '../../protocol/explainView.ts';

/** One explained piece of output. */
export interface Entry {
	readonly type: 'entry';
	readonly id: string;
	/** What was run, when the terminal said so. */
	readonly command?: string;
	/** ISO 8601. */
	readonly at: string;
	readonly matches: readonly ExplainMatch[];
	readonly view: ExplainView;
}

/** One cause under an entry. */
export interface Cause {
	readonly type: 'cause';
	readonly entry: Entry;
	readonly index: number;
}
