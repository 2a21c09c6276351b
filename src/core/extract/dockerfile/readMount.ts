import type { LexedWord } from './expandWord.ts';
import { originAt } from './origins.ts';
import type { BuilderFlag } from './readFlags.ts';

/**
 * The `from` of a `RUN --mount=…` flag: a CSV record of `key=value` fields, keys in any case, the last `from` counts
 * (`parseMount` of BuildKit). `undefined` without one, or when the record is broken. Origins as in the flag.
 */
export function readMountFrom({ value, origins }: BuilderFlag): LexedWord | undefined {
	if (value === undefined || !/from=/i.test(value)) { return undefined; }
	let from: LexedWord | undefined;
	for (let at = 0; at <= value.length;) {
		const field = readField(value, at);
		if (!field) { return undefined; }
		const equals = field.value.indexOf('=');
		if (equals !== -1 && field.value.slice(0, equals).toLowerCase() === 'from') {
			from = { value: field.value.slice(equals + 1), origins: field.offsets.slice(equals + 1).map(offset => originAt(origins, offset)) };
		}
		at = field.end + 1;
	}
	return from && from.value !== '' ? from : undefined;
}

interface Field { readonly value: string; readonly offsets: readonly number[]; readonly end: number }

/** One CSV field; `end` is the offset of the comma after it. `undefined`: a quote where none may be. */
function readField(text: string, start: number): Field | undefined {
	if (text[start] !== '"') {
		const comma = text.indexOf(',', start);
		const end = comma === -1 ? text.length : comma;
		const value = text.slice(start, end);
		return value.includes('"') ? undefined : { value, offsets: Array.from({ length: value.length }, (_, index) => start + index), end };
	}
	let value = '';
	const offsets: number[] = [];
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] === '"') {
			if (text[at + 1] !== '"') { return at + 1 === text.length || text[at + 1] === ',' ? { value, offsets, end: at + 1 } : undefined; }
			at++;
		}
		value += text[at]!;
		offsets.push(at);
	}
	return undefined;
}
