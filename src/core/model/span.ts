/** A half-open range of UTF-16 code units in a file's text, a byte order mark not counted. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Replaces the characters of `span` by `newText`; an empty span inserts. */
export interface Edit {
	/** The file to change; the finding's own file when absent. */
	readonly file?: string;
	readonly span: Span;
	readonly newText: string;
}

/** A place in a file that a person can be sent to. */
export interface Place {
	readonly file: string;
	readonly span: Span;
}
