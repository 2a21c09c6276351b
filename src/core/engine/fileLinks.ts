/** Which files lead to which, over all files: who builds a Dockerfile, who loads a Compose file. */
export interface FileLinks<Link> {
	/** Replaces the links that a file makes; returns the targets for which something changed. */
	update(caller: string, links: readonly Link[]): readonly string[];
	/** The links to a file, by path of the caller and its order. */
	of(target: string): readonly Link[];
}

/** An empty set of links; `targetOf` says where one leads. */
export function fileLinks<Link>(targetOf: (link: Link) => string): FileLinks<Link> {
	const byCaller = new Map<string, ReadonlyMap<string, readonly Link[]>>();
	const callers = new Map<string, Set<string>>();
	return {
		update(caller, links) {
			const before = byCaller.get(caller) ?? new Map<string, readonly Link[]>();
			const after = grouped(links, targetOf);
			if (after.size > 0) { byCaller.set(caller, after); } else { byCaller.delete(caller); }
			const changed: string[] = [];
			for (const target of new Set([...before.keys(), ...after.keys()])) {
				if (JSON.stringify(before.get(target)) === JSON.stringify(after.get(target))) { continue; }
				const of = callers.get(target) ?? new Set();
				if (after.has(target)) { of.add(caller); } else { of.delete(caller); }
				if (of.size > 0) { callers.set(target, of); } else { callers.delete(target); }
				changed.push(target);
			}
			return changed;
		},
		of(target) {
			const from = callers.get(target);
			return from ? [...from].sort().flatMap(caller => byCaller.get(caller)?.get(target) ?? []) : [];
		},
	};
}

function grouped<Link>(links: readonly Link[], targetOf: (link: Link) => string): Map<string, Link[]> {
	const found = new Map<string, Link[]>();
	for (const link of links) {
		const target = targetOf(link);
		const same = found.get(target);
		if (same) { same.push(link); } else { found.set(target, [link]); }
	}
	return found;
}
