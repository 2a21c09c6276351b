/** Writes that nobody waits for until the end: answers come before the disk. */
export interface PendingWrites {
	add(write: Promise<void> | undefined): void;
	/** All that were added have ended. */
	settled(): Promise<void>;
}

/** Writes must not fail: a cache that cannot write keeps nothing. */
export function createPendingWrites(): PendingWrites {
	const writing = new Set<Promise<void>>();
	return {
		add(write) {
			if (!write) { return; }
			writing.add(write);
			void write.finally(() => writing.delete(write));
		},
		async settled() { await Promise.all(writing); },
	};
}
