import { isList, textOfValue } from './value.ts';
import type { Value } from './value.ts';

const widest = 100;

/** `format(pattern, …)` with the verbs of HCL that give the same text here: `%s`, `%v`, `%q`, `%d`, `%t`, with width and `%[1]s`. */
export function formatText(pattern: string, args: readonly Value[]): string | undefined {
	let next = 0;
	let known = true;
	const result = pattern.replace(/%(%|([-0]?)(\d*)(?:\[(\d+)\])?([a-zA-Z]?))/g, (_, all: string, flag: string | undefined, width: string | undefined, at: string | undefined, verb: string | undefined) => {
		if (all === '%') { return '%'; }
		if (at) { next = Number(at) - 1; }
		const one = textOf(args[next++], verb ?? '');
		if (one === undefined || Number(width) > widest) { known = false; return ''; }
		return flag === '-' ? one.padEnd(Number(width)) : one.padStart(Number(width), flag === '0' && verb === 'd' ? '0' : ' ');
	});
	return known ? result : undefined;
}

/** `formatlist(pattern, …)`: one text for each item of the lists, which are equally long; other arguments are the same for all. */
export function formatEach(pattern: string, args: readonly Value[]): Value | undefined {
	const lengths = new Set(args.filter(isList).map(({ length }) => length));
	const [length, ...others] = lengths;
	if (length === undefined || others.length > 0) { return undefined; }
	const texts = Array.from({ length }, (_, index) => formatText(pattern, args.map(arg => isList(arg) ? arg[index]! : arg)));
	return texts.every(text => text !== undefined) ? texts : undefined;
}

function textOf(value: Value | undefined, verb: string): string | undefined {
	const text = textOfValue(value);
	switch (verb) {
		case 's': case 'v': return text;
		case 'q': return text === undefined ? undefined : JSON.stringify(text);
		case 'd': return Number.isInteger(value) && Number(value) >= 0 ? text : undefined;
		case 't': return typeof value === 'boolean' ? text : undefined;
		default: return undefined;
	}
}
