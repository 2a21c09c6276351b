import { argumentSpans } from './argumentSpans.ts';
import { patternReplaced, patternStem, unknown, wordsOf } from './expandMake.ts';
import type { Expanded, MakeNames } from './expandMake.ts';

/** More rounds than these are no list that somebody has written. */
const most = 50;

/** What a function of make gives (GNU make manual, chapter 8); `undefined` for a name that is no function. What depends on the run is open. */
export function makeFunction(
	name: string,
	written: string,
	names: MakeNames,
	expand: (text: string) => Expanded,
	expandWith: (text: string, names: MakeNames) => Expanded,
): Expanded | undefined {
	const [first = '', ...others] = argumentSpans(written).map(({ start, end }) => written.slice(start, end));
	switch (name) {
		case 'if': return choice(first, others, names, expand);
		case 'or': return firstNonEmpty([first, ...others], names, expand);
		case 'and': {
			const all = [first, ...others].map(expand);
			return all.find(({ value, open }) => open.length > 0 || value.trim() === '') ?? all.at(-1);
		}
		case 'foreach': return eachOf(first, others, names, expand, expandWith);
		case 'call': return called(first, others, names, expand, expandWith);
		case 'shell': {
			const command = expand(written);
			const echoed = /^\s*echo\s+(["']?)([\w./:@-]+)\1\s*$/.exec(command.value)?.[2];
			return command.open.length === 0 && echoed !== undefined ? { ...command, value: echoed } : unknown('$(shell)');
		}
		case 'eval': expand(written); return empty;
		case 'info': case 'warning': case 'error': return empty;
		case 'origin': case 'flavor': case 'value': case 'wildcard': case 'realpath': case 'abspath': case 'file': case 'let': case 'guile':
			return unknown(`$(${name})`);
		default: {
			const compute = Object.hasOwn(pure, name) ? pure[name] : undefined;
			if (!compute) { return undefined; }
			const all = [first, ...others].map(expand);
			const open = all.flatMap(each => each.open);
			return open.length > 0
				? { value: '', open, environmentDependent: false }
				: { value: compute(all.map(({ value }) => value)), open, environmentDependent: all.some(each => each.environmentDependent) };
		}
	}
}

const empty: Expanded = { value: '', open: [], environmentDependent: false };

/** The name of a condition among the names of variables; see {@link MakeNames}. */
export function conditionName(condition: string): string {
	return `?${condition.trim()}`;
}

function choice(condition: string, [then = '', otherwise = '']: readonly string[], names: MakeNames, expand: (text: string) => Expanded): Expanded {
	const asked = expand(condition);
	const decided = asked.open.length === 0 && !asked.environmentDependent ? asked.value : undefined;
	const given = decided === undefined ? names.get(conditionName(condition)) : undefined;
	const value = decided ?? (given && given !== 'unknown' && given.open.length === 0 ? given.value : undefined);
	return value === undefined ? unknown(conditionName(condition)) : expand(value.trim() === '' ? otherwise : then);
}

/** A variable that the file sets nowhere may come from the environment, and is mostly empty. */
function firstNonEmpty(all: readonly string[], names: MakeNames, expand: (text: string) => Expanded): Expanded {
	let environmentDependent = false;
	for (const text of all) {
		const found = expand(text);
		const [name] = found.open;
		if (name !== undefined && (found.open.length > 1 || names.get(name) !== undefined || !/^[A-Za-z_]\w*$/.test(name))) { return found; }
		environmentDependent ||= name !== undefined || found.environmentDependent;
		if (name === undefined && found.value.trim() !== '') { return { ...found, environmentDependent }; }
	}
	return { ...empty, environmentDependent };
}

function eachOf(
	variable: string,
	[list = '', body = '']: readonly string[],
	names: MakeNames,
	expand: (text: string) => Expanded,
	expandWith: (text: string, names: MakeNames) => Expanded,
): Expanded {
	const found = expand(list);
	const words = wordsOf(found.value);
	if (found.open.length > 0 || words.length > most) { return found.open.length > 0 ? found : unknown(variable); }
	const rounds = words.map(value => expandWith(body, { ...bound(names), get: name => name === variable.trim() ? { value, open: [] } : names.get(name) }));
	return {
		value: rounds.map(({ value }) => value).join(' '),
		open: rounds.flatMap(({ open }) => open),
		environmentDependent: found.environmentDependent || rounds.some(each => each.environmentDependent),
	};
}

function called(
	written: string,
	others: readonly string[],
	names: MakeNames,
	expand: (text: string) => Expanded,
	expandWith: (text: string, names: MakeNames) => Expanded,
): Expanded {
	const name = expand(written).value.trim();
	const words = others.map(expand);
	const open = words.flatMap(each => each.open);
	if (open.length === 0) { names.called?.(name, words.map(({ value }) => value)); }
	const raw = names.raw?.(name);
	if (raw === undefined) { return unknown(name); }
	return expandWith(raw, { ...bound(names), get: each => /^\d$/.test(each) ? words[Number(each) - 1] ?? { value: '', open: [] } : names.get(each) });
}

function bound(names: MakeNames): MakeNames {
	return {
		get: name => names.get(name),
		...(names.raw && { raw: name => names.raw?.(name) }),
		...(names.called && { called: (name, words) => { names.called?.(name, words); } }),
	};
}

const listed = (words: readonly string[]): string => words.join(' ');

/** Functions of known texts; the last argument is all that is left. */
const pure: Readonly<Record<string, (all: readonly string[]) => string>> = {
	'subst': ([from = '', to = '', ...text]) => from === '' ? text.join(',') + to : text.join(',').replaceAll(from, () => to),
	'patsubst': ([from = '', to = '', ...text]) => listed(wordsOf(text.join(',')).map(word => patternReplaced(word, from.trim(), to.trim()))),
	'strip': all => listed(wordsOf(all.join(','))),
	'findstring': ([wanted = '', ...text]) => text.join(',').includes(wanted) ? wanted : '',
	'filter': ([patterns = '', ...text]) =>
		listed(wordsOf(text.join(',')).filter(word => wordsOf(patterns).some(pattern => patternStem(word, pattern) !== undefined))),
	'filter-out': ([patterns = '', ...text]) =>
		listed(wordsOf(text.join(',')).filter(word => wordsOf(patterns).every(pattern => patternStem(word, pattern) === undefined))),
	'sort': all => listed([...new Set(wordsOf(all.join(',')))].sort()),
	'word': ([index = '', ...text]) => wordsOf(text.join(','))[Number(index) - 1] ?? '',
	'wordlist': ([from = '', to = '', ...text]) => listed(wordsOf(text.join(',')).slice(Number(from) - 1, Number(to))),
	'words': all => String(wordsOf(all.join(',')).length),
	'firstword': all => wordsOf(all.join(','))[0] ?? '',
	'lastword': all => wordsOf(all.join(',')).at(-1) ?? '',
	'dir': all => listed(wordsOf(all.join(',')).map(word => word.includes('/') ? word.slice(0, word.lastIndexOf('/') + 1) : './')),
	'notdir': all => listed(wordsOf(all.join(',')).map(word => word.slice(word.lastIndexOf('/') + 1))),
	'basename': all => listed(wordsOf(all.join(',')).map(word => word.replace(/\.[^./]*$/, ''))),
	'suffix': all => listed(wordsOf(all.join(',')).flatMap(word => /\.[^./]*$/.exec(word)?.[0] ?? [])),
	'addprefix': ([prefix = '', ...text]) => listed(wordsOf(text.join(',')).map(word => prefix + word)),
	'addsuffix': ([suffix = '', ...text]) => listed(wordsOf(text.join(',')).map(word => word + suffix)),
	'join': ([one = '', ...text]) => {
		const other = wordsOf(text.join(','));
		const words = wordsOf(one);
		return listed(Array.from({ length: Math.max(words.length, other.length) }, (_, index) => (words[index] ?? '') + (other[index] ?? '')));
	},
};
