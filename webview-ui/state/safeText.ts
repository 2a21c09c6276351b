/** Longest foreign text on a row; the details pane can show the rest on request. */
export const safeLength = 200;

/**
 * Makes foreign text harmless to look at: control, bidi, zero-width and other invisible characters and lone surrogates are written
 * as `\u{…}`, and what is longer than `limit` UTF-16 units is cut with `…`. Line breaks and tabs count as control characters unless `lines`.
 */
export function safeText(text: string, limit = safeLength, lines = false): string {
	const cut = text.length > limit;
	const kept = cut ? withoutHalf(text.slice(0, limit)) : text;
	const shown = kept.replace(invisible, character => lines && (character === '\n' || character === '\t') ? character : escaped(character));
	return cut ? `${shown}…` : shown;
}

const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;

function escaped(character: string): string {
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A pair of surrogates is not cut in the middle. */
function withoutHalf(text: string): string {
	return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
