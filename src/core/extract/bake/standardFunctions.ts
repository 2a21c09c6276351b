import { formatEach, formatText } from './formatText.ts';
import { regexAll, regexMatch, regexReplace } from './portableRegex.ts';
import { indexed, isList, quotient, textOfValue } from './value.ts';
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
	['divide', numbers(quotient)],
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
	['parseint', ([one, base]) =>
		typeof one === 'string' && ((base === 10 && /^-?\d+$/.test(one)) || (base === 16 && /^-?[\da-f]+$/i.test(one)))
			? Number.parseInt(one, base)
			: undefined],
	['pow', numbers((a, b) => Number.isInteger(a) && Number.isInteger(b) && b >= 0 ? whole(a ** b) : undefined)],
	['signum', ([one]) => typeof one === 'number' ? Math.sign(one) : undefined],
	['indent', ([width, one]) =>
		typeof width === 'number' && width >= 0 && width <= 100 && typeof one === 'string' ? one.replaceAll('\n', `\n${' '.repeat(width)}`) : undefined],
	['hasindex', ([list, at]) => isList(list) && typeof at === 'number' ? list[at] !== undefined : undefined],
	['chunklist', ([list, size]) =>
		isList(list) && typeof size === 'number' && size >= 1
			? list.flatMap((_, index) => index % size === 0 ? [list.slice(index, index + size)] : [])
			: undefined],
	['zipmap', ([keys, items]) =>
		isList(keys) && isList(items) && keys.length === items.length ? Object.fromEntries(keys.map((key, index) => [String(key), items[index]!])) : undefined],
	['setproduct', product],
	['urlencode', text(one => encodeURIComponent(one).replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('%20', '+'))],
	['setunion', sets((a, b) => [...a, ...b])],
	['setintersection', sets((a, b) => a.filter(item => b.includes(item)))],
	['setsubtract', sets((a, b) => a.filter(item => !b.includes(item)))],
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
	['formatlist', ([pattern, ...args]) => typeof pattern === 'string' ? formatEach(pattern, args) : undefined],
	['basename', text(one => /^\/+$/.test(one) ? '/' : one.replace(/\/+$/, '').split('/').at(-1)! || '.')],
	['dirname', text(one => one.includes('/') ? one.slice(0, one.lastIndexOf('/')).replace(/\/+$/, '') || '/' : '.')],
	['indexof', ([list, item]) => isList(list) ? found(list.findIndex(one => same(one, item))) : undefined],
	['base64encode', text(one => Buffer.from(one).toString('base64'))],
	['base64decode', text(one => Buffer.from(one, 'base64').toString())],
	['sanitize', text(one => one.replace(/[^a-zA-Z0-9_-]/g, '_'))],
	['regex', ([pattern, one]) => regexMatch(pattern, one)],
	['regexall', ([pattern, one]) => regexAll(pattern, one)],
	['regex_replace', ([one, pattern, by]) => regexReplace(one, pattern, by)],
	['upper', text(one => one.toUpperCase())],
	['lower', text(one => one.toLowerCase())],
	['title', text(one => one.replace(/(?<![\p{L}\p{N}_])\p{L}/gu, letter => letter.toUpperCase()))],
	['trimspace', text(one => one.trim())],
	['chomp', text(one => one.replace(/(?:\r?\n)+$/, ''))],
	['strlen', ([one]) => typeof one === 'string' ? [...one].length : undefined],
	['trimprefix', ([one, prefix]) =>
		typeof one === 'string' && typeof prefix === 'string' ? (one.startsWith(prefix) ? one.slice(prefix.length) : one) : undefined],
	['trimsuffix', ([one, suffix]) =>
		typeof one === 'string' && typeof suffix === 'string' ? (suffix !== '' && one.endsWith(suffix) ? one.slice(0, -suffix.length) : one) : undefined],
	['trim', ([one, set]) => typeof one === 'string' && typeof set === 'string' ? trimSet(one, set) : undefined],
	['replace', ([one, from, to]) =>
		typeof one === 'string' && typeof from === 'string' && typeof to === 'string' ? one.replaceAll(from, () => to) : undefined],
	['substr', ([one, at, length]) => typeof one === 'string' && typeof at === 'number' && typeof length === 'number' ? substr(one, at, length) : undefined],
	['split', ([separator, one]) => typeof separator === 'string' && typeof one === 'string' ? one.split(separator) : undefined],
	['join', ([separator, ...lists]) => typeof separator === 'string' ? join(separator, lists) : undefined],
	['format', ([pattern, ...args]) => typeof pattern === 'string' ? formatText(pattern, args) : undefined],
	['concat', lists => lists.every(isList) ? lists.flat() : undefined],
	['compact', ([list]) => isList(list) ? list.filter(item => item !== '' && item !== null) : undefined],
	['distinct', ([list]) => isList(list) ? [...new Set(list)] : undefined],
	['length', ([list]) => isList(list) ? list.length : typeof list === 'object' && list ? Object.keys(list).length : undefined],
	['element', ([list, at]) => isList(list) && typeof at === 'number' && list.length > 0 ? list[at % list.length] : undefined],
	['index', ([list, at]) => isList(list) && typeof at === 'number' ? list[at] : undefined],
	['contains', ([list, item]) => isList(list) ? list.some(one => same(one, item)) : undefined],
	['lookup', ([map, key, otherwise]) =>
		map && typeof map === 'object' && !isList(map) && typeof key === 'string' ? (map as Readonly<Record<string, Value>>)[key] ?? otherwise : undefined],
	['coalesce', args => args.find(arg => arg !== null)],
	['try', args => args[0]],
	['can', () => true],
]);

