import type { Grounds } from './lookup.ts';
import type { Message } from './message.ts';
import type { Edit, Place, Span } from './span.ts';

/** `error`: everyone's next pull fails; `warning`: it depends; `info` and `hint`: advice. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What a fix does when it is not an edit. */
export type FixAction =
	| { readonly type: 'login'; readonly host: string }
	| { readonly type: 'terminal'; readonly text: string }
	| { readonly type: 'copy'; readonly text: string }
	| { readonly type: 'open'; readonly url: string };

/** One way out. Fixes with edits come first; the first of a finding is the preferred one. */
export interface Fix {
	readonly title: Message;
	readonly edits: readonly Edit[];
	readonly action?: FixAction;
	/** `--fix` and source.fixAll may apply it without a person looking. */
	readonly safe: boolean;
}

/** A known problem seen at a place. Plain data. */
export interface Finding {
	readonly file: string;
	readonly span: Span;
	readonly code: string;
	readonly severity: Severity;
	readonly message: Message;
	readonly fixes: readonly Fix[];
	readonly evidence: readonly Grounds[];
	/** The value that was looked up, where the place can take several. */
	readonly value?: string;
	/** Places that decide: the ARG, the service, the command. */
	readonly related: readonly (Place & { readonly message: Message })[];
}
