import { evaluate } from './evaluate.ts';
import type { BakeScope, Placed } from './evaluate.ts';
import type { Expression } from './expression.ts';

/** One entry of an object where it is written, and the file it stands in. */
export interface ObjectEntry {
	readonly key: string;
	readonly value: Expression;
	readonly path: string;
}

const deepest = 20;

/**
 * The entries of an object wherever they are written: variables, other targets' attributes, conditions and `merge` are followed, so that
 * a value that nobody knows hides none of the others. `undefined` when it is made in another way. Of equal keys the last counts.
 */
export function objectEntries({ value: expression, path }: Placed, scope: BakeScope, depth = 0): readonly ObjectEntry[] | undefined {
	const inner = (value: Expression): readonly ObjectEntry[] | undefined => objectEntries({ value, path }, scope, depth + 1);
	if (depth > deepest) { return undefined; }
	switch (expression.kind) {
		case 'object': return lastOfEach(expression.entries.map(({ key, value }) => ({ key, value, path })));
		case 'literal': return expression.value === null ? [] : undefined;
		case 'condition': {
			const test = evaluate(expression.test, scope, { variables: [], calls: 0 });
			return typeof test === 'boolean' ? inner(test ? expression.yes : expression.no) : undefined;
		}
		case 'call': {
			const parts = expression.name === 'merge' && !expression.spread ? expression.args.map(inner) : [undefined];
			return parts.every(part => part !== undefined) ? lastOfEach(parts.flat()) : undefined;
		}
		case 'reference': {
			const [name, target, attribute, ...more] = expression.path;
			if (name === undefined || scope.locals.has(name)) { return undefined; }
			const found = target === undefined
				? scope.definition(name)
				: name === 'target' && attribute !== undefined && more.length === 0 ? scope.attribute(target, attribute)
				: undefined;
			return found && objectEntries(found, scope, depth + 1);
		}
		default: return undefined;
	}
}

function lastOfEach(entries: readonly ObjectEntry[]): readonly ObjectEntry[] {
	return [...new Map(entries.map(entry => [entry.key, entry])).values()];
}
