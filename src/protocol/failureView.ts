/** Why something could not be shown, and what a person can do about it. Sentences are already translated. */
export interface FailureView {
	/** The diagnosis' message, one sentence. */
	readonly message: string;
	/** Who answered what, `quay.io answered 401 UNAUTHORIZED`. */
	readonly evidence: readonly string[];
	/** `login` needs `host`. */
	readonly actions: readonly ('retry' | 'login' | 'showOutput')[];
	readonly host?: string;
}
