import type { Choice, Fork } from '../shellScope.ts';

/** `ifeq … else … endif`: which branch an assignment stands in. */
export interface Branch {
	readonly fork: Condition;
	readonly way: number;
}

/** A condition of a Makefile; `ways` counts its branches, with the one that nothing is written for. */
export interface Condition extends Fork {
	ways: number;
}

/** What counts for a variable on one way through the conditions of a file. */
export interface World<Assigned> {
	/** The last one, and what is added to it; none where nothing is set. */
	readonly assignments: readonly Assigned[];
	readonly when: Choice['when'];
}

/** More ways than these are read as one that nobody knows. */
const most = 16;

/**
 * The last assignment on each way through the conditions, in the order of the branches; `keeps` tells of one that changes nothing where
 * there is a value, `adds` of one that adds to it. `undefined` when there are too many.
 */
export function worldsOf<Assigned extends { readonly branches: readonly Branch[] }>(
	all: readonly Assigned[],
	keeps: (assignment: Assigned) => boolean,
	adds: (assignment: Assigned) => boolean,
): readonly World<Assigned>[] | undefined {
	let worlds: readonly World<Assigned>[] = [{ assignments: [], when: new Map() }];
	for (const assignment of all) {
		worlds = worlds.flatMap(world => split(world, assignment, keeps(assignment), adds(assignment)));
		if (worlds.length > most) { return undefined; }
	}
	return worlds;
}

function split<Assigned extends { readonly branches: readonly Branch[] }>(
	world: World<Assigned>,
	assignment: Assigned,
	keeps: boolean,
	adds: boolean,
): readonly World<Assigned>[] {
	if (keeps && world.assignments.length > 0) { return [world]; }
	const others: World<Assigned>[] = [];
	let when = world.when;
	for (const { fork, way } of assignment.branches) {
		const known = when.get(fork);
		if (known !== undefined && known !== way) { return [world]; }
		if (known === undefined) {
			for (let other = 0; other < fork.ways; other++) {
				if (other !== way) { others.push({ ...world, when: new Map([...when, [fork, other]]) }); }
			}
		}
		when = new Map([...when, [fork, way]]);
	}
	return [{ assignments: adds ? [...world.assignments, assignment] : [assignment], when }, ...others];
}
