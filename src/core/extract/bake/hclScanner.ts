import type { TextMap } from '../../util/textMap.ts';

/** A position in an HCL text with the few moves that all readers share. Offsets are in `map.text`. */
export class HclScanner {
	readonly map: TextMap;
	readonly text: string;
	at: number;
	readonly end: number;

	constructor(map: TextMap, from = 0, end = map.text.length) {
		this.map = map;
		this.text = map.text;
		this.at = from;
		this.end = end;
	}

	get done(): boolean {
		return this.at >= this.end;
	}

	/** The character here, `''` at the end. */
	get character(): string {
		return this.at < this.end ? this.text[this.at]! : '';
	}

	/** Skips blanks and comments, and line ends where they mean nothing. */
	skip(lines: boolean): void {
		while (this.at < this.end) {
			const character = this.text[this.at]!;
			if (character === ' ' || character === '\t' || character === '\r' || (lines && character === '\n')) { this.at++; continue; }
			if (character === '#' || this.text.startsWith('//', this.at)) { this.skipLine(); continue; }
			if (!this.text.startsWith('/*', this.at)) { return; }
			const close = this.text.indexOf('*/', this.at + 2);
			this.at = close === -1 ? this.end : Math.min(close + 2, this.end);
		}
	}

	/** To the line end, which is not taken. */
	skipLine(): void {
		const newline = this.text.indexOf('\n', this.at);
		this.at = newline === -1 ? this.end : Math.min(newline, this.end);
	}

	/** Takes the text when it stands here. */
	take(expected: string): boolean {
		if (!this.text.startsWith(expected, this.at) || this.at + expected.length > this.end) { return false; }
		this.at += expected.length;
		return true;
	}

	/** Takes what the sticky pattern matches; `''` when nothing. */
	match(pattern: RegExp): string {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0] ?? '';
		const kept = found.slice(0, this.end - this.at);
		this.at += kept.length;
		return kept;
	}
}

/** An HCL identifier, dashes allowed. */
export const identifier = /[\p{L}_][\p{L}\p{N}_-]*/yu;
