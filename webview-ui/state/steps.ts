/** Work that can be left and taken up again at each `yield`. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does the whole work now. */
export function atOnce<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) { return step.value; }
	}
}
