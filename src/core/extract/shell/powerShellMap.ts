import { composeMap } from '../../util/composeMap.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import { powerShellBlocks } from './powerShellBlocks.ts';
import { powerShellParams } from './powerShellParams.ts';
import type { TextMap } from '../../util/textMap.ts';

/** PowerShell's ways of continuing a line, of naming and of setting environment variables, and of setting variables. */
const differences = new RegExp([
	/^[ \t]*&(?=[ \t]+[\w"'$.])/,
	/(?<=[ \t])@\w+(?=\s)/,
	/<#[^]*?(?:#>|$(?![^]))/,
	/\\(?=[\w.*])/,
	/`(?=[ \t]*\r?\n)[ \t]*/,
	// A method that is called: to a POSIX shell it would be a function that begins here.
	/(?<=[)\]\w])\.\w+\((?:[^()\n]|\([^()\n]*\))*\)/,
	/\$\(\$\w+\)/,
	/\$(?:global|script):(?=\w+\b(?![ \t]*=))/,
	/\$\{?env:(?<environment>\w+)\}?(?![\w])(?<assigned>[ \t]*=[ \t]*)?/,
	/(?:^|(?<=[;{]))[ \t]*(?:Invoke-Expression|iex)(?=[ \t])/,
	/(?:^|(?<=[;{]|\bthen|\bdo|\belse))(?<indent>[ \t]*)(?:\[[\w.]+(?:\[\])?\][ \t]*)?\$(?:(?:global|script|local|private):)?(?<variable>\w+)[ \t]*=(?!=)[ \t]*(?<list>@\([^()@]*\))?/,
].map(({ source }) => source).join('|'), 'gim');

/** What is a word of a POSIX shell too: a text, a number, another variable. */
const plainValue = /^(?:["'\d]|\$(?:env:)?\w+[ \t]*(?:[\r\n;#}]|$))/i;

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
		builder.replaced(replacement(match, text.slice(end, end + 200)), match.index, end);
		from = end;
	}
	return composeMap(map, builder.verbatim(text.slice(from), from).build());
}

function replacement(match: RegExpMatchArray, behind: string): string {
	const [whole] = match;
	const { environment, assigned, indent = '', variable, list } = match.groups ?? {};
	if (/^(?:<#|@|[ \t]*&)/.test(whole)) { return ' '; }
	if (whole.startsWith('.')) { return ''; }
	if (whole === '\\') { return '/'; }
	if (whole.startsWith('`')) { return '\\'; }
	if (environment !== undefined) { return assigned === undefined ? `\${${environment}}` : `export ${environment}=`; }
	if (variable === undefined) { return whole.startsWith('$(') ? `\${${whole.slice(3, -1)}}` : whole.startsWith('$') ? '$' : ' eval'; }
	if (list !== undefined) { return `${indent}${variable}=(${list.slice(2, -1).replace(/[,\r\n]/g, ' ')})`; }
	// What commands and expressions give is not known; a command is one.
	return plainValue.test(behind) ? `${indent}${variable}=` : `${indent}${variable}=$_given_; `;
}
