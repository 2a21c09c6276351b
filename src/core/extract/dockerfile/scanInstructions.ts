import { isSeparator, skipSpace, trimSpaceEnd } from './blanks.ts';
import { directiveAt } from './directives.ts';
import { heredocsOf } from './heredocs.ts';
import { plainLine, type LogicalLine } from './logicalLine.ts';
import { readFlags } from './readFlags.ts';

/** An instruction as BuildKit's parser cuts it out; offsets `keyword…`, `args…` are in the joined line. */
export interface RawInstruction {
	/** Lower case. */
	readonly keyword: string;
	readonly line: LogicalLine;
	readonly keywordStart: number;
	readonly keywordEnd: number;
	/** What follows the keyword, blanks around it removed. */
	readonly argsStart: number;
	readonly argsEnd: number;
	/** In the file; the end is that of the last line, bodies of heredocs included. */
	readonly start: number;
	readonly end: number;
}

export interface ScannedDockerfile {
	readonly instructions: readonly RawInstruction[];
	readonly escape: '\\' | '`';
	/** BuildKit reads no line over 65,535 bytes and refuses the file. */
	readonly refused: boolean;
}

const longestLine = 65_535;

/** Cuts a Dockerfile into instructions (`parser.Parse` of BuildKit): comments, continuations, heredocs. Linear; never throws. */
export function scanInstructions(text: string): ScannedDockerfile {
	const instructions: RawInstruction[] = [];
	let escape: '\\' | '`' = '\\';
	let inDirectives = true;
	const result = (refused: boolean): ScannedDockerfile => ({ instructions: refused ? [] : instructions, escape, refused });

	for (let at = 0; at < text.length;) {
		let next = lineAfter(text, at);
		if (tooLong(text, at, next)) { return result(true); }
		let contentEnd = trimNewline(text, at, next);
		const start = skipSpace(text, at, contentEnd);
		at = next;
		if (inDirectives) {
			const directive = directiveAt(text, start, contentEnd, '#');
			inDirectives = directive !== undefined;
			const value = directive?.key === 'escape' ? text.slice(directive.span.start, directive.span.end) : '';
			if (value === '\\' || value === '`') { escape = value; }
		}
		if (start === contentEnd || text[start] === '#') { continue; }

		let cut = continuationAt(text, start, contentEnd, escape);
		let line = plainLine(text.slice(start, cut === -1 ? contentEnd : cut), start);
		if (cut !== -1) {
			const pieces = [line.text];
			const inner = [0];
			const outer = [start];
			let length = line.text.length;
			while (cut !== -1 && at < text.length) {
				const lineStart = at;
				next = lineAfter(text, at);
				if (tooLong(text, at, next)) { return result(true); }
				at = next;
				const end = trimNewline(text, lineStart, next);
				const first = skipSpace(text, lineStart, end);
				if (first === end || text[first] === '#') { continue; }
				contentEnd = end;
				cut = continuationAt(text, lineStart, end, escape);
				const piece = text.slice(lineStart, cut === -1 ? end : cut);
				pieces.push(piece);
				inner.push(length);
				outer.push(lineStart);
				length += piece.length;
			}
			line = { text: pieces.join(''), inner, outer };
		}
		const head = headOf(line);
		for (const { name, chomp } of mayHaveHeredocs(head, line.text, escape) ? heredocsOf(line.text) : []) {
			for (let ended = false; !ended && at < text.length; at = next) {
				next = lineAfter(text, at);
				if (tooLong(text, at, next)) { return result(true); }
				let from = at;
				contentEnd = trimNewline(text, at, next);
				while (chomp && from < contentEnd && text[from] === '\t') { from++; }
				ended = contentEnd - from === name.length && text.startsWith(name, from);
			}
		}
		if (head.keyword !== '') { instructions.push({ ...head, line, start, end: Math.max(start, trimSpaceEnd(text, start, contentEnd)) }); }
	}
	return result(false);
}

type Head = Pick<RawInstruction, 'keyword' | 'keywordStart' | 'keywordEnd' | 'argsStart' | 'argsEnd'>;

/** The keyword and the bounds of the arguments of a line, or of what ONBUILD is followed by. */
export function headOf({ text }: Pick<LogicalLine, 'text'>, from = 0, to = text.length): Head {
	const keywordStart = skipSpace(text, from, to);
	const argsEnd = trimSpaceEnd(text, keywordStart, to);
	let keywordEnd = keywordStart;
	while (keywordEnd < argsEnd && !isSeparator(text.charCodeAt(keywordEnd))) { keywordEnd++; }
	const argsStart = skipSpace(text, keywordEnd, argsEnd);
	return { keyword: text.slice(keywordStart, keywordEnd).toLowerCase(), keywordStart, keywordEnd, argsStart, argsEnd };
}

function mayHaveHeredocs(head: Head, text: string, escape: string): boolean {
	if (!text.includes('<<')) { return false; }
	const rest = readFlags(text, head.argsStart, head.argsEnd, escape).rest;
	if (head.keyword === 'onbuild') {
		const trigger = headOf({ text }, rest, head.argsEnd);
		return trigger.keyword !== 'onbuild' && mayHaveHeredocs(trigger, text, escape);
	}
	return (head.keyword === 'run' || head.keyword === 'copy' || head.keyword === 'add') && !isStringArray(text.slice(rest, head.argsEnd));
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

/**
 * Where the text ends when the line is continued; -1 when it is not. The escape character is the last one but blanks and
 * no escape character stands before it.
 */
function continuationAt(text: string, start: number, end: number, escape: string): number {
	let at = end - 1;
	while (at >= start && (text[at] === ' ' || text[at] === '\t')) { at--; }
	return at >= start && text[at] === escape && (at === start || text[at - 1] !== escape) ? at : -1;
}

function lineAfter(text: string, start: number): number {
	const end = text.indexOf('\n', start);
	return end === -1 ? text.length : end + 1;
}

/** Without any `\r` and `\n` at the end. */
function trimNewline(text: string, start: number, end: number): number {
	let at = end;
	while (at > start && (text[at - 1] === '\n' || text[at - 1] === '\r')) { at--; }
	return at;
}

function tooLong(text: string, start: number, next: number): boolean {
	const end = text[next - 1] === '\n' ? next - 1 : next;
	if ((end - start) * 3 <= longestLine) { return false; }
	let bytes = 0;
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
	}
	return bytes > longestLine;
}
