import { evaluate, functionScope, rounds } from './evaluate.ts';
import type { BakeScope, Placed } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { isList } from './value.ts';
import type { Value } from './value.ts';

/** One text of a list where it is written, and what the names in it mean there. */
export interface ListItem {
	readonly value: Expression;
	readonly scope: BakeScope;
}

const deepest = 20;
const mostSteps = 2000;
const together: ReadonlySet<string> = new Set(['concat', 'compact', 'distinct', 'flatten']);

/**
 * The single texts of a list, wherever in the file they are written: variables, functions, other targets' attributes, `for`, conditions and
 * functions that put lists together are followed. A lone text is a list of one; of a condition that nobody knows both branches count.
 */
export function listItems(expression: Expression | undefined, scope: BakeScope, file: string): readonly ListItem[] {
	return expression ? itemsOf({ value: expression, scope }, file, 0, { left: mostSteps }) : [];
}

/** Loops in loops multiply: what is left of the steps that one list may take. */
interface Budget { left: number }

function itemsOf(item: ListItem, file: string, depth: number, budget: Budget): readonly ListItem[] {
	const { value: expression, scope } = item;
	if (depth > deepest || budget.left-- <= 0) { return []; }
	const inner = (value: Expression, within = scope): readonly ListItem[] => itemsOf({ value, scope: within }, file, depth + 1, budget);
	switch (expression.kind) {
		case 'list': return expression.items.flatMap(one => inner(one));
		case 'condition': {
			const test = evaluate(expression.test, scope, { variables: [], calls: 0 });
			return typeof test === 'boolean' ? inner(test ? expression.yes : expression.no) : [...inner(expression.yes), ...inner(expression.no)];
		}
		case 'for': {
			const scopes = rounds(expression, scope, { variables: [], calls: 0 });
			return scopes ? scopes.flatMap(one => inner(expression.value, one)) : [item];
		}
		case 'call': {
			if (together.has(expression.name)) { return expression.args.flatMap(one => inner(one)); }
			const own = scope.userFunction(expression.name);
			const values = expression.args.map(arg => evaluate(arg, scope, { variables: [], calls: 0 }));
			if (!own || expression.spread || !values.every((value): value is Value => value !== undefined)) { return [item]; }
			const inside = functionScope(own, values, scope);
			return isListOf(own.result, inside, file) ? inner(own.result.value, inside) : [item];
		}
		case 'reference': {
			const [name, target, attribute, ...more] = expression.path;
			if (name === undefined || scope.locals.has(name)) { return [item]; }
			const found = target === undefined
				? scope.definition(name)
				: name === 'target' && attribute !== undefined && more.length === 0 ? scope.attribute(target, attribute)
				: undefined;
			return found && isListOf(found, scope, file) ? inner(found.value) : [item];
		}
		case 'literal': return expression.value === null ? [] : [item];
		case 'unknown': return [];
		default: return [item];
	}
}

/** A list of another file has no places in this one. */
function isListOf({ value, path }: Placed, scope: BakeScope, file: string): boolean {
	if (path !== file) { return false; }
	return value.kind === 'list' || value.kind === 'for' || isList(evaluate(value, scope, { variables: [], calls: 0 }));
}
