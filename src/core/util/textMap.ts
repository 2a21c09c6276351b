import type { Span } from '../model/index.ts';

/**
 * A text derived from another (a YAML block scalar without its indentation, a JSON string without escapes)
 * that still knows where each character came from.
 */
export interface TextMap {
	readonly text: string;
	/** Offset in the outer text of an offset (0 to length) in `text`. */
	outer(offset: number): number;
	/** The outer span that begins where the inner span's first character stands and ends after its last. */
	outerSpan(span: Span): Span;
	/** True when every character of the inner span stands unchanged and side by side in the outer text. */
	verbatim(span: Span): boolean;
}

/** Collects pieces of an outer text; append in order. */
export class TextMapBuilder {
	#text = '';
	readonly #inner: number[] = [];
	readonly #outer: number[] = [];
	readonly #ends: number[] = [];
	readonly #verbatim: boolean[] = [];
	#end = 0;

	/** Characters so far. */
	get length(): number {
		return this.#text.length;
	}

	/** `piece` is `outerText.slice(outerStart, outerStart + piece.length)`. */
	verbatim(piece: string, outerStart: number): this {
		return this.#push(piece, outerStart, outerStart + piece.length, true);
	}

	/** `piece` stands for the outer characters from `outerStart` to `outerEnd` (an escape, a folded line end). */
	replaced(piece: string, outerStart: number, outerEnd: number): this {
		return this.#push(piece, outerStart, outerEnd, false);
	}

	build(): TextMap {
		const text = this.#text;
		const inner = this.#inner;
		const outer = this.#outer;
		const ends = this.#ends;
		const verbatim = this.#verbatim;
		const end = this.#end;
		const piece = (offset: number): number => {
			let low = 0;
			let high = inner.length - 1;
			while (low < high) {
				const middle = (low + high + 1) >> 1;
				if (inner[middle]! <= offset) { low = middle; } else { high = middle - 1; }
			}
			return low;
		};
		const at = (offset: number): number => {
			if (offset >= text.length) { return end; }
			const index = piece(offset);
			return verbatim[index] ? outer[index]! + offset - inner[index]! : outer[index]!;
		};
		const after = (offset: number): number => {
			const index = piece(offset);
			// What is left out behind a piece is no part of it; a piece of which only some characters are meant is meant as a whole.
			return verbatim[index] ? at(offset) + 1 : inner[index + 1] === undefined ? end : ends[index]!;
		};
		return {
			text,
			outer: at,
			outerSpan: span => span.end > span.start
				? { start: at(span.start), end: after(span.end - 1) }
				: { start: at(span.start), end: at(span.start) },
			verbatim: span => {
				for (let offset = span.start; offset < span.end;) {
					const index = piece(offset);
					if (!verbatim[index] || at(offset) - at(span.start) !== offset - span.start) { return false; }
					offset = inner[index + 1] ?? text.length;
				}
				return true;
			},
		};
	}

	#push(piece: string, outerStart: number, outerEnd: number, verbatim: boolean): this {
		if (piece !== '') {
			this.#inner.push(this.#text.length);
			this.#outer.push(outerStart);
			this.#ends.push(outerEnd);
			this.#verbatim.push(verbatim);
			this.#text += piece;
		}
		this.#end = outerEnd;
		return this;
	}
}

/** The map of a slice that stands unchanged in the outer text. */
export function sliceMap(outerText: string, { start, end }: Span): TextMap {
	const text = outerText.slice(start, end);
	const outer = (offset: number): number => start + Math.min(offset, text.length);
	return {
		text,
		outer,
		outerSpan: span => ({ start: outer(span.start), end: outer(Math.max(span.start, span.end)) }),
		verbatim: () => true,
	};
}
