import type { Edit, Span } from '../../model/index.ts';
import { lineEndAt, lineStartAt } from '../../util/lineBounds.ts';

/** A new YAML pair on a line of its own below the line of a key, with that key's indentation; `undefined` where more stands on that line. */
export function lineBelow(text: string, { start, end }: Span, key: string, pair: string): Edit | undefined {
	const lineStart = lineStartAt(text, start);
	const newline = text.indexOf('\n', end);
	const line = text.slice(lineStart, lineEndAt(text, end));
	const indent = new RegExp(`^([ ]+)${key}:[ \\t]+\\S+[ \\t]*(?:#.*)?\\r?$`).exec(line)?.[1];
	if (indent === undefined) { return undefined; }
	const eol = line.endsWith('\r') || text.slice(0, lineStart).endsWith('\r\n') ? '\r\n' : '\n';
	return newline === -1
		? { span: { start: text.length, end: text.length }, newText: `${eol}${indent}${pair}` }
		: { span: { start: newline + 1, end: newline + 1 }, newText: `${indent}${pair}${eol}` };
}
