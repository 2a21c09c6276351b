import { composeMap } from '../../util/composeMap.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import { powerShellBlocks } from './powerShellBlocks.ts';
import { powerShellParams } from './powerShellParams.ts';
import type { TextMap } from '../../util/textMap.ts';

/** PowerShell's ways of continuing a line, of naming and of setting environment variables. */
const differences = /^[ \t]*&(?=[ \t]+[\w"'$.])|(?<=[ \t])@\w+(?=\s)|<#[^]*?(?:#>|$(?![^]))|\\(?=[\w.*])|`(?=[ \t]*\r?\n)[ \t]*|\$\(\$\w+\)|\$\{?env:(\w+)\}?(?![\w])([ \t]*=[ \t]*)?|(?:^|(?<=[;{]|\bthen|\bdo|\belse))([ \t]*)\$(\w+)([ \t]*=[ \t]*)(?=["'])/gim;

/** Rewrites what a POSIX shell writes in another way; good enough to read calls of programs, not programs. */
export function powerShellMap(written: TextMap): TextMap {
	const plain = composeMap(written, powerShellParams(written.text));
	const map = composeMap(plain, powerShellBlocks(plain.text));
	const { text } = map;
	const builder = new TextMapBuilder();
	let from = 0;
	for (const match of text.matchAll(differences)) {
		const end = match.index + match[0].length;
		builder.verbatim(text.slice(from, match.index), from);
		builder.replaced(replacement(match), match.index, end);
		from = end;
	}
	return composeMap(map, builder.verbatim(text.slice(from), from).build());
}

function replacement([whole, environment, assigned, indent, variable]: RegExpMatchArray): string {
	if (/^(?:<#|@|[ \t]*&)/.test(whole)) { return ' '; }
	if (whole.startsWith('$(')) { return `\${${whole.slice(3, -1)}}`; }
	if (whole === '\\') { return '/'; }
	if (whole.startsWith('`')) { return '\\'; }
	if (environment !== undefined) { return assigned === undefined ? `\${${environment}}` : `export ${environment}=`; }
	return `${indent ?? ''}${variable ?? ''}=`;
}
