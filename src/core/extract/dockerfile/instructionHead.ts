import { isSeparator, skipSpace, trimSpaceEnd } from './blanks.ts';
import { readFlags } from './readFlags.ts';

/** The keyword of an instruction and the bounds of its arguments; offsets are in the joined line. */
export interface InstructionHead {
	/** Lower case. */
	readonly keyword: string;
	readonly keywordStart: number;
	readonly keywordEnd: number;
	/** What follows the keyword, blanks around it removed. */
	readonly argsStart: number;
	readonly argsEnd: number;
}

/** Reads the head of a joined line, or of what follows ONBUILD in one. */
export function headOf(text: string, from: number, to: number): InstructionHead {
	const keywordStart = skipSpace(text, from, to);
	const argsEnd = trimSpaceEnd(text, keywordStart, to);
	let keywordEnd = keywordStart;
	while (keywordEnd < argsEnd && !isSeparator(text.charCodeAt(keywordEnd))) { keywordEnd++; }
	return {
		keyword: lowerCase(text.slice(keywordStart, keywordEnd)),
		keywordStart, keywordEnd,
		argsStart: skipSpace(text, keywordEnd, argsEnd),
		argsEnd,
	};
}

/** The head of what follows ONBUILD and its flags. */
export function triggerHead({ argsStart, argsEnd }: InstructionHead, text: string, escape: string): InstructionHead {
	return headOf(text, readFlags(text, argsStart, argsEnd, escape).rest, argsEnd);
}

const keywords = [
	'add', 'arg', 'cmd', 'copy', 'entrypoint', 'env', 'expose', 'from', 'healthcheck', 'label', 'maintainer', 'onbuild', 'run', 'shell',
	'stopsignal', 'user', 'volume', 'workdir',
];
const lower = new Map(keywords.flatMap(keyword => [[keyword, keyword], [keyword.toUpperCase(), keyword]]));
const upper = new Map(keywords.map(keyword => [keyword, keyword.toUpperCase()]));

/** The keyword in lower case; the usual spellings without making a new string each time. */
function lowerCase(keyword: string): string {
	return lower.get(keyword) ?? keyword.toLowerCase();
}

/** A lower-case keyword as it is shown. */
export function upperCase(keyword: string): string {
	return upper.get(keyword) ?? keyword.toUpperCase();
}

/** Only RUN, COPY and ADD that are no JSON array, also as triggers of ONBUILD, can have heredocs. */
export function mayHaveHeredocs(head: InstructionHead, text: string, escape: string): boolean {
	if (!text.includes('<<')) { return false; }
	const { keyword, argsStart, argsEnd } = head;
	if (keyword === 'onbuild') {
		const trigger = triggerHead(head, text, escape);
		return trigger.keyword !== 'onbuild' && mayHaveHeredocs(trigger, text, escape);
	}
	const { rest } = readFlags(text, argsStart, argsEnd, escape);
	return (keyword === 'run' || keyword === 'copy' || keyword === 'add') && !isStringArray(text.slice(rest, argsEnd));
}

function isStringArray(text: string): boolean {
	if (!text.startsWith('[')) { return false; }
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) && value.every(item => typeof item === 'string');
	} catch {
		return false;
	}
}
