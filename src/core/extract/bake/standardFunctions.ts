import { regexMatch, regexReplace } from './portableRegex.ts';
import { isList, textOfValue } from './value.ts';
import type { Value } from './value.ts';

type StandardFunction = (args: readonly Value[]) => Value | undefined;

/** The functions of bake's standard library that depend on nothing but their arguments; `undefined` where they do not fit. */
export const standardFunctions: ReadonlyMap<string, StandardFunction> = new Map<string, StandardFunction>([
	['and', ([a, b]) => a === true && b === true],
	['or', ([a, b]) => a === true || b === true],
	['not', ([a]) => typeof a === 'boolean' ? !a : undefined],
	['equal', ([a, b]) => same(a, b)],
	['notequal', ([a, b]) => !same(a, b)],
	['add', numbers((a, b) => a + b)],
	['subtract', numbers((a, b) => a - b)],
	['multiply', numbers((a, b) => a * b)],
	['divide', numbers((a, b) => b === 0 ? undefined : a / b)],
	['modulo', numbers((a, b) => b === 0 ? undefined : a % b)],
	['lessthan', ([a, b]) => typeof a === 'number' && typeof b === 'number' ? a < b : undefined],
	['lessthanorequalto', ([a, b]) => typeof a === 'number' && typeof b === 'number' ? a <= b : undefined],
	['greaterthan', ([a, b]) => typeof a === 'number' && typeof b === 'number' ? a > b : undefined],
	['greaterthanorequalto', ([a, b]) => typeof a === 'number' && typeof b === 'number' ? a >= b : undefined],
	['negate', ([a]) => typeof a === 'number' ? -a : undefined],
	['absolute', ([a]) => typeof a === 'number' ? Math.abs(a) : undefined],
	['int', ([a]) => typeof a === 'number' ? Math.trunc(a) : undefined],
	['ceil', ([a]) => typeof a === 'number' ? Math.ceil(a) : undefined],
	['floor', ([a]) => typeof a === 'number' ? Math.floor(a) : undefined],
	['max', args => args.every(arg => typeof arg === 'number') ? Math.max(...args) : undefined],
	['min', args => args.every(arg => typeof arg === 'number') ? Math.min(...args) : undefined],
	['parseint', ([one, base]) => typeof one === 'string' && base === 10 && /^-?\d+$/.test(one) ? Number(one) : undefined],
	['reverse', text(one => [...one].reverse().join(''))],
	['reverselist', ([list]) => isList(list) ? list.toReversed() : undefined],
	['slice', ([list, from, to]) => isList(list) && typeof from === 'number' && typeof to === 'number' ? list.slice(from, to) : undefined],
	['flatten', ([list]) => isList(list) ? (list as readonly unknown[]).flat(Infinity) as Value[] : undefined],
	['sort', ([list]) => isList(list) && list.every(item => typeof item === 'string') ? list.toSorted((a, b) => a < b ? -1 : a > b ? 1 : 0) : undefined],
	['range', ranged],
	['keys', ([map]) => isMap(map) ? Object.keys(map).sort() : undefined],
	['values', ([map]) => isMap(map) ? Object.keys(map).sort().map(key => map[key]!) : undefined],
	['merge', maps => maps.every(isMap) ? Object.assign({}, ...maps) as Value : undefined],
	['coalescelist', lists => lists.find(list => isList(list) && list.length > 0)],
	['formatlist', ([pattern, list]) => typeof pattern === 'string' && isList(list) ? known(list.map(item => format(pattern, [item]))) : undefined],
	['basename', text(one => one.replace(/\/+$/, '').split('/').at(-1)!)],
	['dirname', text(one => one.includes('/') ? one.slice(0, one.lastIndexOf('/')) || '/' : '.')],
	['indexof', ([list, item]) => isList(list) ? found(list.findIndex(one => same(one, item))) : undefined],
	['base64encode', text(one => Buffer.from(one).toString('base64'))],
	['base64decode', text(one => Buffer.from(one, 'base64').toString())],
	['sanitize', text(one => one.replace(/[^a-zA-Z0-9_-]/g, '_'))],
	['regex', ([pattern, one]) => regexMatch(pattern, one)],
	['regex_replace', ([one, pattern, by]) => regexReplace(one, pattern, by)],
	['upper', text(one => one.toUpperCase())],
	['lower', text(one => one.toLowerCase())],
	['title', text(one => one.replace(/\b\p{L}/gu, letter => letter.toUpperCase()))],
	['trimspace', text(one => one.trim())],
	['chomp', text(one => one.replace(/(?:\r?\n)+$/, ''))],
	['strlen', ([one]) => typeof one === 'string' ? [...one].length : undefined],
	['trimprefix', ([one, prefix]) => typeof one === 'string' && typeof prefix === 'string' ? (one.startsWith(prefix) ? one.slice(prefix.length) : one) : undefined],
	['trimsuffix', ([one, suffix]) => typeof one === 'string' && typeof suffix === 'string' ? (suffix !== '' && one.endsWith(suffix) ? one.slice(0, -suffix.length) : one) : undefined],
	['trim', ([one, set]) => typeof one === 'string' && typeof set === 'string' ? trimSet(one, set) : undefined],
	['replace', ([one, from, to]) => typeof one === 'string' && typeof from === 'string' && typeof to === 'string' ? one.replaceAll(from, () => to) : undefined],
	['substr', ([one, at, length]) => typeof one === 'string' && typeof at === 'number' && typeof length === 'number' ? substr(one, at, length) : undefined],
	['split', ([separator, one]) => typeof separator === 'string' && typeof one === 'string' ? one.split(separator) : undefined],
	['join', ([separator, ...lists]) => typeof separator === 'string' ? join(separator, lists) : undefined],
	['format', ([pattern, ...args]) => typeof pattern === 'string' ? format(pattern, args) : undefined],
	['concat', lists => lists.every(isList) ? lists.flat() : undefined],
	['compact', ([list]) => isList(list) ? list.filter(item => item !== '' && item !== null) : undefined],
	['distinct', ([list]) => isList(list) ? [...new Set(list)] : undefined],
	['length', ([list]) => isList(list) ? list.length : typeof list === 'object' && list ? Object.keys(list).length : undefined],
	['element', ([list, at]) => isList(list) && typeof at === 'number' && list.length > 0 ? list[at % list.length] : undefined],
	['index', ([list, at]) => isList(list) && typeof at === 'number' ? list[at] : undefined],
	['contains', ([list, item]) => isList(list) ? list.some(one => same(one, item)) : undefined],
	['lookup', ([map, key, otherwise]) => map && typeof map === 'object' && !isList(map) && typeof key === 'string' ? (map as Readonly<Record<string, Value>>)[key] ?? otherwise : undefined],
	['coalesce', args => args.find(arg => arg !== null)],
	['try', args => args[0]],
	['can', () => true],
	['tostring', ([one]) => textOfValue(one)],
]);

