import { StringDecoder } from 'node:string_decoder';

/** Part of a line of a stream. */
export interface Piece {
	/** From 1; only LF and CRLF end lines. */
	readonly line: number;
	/** What stands between two line ends or carriage returns, with which progress bars draw over themselves. */
	readonly text: string;
}

/** Longest piece that is kept whole, UTF-16 units; of a longer one its head and tail. */
const longest = 65_536;
const part = 4096;

/**
 * The lines of a stream of UTF-8, or of UTF-16 with its mark as PowerShell's `>` writes it, in pieces, in groups as they arrive. Needs
 * constant memory whatever the length of a line: the middle of a
 * very long piece is left out. Fails where the stream fails.
 */
export async function* boundedLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<readonly Piece[]> {
	let decoder: StringDecoder | undefined;
	let line = 1;
	let open = '';
	for await (const chunk of input) {
		let text = open + (typeof chunk === 'string' ? chunk : (decoder ??= new StringDecoder(encodingOf(chunk))).write(chunk));
		// It may be the first half of a line end.
		const held = text.endsWith('\r') ? '\r' : '';
		text = text.slice(0, text.length - held.length);
		const pieces: Piece[] = [];
		let from = 0;
		for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
			pieces.push({ line, text: shortened(text.slice(from, index)) });
			if (end !== '\r') { line += 1; }
			from = index + end.length;
		}
		open = shortened(text.slice(from)) + held;
		if (pieces.length > 0) { yield pieces; }
	}
	const last = (open + (decoder?.end() ?? '')).replace(/\r$/, '');
	if (last !== '') { yield [{ line, text: last }]; }
}

function encodingOf([first, second]: Buffer): BufferEncoding {
	return first === 0xff && second === 0xfe ? 'utf16le' : 'utf8';
}

/** Copied, so that the text which it was cut from can go. */
function shortened(piece: string): string {
	return piece.length > longest ? Buffer.from(`${piece.slice(0, part)} ${piece.slice(-part)}`).toString() : piece;
}
