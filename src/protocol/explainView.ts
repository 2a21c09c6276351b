/** *Explain error* as data. Sentences are already translated; log text is raw, with secrets already replaced by `•••`. */
export interface ExplainView {
	/** What was run, when known. */
	readonly command?: string;
	/** ISO 8601. */
	readonly at: string;
	/** Lines of output that were read. */
	readonly lines: number;
	readonly causes: readonly ExplainCause[];
}

/** One thing that may have gone wrong, with everything known about it. */
export interface ExplainCause {
	readonly id: string;
	/** Diagnosis code. */
	readonly code: string;
	readonly severity: 'error' | 'warning' | 'info';
	/** One sentence. */
	readonly message: string;
	/** How to tell this cause from the others; empty when there is one. */
	readonly distinguish: readonly string[];
	readonly evidence: readonly EvidenceLine[];
	readonly places: readonly ExplainPlace[];
	/** In order; the first is primary. */
	readonly actions: readonly ExplainAction[];
}

/** A line of the log; `marks` are the offsets (UTF-16, end exclusive) that matched. */
export interface EvidenceLine {
	/** From 1. */
	readonly line: number;
	readonly text: string;
	readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** A place in the workspace that decides about a cause. */
export interface ExplainPlace {
	readonly id: string;
	/** Relative path. */
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** The text of that line. */
	readonly text: string;
}

/** A button under a cause. */
export interface ExplainAction {
	readonly id: string;
	readonly kind: 'fix' | 'copy' | 'why';
	/** Title of the fix; empty for the words *Copy command* and *Why*. */
	readonly title: string;
}
