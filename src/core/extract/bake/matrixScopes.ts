import { evaluate } from './evaluate.ts';
import type { BakeScope } from './evaluate.ts';
import type { Expression } from './expression.ts';
import type { Value } from './value.ts';

const mostCombinations = 64;

/** One scope for each combination of a target's matrix; the scope itself when there is none, or when its lists are not known. */
export function matrixScopes(matrix: Expression | undefined, scope: BakeScope): readonly BakeScope[] {
	const value = matrix && evaluate(matrix, scope, { variables: [], calls: 0 });
	if (!value || typeof value !== 'object' || Array.isArray(value)) { return [scope]; }
	let combinations: readonly ReadonlyMap<string, Value>[] = [new Map()];
	for (const [name, items] of Object.entries(value as Readonly<Record<string, Value>>)) {
		if (!Array.isArray(items)) { return [scope]; }
		combinations = combinations.flatMap(one => (items as readonly Value[]).map(item => new Map(one).set(name, item))).slice(0, mostCombinations);
	}
	return combinations.map(locals => ({ ...scope, locals }));
}
