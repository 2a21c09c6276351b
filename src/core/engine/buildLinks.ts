import type { BuildLink } from '../model/index.ts';

/** Who builds which Dockerfile, over all files. */
export interface BuildLinks {
	/** Replaces the links that a file makes; returns the Dockerfiles for which something changed. */
	update(caller: string, builds: readonly BuildLink[]): readonly string[];
	/** The links to a Dockerfile, by path of the caller and its order. */
	of(dockerfile: string): readonly BuildLink[];
}

/** An empty set of links. */
export function buildLinks(): BuildLinks {
	const byCaller = new Map<string, ReadonlyMap<string, readonly BuildLink[]>>();
	const callers = new Map<string, Set<string>>();
	return {
		update(caller, builds) {
			const before = byCaller.get(caller) ?? new Map<string, readonly BuildLink[]>();
			const after = byDockerfile(builds);
			if (after.size > 0) { byCaller.set(caller, after); } else { byCaller.delete(caller); }
			const changed: string[] = [];
			for (const dockerfile of new Set([...before.keys(), ...after.keys()])) {
				if (JSON.stringify(before.get(dockerfile)) === JSON.stringify(after.get(dockerfile))) { continue; }
				const of = callers.get(dockerfile) ?? new Set();
				if (after.has(dockerfile)) { of.add(caller); } else { of.delete(caller); }
				if (of.size > 0) { callers.set(dockerfile, of); } else { callers.delete(dockerfile); }
				changed.push(dockerfile);
			}
			return changed;
		},
		of(dockerfile) {
			const from = callers.get(dockerfile);
			return from ? [...from].sort().flatMap(caller => byCaller.get(caller)?.get(dockerfile) ?? []) : [];
		},
	};
}

function byDockerfile(builds: readonly BuildLink[]): Map<string, BuildLink[]> {
	const found = new Map<string, BuildLink[]>();
	for (const build of builds) {
		const same = found.get(build.dockerfile);
		if (same) { same.push(build); } else { found.set(build.dockerfile, [build]); }
	}
	return found;
}
