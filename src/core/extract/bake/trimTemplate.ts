import type { LiteralPart } from './expression.ts';

/** What follows `~}` without the blanks at its start; in a heredoc (`byLine`) no further than to the end of the line. */
export function trimStart(parts: readonly LiteralPart[], byLine: boolean): readonly LiteralPart[] {
	const at = parts.findIndex(part => part.value.trim() !== '' || (byLine && part.value.includes('\n')));
	const part = parts[at];
	if (!part) { return []; }
	const newline = byLine ? part.value.indexOf('\n') : -1;
	const reach = newline === -1 ? part.value.length : newline + 1;
	const blanks = reach - part.value.slice(0, reach).trimStart().length;
	return [...cut(part, blanks, part.value.length), ...parts.slice(at + 1)];
}

/** What stands before `${~` without the blanks at its end; in a heredoc no further than the start of the line. */
export function trimEnd(parts: readonly LiteralPart[], byLine: boolean): readonly LiteralPart[] {
	const at = parts.findLastIndex(part => part.value.trim() !== '' || (byLine && part.value.includes('\n')));
	const part = parts[at];
	if (!part) { return []; }
	// A hole at the start of a line is behind the whole line before it.
	const from = byLine ? part.value.lastIndexOf('\n', part.value.length - 2) + 1 : 0;
	const end = from + part.value.slice(from).trimEnd().length;
	return [...parts.slice(0, at), ...cut(part, 0, end)];
}

function cut(part: LiteralPart, from: number, to: number): readonly LiteralPart[] {
	if (from >= to) { return []; }
	const plain = part.value.length === part.end - part.start;
	return [{ ...part, value: part.value.slice(from, to), ...(plain && { start: part.start + from, end: part.start + to }) }];
}
