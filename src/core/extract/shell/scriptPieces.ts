import { parse } from 'unbash';
import type { ParsedScript } from 'unbash';

/** A parsed part of a script; its offsets count from `start`. */
export interface ScriptPiece {
	readonly start: number;
	readonly end: number;
	readonly script: ParsedScript;
}

/** Characters that are parsed in one go: the parser is linear on real scripts, but not on all that can be thought of. */
const largest = 16 * 1024;
/** Scripts up to this size are parsed as a whole. */
const small = 128 * 1024;
const mostRestarts = 20;

/**
 * Parses a script piece by piece. Where a quote or a substitution is not closed, and so would swallow the rest, its line is read alone and
 * the parser begins again behind it; when that happens too often, line by line. Of a large script, pieces that `skip` refuses are left out.
 */
export function* scriptPieces(text: string, skip: (piece: string) => boolean): Generator<ScriptPiece> {
	let restarts = 0;
	const length = text.length > small ? largest : small;
	for (let start = 0; start < text.length;) {
		const end = pieceEnd(text, start, restarts > mostRestarts ? 1 : length);
		if (text.length > small && skip(text.slice(start, end))) { start = end; continue; }
		const script = tryParse(text.slice(start, end));
		const broken = restarts > mostRestarts ? undefined : script && swallowedFrom(script);
		if (broken === undefined) {
			if (script) { yield { start, end, script }; }
			start = end;
			continue;
		}
		restarts++;
		const brokenLine = text.lastIndexOf('\n', start + broken - 1) + 1;
		if (brokenLine > start) {
			const before = tryParse(text.slice(start, brokenLine));
			if (before) { yield { start, end: brokenLine, script: before }; }
		}
		const from = Math.max(brokenLine, start);
		const next = pieceEnd(text, from, 1);
		const line = tryParse(text.slice(from, next));
		if (line) { yield { start: from, end: next, script: line }; }
		start = next;
	}
}

/** Heredocs by the dozen on one line, and lines longer than any, cost the parser more than linear time. */
function isUnreasonable(text: string): boolean {
	if (text.includes('<<') && /(?:<<[^\n<]*){40}/.test(text)) { return true; }
	for (let start = 0; text.length - start > 65536;) {
		const newline = text.indexOf('\n', start);
		if (newline === -1 || newline - start > 65536) { return true; }
		start = newline + 1;
	}
	return false;
}

function tryParse(text: string): ParsedScript | undefined {
	if (isUnreasonable(text)) { return undefined; }
	try {
		return parse(text);
	} catch {
		return undefined;
	}
}

function swallowedFrom(script: ParsedScript): number | undefined {
	const error = script.errors?.find(({ message }) => /^unterminated|^unclosed/.test(message));
	return error?.pos;
}

/** A line end at or after `length` characters that no continuation crosses, best in front of a blank line. */
function pieceEnd(text: string, start: number, length: number): number {
	if (text.length - start <= length) { return text.length; }
	const limit = start + length * 2;
	let first = -1;
	for (let at = text.indexOf('\n', start + length - 1); at !== -1; at = text.indexOf('\n', at + 1)) {
		if (text[at - 1] === '\\' && at < limit + largest) { continue; }
		if (length === 1) { return at + 1; }
		if (first === -1) { first = at + 1; }
		if (text[at + 1] === '\n' && /\S/.test(text[at + 2] ?? '')) { return at + 1; }
		if (at > limit) { return first; }
	}
	return first === -1 || length === 1 ? text.length : first;
}
