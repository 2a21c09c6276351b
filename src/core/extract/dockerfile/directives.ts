import type { Span } from '../../model/index.ts';
import { lineAfter, lineEndAt } from '../../util/lineBounds.ts';
import { isGoSpace, skipSpace } from './blanks.ts';
import type { LexedWord } from './expandWord.ts';
import { jsonSyntax } from './jsonSyntax.ts';

/** A `# key=value` line that BuildKit obeys. */
export interface Directive {
	readonly key: string;
	/** Of the value without blanks around it. */
	readonly span: Span;
}

/** The image that `syntax` names; the value and where its characters stand, escapes of the JSON form taken away. */
export interface SyntaxImage extends LexedWord {
	readonly span: Span;
}

/**
 * The image named by `syntax`, up to the first blank (`DetectSyntax` of BuildKit): `# syntax=`, `// syntax=` or the JSON form,
 * after a `#!` line or not; it stands among the first lines, which are all directives.
 */
export function syntaxImage(text: string): SyntaxImage | undefined {
	const start = text.startsWith('#!') ? lineAfter(text, 0) : 0;
	const line = (mark: string): SyntaxImage | undefined => {
		let at = start;
		while (at < text.length) {
			const directive = directiveAt(text, at, lineEndAt(text, at), mark);
			if (!directive) { return undefined; }
			if (directive.key === 'syntax') {
				const span = upToBlank(text, directive.span);
				return { span, value: text.slice(span.start, span.end), origins: span.start };
			}
			at = lineAfter(text, at);
		}
		return undefined;
	};
	return line('#') ?? line('//') ?? jsonSyntax(text, start);
}

/** Reads one line of directives; `undefined` when it is none, which ends them. */
export function directiveAt(text: string, start: number, end: number, mark: string): Directive | undefined {
	if (!text.startsWith(mark, start)) { return undefined; }
	const keyStart = skipSpace(text, start + mark.length, end);
	let at = keyStart;
	while (at < end && /[A-Za-z0-9]/.test(text[at]!)) { at++; }
	const key = text.slice(keyStart, at).toLowerCase();
	if (key !== 'syntax' && key !== 'escape' && key !== 'check') { return undefined; }
	while (at < end && isRegexpBlank(text.charCodeAt(at))) { at++; }
	if (text[at] !== '=' || at >= end) { return undefined; }
	at++;
	while (at < end && isRegexpBlank(text.charCodeAt(at))) { at++; }
	let valueEnd = end;
	while (valueEnd > at && isRegexpBlank(text.charCodeAt(valueEnd - 1))) { valueEnd--; }
	return valueEnd > at ? { key, span: { start: at, end: valueEnd } } : undefined;
}

function upToBlank(text: string, { start, end }: Span): Span {
	const blank = text.indexOf(' ', start);
	return { start, end: blank === -1 || blank > end ? end : blank };
}

/** Go's `\s`. */
function isRegexpBlank(code: number): boolean {
	return isGoSpace(code) && code < 0x80 && code !== 0x0b;
}
