/** Why something could not be shown, and what a person can do about it. Sentences are already translated. */
export interface FailureView {
	/** Codicon before the message: red for what is wrong, yellow for a lock; what is only not known is grey. */
	readonly sign: 'error' | 'lock' | 'history' | 'debug-disconnect' | 'circle-slash' | 'question';
	/** The diagnosis' message, one sentence. */
	readonly message: string;
	/** Who answered what, `quay.io answered 401 UNAUTHORIZED`. */
	readonly evidence: readonly string[];
	/** `login` needs `host`. */
	readonly actions: readonly ('retry' | 'login' | 'showOutput')[];
	readonly host?: string;
}
