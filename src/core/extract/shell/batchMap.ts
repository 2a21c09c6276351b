import { composeMap } from '../../util/composeMap.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';

/** A line with those behind it that `^` continues. */
const logicalLine = /(?:[^\r\n^]+|\^(?:\r?\n|[^\r\n])?|\r(?!\n))*(?:\r?\n|$)/g;
const noCommand = /^[ \t@]*(?:rem\b|:|$)/i;
const condition = /^[ \t@()]*(?:else\b[ \t(]*)?(?:if(?:[ \t]+\/i)?(?:[ \t]+not)?[ \t]+(?:(?:exist|defined|errorlevel)[ \t]+(?:"[^"\r\n]*"|[^\s"]+)|(?:"[^"\r\n]*"|[^\s"=]+)[ \t]*(?:==|[ \t](?:equ|neq|lss|leq|gtr|geq)[ \t])[ \t]*(?:"[^"\r\n]*"|[^\s"]+))[ \t]*)*/i;
const forIn = /^[ \t@]*for[ \t]+%%([a-z])[ \t]+in[ \t]+\(([^()"%^\r\n]*)\)[ \t]+do[ \t]+(?=[^\s(])/i;
const forBlock = /^[ \t@]*for[ \t]+%%([a-z])[ \t]+in[ \t]+\(([^()"%^\r\n]*)\)[ \t]+do[ \t]+\([ \t]*\r?\n$/i;
const otherFor = /^[ \t@]*for[ \t][^\r\n()]*\([^\r\n()]*\)[ \t]+do[ \t]+/i;
const caller = /^[ \t@]*(?:call|start(?:[ \t]+"[^"\r\n]*")?(?:[ \t]+\/\w+)*)[ \t]+/i;
const assignment = /^[ \t@(]*set[ \t]+("?)([A-Za-z_]\w*)=([^\r\n"&|^]*)\1[ \t]*(?:\r?\n|$)/i;

/** Rewrites the script of cmd.exe as a POSIX shell would write it, line by line; good enough to read calls of programs, not programs. */
export function batchMap(map: TextMap): TextMap {
	const builder = new TextMapBuilder();
	let depth = 0;
	/** How deep the blocks are in which loops stand that are open. */
	const loops: number[] = [];
	for (const { 0: line, index: start } of map.text.matchAll(logicalLine)) {
		const end = start + line.length;
		const eol = /\r?\n$/.exec(line)?.[0] ?? '';
		const close = end - eol.length;
		if (noCommand.test(line)) {
			builder.replaced('\n', close, end);
			continue;
		}
		const set = assignment.exec(line);
		if (set) {
			const at = start + set[0].indexOf('=') + 1;
			const value = set[3]!;
			builder.replaced(`export ${set[2]!.toUpperCase()}=`, start, at);
			builder.replaced('"', at, at);
			// What only one branch sets is not known behind it.
			if (depth > 0) { builder.replaced('${_batch_}', at, at + value.length); } else { addText(builder, map.text, at, at + value.length, true); }
			builder.replaced('"', at + value.length, at + value.length);
			builder.replaced('\n', at + value.length, end);
			continue;
		}
		const block = forBlock.exec(line);
		if (block) {
			builder.replaced(`${loopHead(block)}:\n`, start, end);
			loops.push(depth++);
			continue;
		}
		const loop = forIn.exec(line);
		if (loop) { builder.replaced(loopHead(loop), start, start + loop[0].length); }
		let from = loop?.[0].length ?? 0;
		for (const lead of [otherFor, condition, caller]) { from += lead.exec(line.slice(from))?.[0].length ?? 0; }
		depth = Math.max(0, depth + changeOf(line));
		const open = addText(builder, map.text, start + from, close, false);
		// A quote ends with its line.
		let ends = loop ? '; done' : '';
		for (; loops.length > 0 && depth <= loops.at(-1)!; loops.pop()) { ends += '\ndone'; }
		builder.replaced(`${open ? '"' : ''}${ends}\n`, close, end);
	}
	builder.replaced('\ndone'.repeat(loops.length), map.text.length, map.text.length);
	return composeMap(map, builder.build());
}

/** `for %%i in (a b) do` */
function loopHead([, name, list]: RegExpExecArray): string {
	return `for _batch_${name!.toLowerCase()} in ${list!.replace(/[,;]/g, ' ')}; do `;
}

/** How many more parentheses a line opens than it closes, quotes left out. */
function changeOf(line: string): number {
	const bare = line.replace(/"[^"]*"|\^./g, '');
	return bare.split('(').length - bare.split(')').length;
}

const special = /\^(\r?\n)[ \t]*|\^(.)|%%([a-z])|%~?[\w$:~]*?[0-9*]|%(\w+)(:[^%\r\n]*)?%|!(\w+)!|\\"|[\\$`'"#()]/gi;

/** Appends text with what cmd.exe reads otherwise; true when a quote stays open. */
function addText(builder: TextMapBuilder, text: string, start: number, end: number, inQuotes: boolean): boolean {
	let quoted = inQuotes;
	let from = start;
	for (const match of text.slice(start, end).matchAll(special)) {
		const at = start + match.index;
		builder.verbatim(text.slice(from, at), from);
		from = at + match[0].length;
		if (match[0] === '"' && !inQuotes) { quoted = !quoted; }
		const put = replacement(match, quoted);
		if (put === match[0]) { builder.verbatim(put, at); } else { builder.replaced(put, at, from); }
	}
	builder.verbatim(text.slice(from, end), from);
	return quoted && !inQuotes;
}

function replacement([whole, newline, escaped, loop, name, changed, delayed]: RegExpMatchArray, quoted: boolean): string {
	if (newline !== undefined) { return '\\\n'; }
	if (escaped !== undefined) { return quoted ? whole : `\\${escaped}`; }
	if (loop !== undefined) { return `\${_batch_${loop.toLowerCase()}}`; }
	const variable = name ?? delayed;
	if (variable !== undefined && changed === undefined) { return `\${${variable.toUpperCase()}}`; }
	if (whole.startsWith('%')) { return '${_batch_}'; }
	if (whole === '"' || whole === '\\"') { return whole; }
	// The paths of builds are compared with a slash.
	if (whole === '\\') { return '/'; }
	if (quoted) { return /[$`]/.test(whole) ? `\\${whole}` : whole; }
	return whole === '(' || whole === ')' ? '\n' : `\\${whole}`;
}