function text(change: (one: string) => string): StandardFunction {
	return ([one]) => typeof one === 'string' ? change(one) : undefined;
}

function numbers(change: (a: number, b: number) => number | undefined): StandardFunction {
	return ([a, b]) => typeof a === 'number' && typeof b === 'number' ? change(a, b) : undefined;
}

/** Equality of HCL: a number is no text of one, lists and objects are what they hold. */
export function same(a: Value | undefined, b: Value | undefined): boolean {
	if (isList(a) && isList(b)) { return a.length === b.length && a.every((item, index) => same(item, b[index])); }
	if (!isMap(a) || !isMap(b)) { return a === b; }
	return Object.keys(a).length === Object.keys(b).length && Object.keys(a).every(key => same(a[key], indexed(b, key)));
}

/** Sets are lists in the order of their texts, each text once. */
function sets(combine: (a: readonly Value[], b: readonly Value[]) => readonly Value[]): StandardFunction {
	return lists => lists.length > 0 && lists.every(list => isList(list) && list.every(item => typeof item === 'string'))
		? [...new Set((lists as readonly (readonly Value[])[]).reduce(combine))].sort() : undefined;
}

function product(lists: readonly Value[]): Value | undefined {
	if (lists.length === 0 || !lists.every(isList) || lists.reduce((count, list) => count * list.length, 1) > longestRange) { return undefined; }
	return lists.reduce<readonly (readonly Value[])[]>((found, list) => found.flatMap(one => list.map(item => [...one, item])), [[]]);
}

function isMap(value: Value | undefined): value is Readonly<Record<string, Value>> {
	return typeof value === 'object' && value !== null && !isList(value);
}

function found(index: number): number | undefined {
	return index === -1 ? undefined : index;
}

function whole(result: number): number | undefined {
	return Number.isSafeInteger(result) ? result : undefined;
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
	const letters = [...one];
	const from = at < 0 ? Math.max(0, letters.length + at) : at;
	return letters.slice(from, length < 0 ? undefined : from + length).join('');
}

function join(separator: string, lists: readonly Value[]): string | undefined {
	const items = lists.flatMap(list => isList(list) ? list : [list]).map(textOfValue);
	return items.every(item => item !== undefined) ? items.join(separator) : undefined;
}
