const letterOrDigit = /^[\p{L}\p{Nd}]$/u;
const digit = /^\p{Nd}$/u;

/**
 * Where the name of a variable that begins at `start` ends (`processName` of BuildKit's lexer): letters, digits and `_`;
 * only digits when it begins with one; a special parameter such as `@` alone. `start` itself when there is no name.
 */
export function nameEnd(text: string, start: number, end: number): number {
	if (start >= end) { return start; }
	const first = text[start]!;
	if ('@*#?-$!'.includes(first)) { return start + 1; }
	const numeric = isAsciiDigit(first.charCodeAt(0)) || (first > '\x7f' && digit.test(characterAt(text, start)));
	let at = start;
	while (at < end) {
		const code = text.charCodeAt(at);
		if (code < 0x80) {
			if (!isAsciiDigit(code) && (numeric || !(code === 0x5f || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)))) { break; }
			at++;
			continue;
		}
		const character = characterAt(text, at);
		if (!(numeric ? digit : letterOrDigit).test(character)) { break; }
		at += character.length;
	}
	return Math.min(at, end);
}

function characterAt(text: string, at: number): string {
	return String.fromCodePoint(text.codePointAt(at)!);
}

function isAsciiDigit(code: number): boolean { return code >= 0x30 && code <= 0x39; }
