/** Control, bidirectional and invisible formatting characters, which could fake or hide text; a tab is left alone. */
const hidden = /(?!\t)[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Foreign text safe to show: control and bidi characters become `\u{…}`. */
export function printable(text: string): string {
	return text.replace(hidden, character => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}
