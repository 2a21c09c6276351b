import type { Readable } from 'node:stream';

/**
 * The lines of a UTF-8 stream, without their ends: `\n` or `\r\n`. A carriage return elsewhere, as progress bars write it, ends no line, and
 * neither do the line separators of Unicode. What follows the last end is a line unless it is empty.
 */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	// Pieces of a line that has not ended: joined once, so that a line of any length takes linear time.
	let pieces: string[] = [];
	for await (const chunk of stream) {
		const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk as Uint8Array, { stream: true });
		let from = 0;
		for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
			pieces.push(text.slice(from, end));
			yield withoutReturn(pieces.join(''));
			pieces = [];
			from = end + 1;
		}
		pieces.push(text.slice(from));
	}
	const rest = pieces.join('') + decoder.decode();
	if (rest !== '') { yield withoutReturn(rest); }
}

function withoutReturn(line: string): string {
	return line.endsWith('\r') ? line.slice(0, -1) : line;
}
