import type { Span } from '../../model/index.ts';
import { isSeparator } from './blanks.ts';
import { readFlags, type BuilderFlag } from './readFlags.ts';
import type { RawInstruction } from './scanInstructions.ts';

/** A FROM taken apart; spans are in the joined line. */
export interface RawFrom {
	readonly raw: RawInstruction;
	/** The base as written; absent when the instruction has neither one nor three arguments: BuildKit refuses it. */
	readonly word?: Span;
	/** Lower case, as BuildKit stores it. */
	readonly name?: string;
	readonly nameSpan?: Span;
	readonly platform?: BuilderFlag;
}

/** Reads `FROM [--platform=…] base [AS name]`. */
export function readFrom(raw: RawInstruction, escape: string): RawFrom {
	const { line: { text }, head: { argsStart, argsEnd } } = raw;
	const { flags, rest } = readFlags(text, argsStart, argsEnd, escape);
	const words = splitAtSeparators(text, rest, argsEnd);
	const platform = flags.find(flag => flag.name === 'platform' && flag.value !== undefined);
	const [word, as, nameSpan] = words;
	const named = words.length === 3 && /^as$/i.test(text.slice(as!.start, as!.end));
	if (!word || (words.length !== 1 && !named)) { return { raw }; }
	const name = nameSpan && text.slice(nameSpan.start, nameSpan.end).toLowerCase();
	return {
		raw, word,
		...(platform && { platform }),
		...(nameSpan && name && /^[a-z][a-z0-9-_.]*$/.test(name) && { name, nameSpan }),
	};
}

function splitAtSeparators(text: string, from: number, to: number): Span[] {
	const words: Span[] = [];
	for (let at = from; at < to;) {
		let end = at;
		while (end < to && !isSeparator(text.charCodeAt(end))) { end++; }
		if (end > at) { words.push({ start: at, end }); }
		at = end + 1;
	}
	return words;
}