function text(change: (one: string) => string): StandardFunction {
	return ([one]) => typeof one === 'string' ? change(one) : undefined;
}

function numbers(change: (a: number, b: number) => number | undefined): StandardFunction {
	return ([a, b]) => typeof a === 'number' && typeof b === 'number' ? change(a, b) : undefined;
}

/** Equality of HCL, which compares a number with the text of one. */
export function same(a: Value | undefined, b: Value | undefined): boolean {
	return a === b || (typeof a !== 'object' && typeof b !== 'object' && String(a) === String(b));
}

function isMap(value: Value | undefined): value is Readonly<Record<string, Value>> {
	return typeof value === 'object' && value !== null && !isList(value);
}

function known(values: readonly (Value | undefined)[]): Value | undefined {
	return values.every(value => value !== undefined) ? values : undefined;
}

function found(index: number): number | undefined {
	return index === -1 ? undefined : index;
}

const longestRange = 500;

function ranged(args: readonly Value[]): Value | undefined {
	if (!args.every(arg => typeof arg === 'number')) { return undefined; }
	const [start, end, step] = args.length === 1 ? [0, args[0]!, 1] : [args[0] ?? 0, args[1] ?? 0, args[2] ?? 1];
	const count = Math.ceil((end - start) / step);
	return step > 0 && count <= longestRange ? Array.from({ length: Math.max(0, count) }, (_, index) => start + index * step) : undefined;
}

function trimSet(one: string, set: string): string {
	let start = 0;
	let end = one.length;
	while (start < end && set.includes(one[start]!)) { start++; }
	while (end > start && set.includes(one[end - 1]!)) { end--; }
	return one.slice(start, end);
}

function substr(one: string, at: number, length: number): string {
	const from = at < 0 ? Math.max(0, one.length + at) : at;
	return length < 0 ? one.slice(from) : one.slice(from, from + length);
}

function join(separator: string, lists: readonly Value[]): string | undefined {
	const items = lists.flatMap(list => isList(list) ? list : [list]).map(textOfValue);
	return items.every(item => item !== undefined) ? items.join(separator) : undefined;
}

function format(pattern: string, args: readonly Value[]): string | undefined {
	let next = 0;
	let known = true;
	const result = pattern.replace(/%(%|[sdvq])/g, (_, verb: string) => {
		if (verb === '%') { return '%'; }
		const one = textOfValue(args[next++]);
		if (one === undefined) { known = false; return ''; }
		return verb === 'q' ? JSON.stringify(one) : one;
	});
	return known && !/%[^%]/.test(pattern.replace(/%[%sdvq]/g, '')) ? result : undefined;
}
