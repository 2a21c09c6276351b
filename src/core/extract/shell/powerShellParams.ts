import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';

const opening = /(?<=^|[;{\n])[ \t]*param[ \t\r\n]*\(/gi;
/** Comments, strings and parentheses; all else is passed over. */
const token = /<#[^]*?(?:#>|$)|#[^\n]*|'[^'\n]*'|"(?:[^"`\n]|`[^])*"|`[^]|[()]/g;
const defaults = /\$(\w+)[ \t]*=[ \t]*(?="[^"`\n]*"|'[^'\n]*')/g;

/**
 * Rewrites the parameters of PowerShell, `param([string]$Tag = "latest")`, as what a POSIX shell takes where nobody gives another value:
 * `Tag=${Tag:-"latest"}`. Linear; a block that is not closed stays as it is.
 */
export function powerShellParams(text: string): TextMap {
	const builder = new TextMapBuilder();
	let from = 0;
	for (const { 0: head, index } of text.matchAll(opening)) {
		if (index < from) { continue; }
		const start = index + head.length;
		const end = closingOf(text, start);
		if (end === undefined) { break; }
		builder.verbatim(text.slice(from, index), from);
		from = index;
		for (const match of text.slice(start, end).matchAll(defaults)) {
			const value = start + match.index + match[0].length;
			const valueEnd = text.indexOf(text[value]!, value + 1) + 1;
			builder.replaced(`\n${match[1]!}=\${${match[1]!}:-`, from, value).verbatim(text.slice(value, valueEnd), value).replaced('}', valueEnd, valueEnd);
			from = valueEnd;
		}
		builder.replaced('\n', from, end + 1);
		from = end + 1;
	}
	return builder.verbatim(text.slice(from), from).build();
}

/** Where the parenthesis closes that was opened before `start`. */
function closingOf(text: string, start: number): number | undefined {
	let depth = 1;
	token.lastIndex = start;
	for (let match = token.exec(text); match; match = token.exec(text)) {
		if (match[0] === '(') { depth++; }
		if (match[0] === ')' && --depth === 0) { return match.index; }
	}
	return undefined;
}
