/** Answers by question, each for its own time; the oldest go first when there are too many. */
export interface MemoryCache<T> {
	/** Only while it is fresh. */
	get(key: string): T | undefined;
	/** Also when it is old. */
	peek(key: string): T | undefined;
	set(key: string, value: T, forMs: number): void;
	delete(key: string): void;
	clear(): void;
	keys(): Iterable<string>;
}

/** `size` bounds the bytes as `weigh` sees them. */
export function createMemoryCache<T>(clock: () => number, size: number, weigh: (value: T) => number = () => 1): MemoryCache<T> {
	const entries = new Map<string, { readonly value: T; readonly until: number; readonly weight: number }>();
	let total = 0;
	const remove = (key: string): void => {
		const entry = entries.get(key);
		if (entry && entries.delete(key)) { total -= entry.weight; }
	};
	return {
		get(key) {
			const entry = entries.get(key);
			return entry && entry.until > clock() ? entry.value : undefined;
		},
		peek: key => entries.get(key)?.value,
		set(key, value, forMs) {
			remove(key);
			const weight = weigh(value);
			entries.set(key, { value, until: clock() + forMs, weight });
			total += weight;
			for (const oldest of entries.keys()) {
				if (total <= size || oldest === key) { break; }
				remove(oldest);
			}
		},
		delete: remove,
		clear() { entries.clear(); total = 0; },
		keys: () => [...entries.keys()],
	};
}
