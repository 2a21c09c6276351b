/** 0-based line and UTF-16 column (LSP, and the command line contract). */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** Converts between offsets and positions of one text. Lines end at `\n` (so also at `\r\n`); a lone `\r` ends none, as in BuildKit. */
export interface LineIndex {
	positionAt(offset: number): Position;
	offsetAt(position: Position): number;
}

/** Builds the index in one pass; look-ups are logarithmic. */
export function lineIndex(text: string): LineIndex {
	const starts = [0];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
		starts.push(at + 1);
	}
	return {
		positionAt(offset) {
			let low = 0;
			let high = starts.length - 1;
			while (low < high) {
				const middle = (low + high + 1) >> 1;
				if (starts[middle]! <= offset) { low = middle; } else { high = middle - 1; }
			}
			return { line: low, character: offset - starts[low]! };
		},
		offsetAt({ line, character }) {
			return (starts[Math.min(line, starts.length - 1)] ?? 0) + character;
		},
	};
}
