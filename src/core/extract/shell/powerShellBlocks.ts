import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';

/** Words, brackets, strings and comments; all else is passed over. */
const token = /#[^\n]*|<#[^]*?(?:#>|$)|@'[^]*?(?:\n'@|$)|@"[^]*?(?:\n"@|$)|'[^'\n]*'|"(?:[^"`\n]|`[^])*"|`[^]|@\{|\$\{[^}\n]*\}|\$\(|[A-Za-z_][\w-]*|[(){}\n;]/g;

interface Bracket {
	readonly sign: string;
	readonly start: number;
	/** The word in front of a parenthesis or a block. */
	readonly word: string;
	/** What stands for the closing brace. */
	readonly closing?: string;
}

/** An edit of the text: what a POSIX shell writes in place of a stretch. */
interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Rewrites the blocks of PowerShell, `if (…) { … } else { … }`, loops and functions, as those of a POSIX shell. Linear; what is broken stays as it is. */
export function powerShellBlocks(text: string): TextMap {
	const edits: Edit[] = [];
	const open: Bracket[] = [];
	let word = { text: '', start: 0 };
	let closed: { readonly bracket: Bracket; readonly end: number } | undefined;
	let statement = 0;
	for (const { 0: piece, index } of text.matchAll(token)) {
		if (piece === '\n' || piece === ';') { statement = index + 1; continue; }
		if (/^[A-Za-z_]/.test(piece)) {
			// Behind the head of a block, as in `} else {`, or of a function.
			if (!/^function$/i.test(word.text) || statement > word.start) { word = { text: piece, start: index }; }
			closed = closed && /^(?:else|elseif|catch|finally)$/i.test(piece) ? closed : undefined;
			continue;
		}
		if (piece === '(' || piece === '$(' || piece === '@{') { open.push({ sign: piece, start: index, word: word.text.toLowerCase() }); continue; }
		if (piece === ')') {
			const bracket = open.at(-1)?.sign === '{' ? undefined : open.pop();
			if (bracket) { closed = { bracket, end: index + 1 }; }
			continue;
		}
		if (piece === '{') {
			const before = closed?.bracket.sign === '(' && text.slice(closed.end, index).trim() === '' ? closed : undefined;
			const head = blockHead(text, word, before, index, open.at(-1)?.word === 'switch' && open.at(-1)?.sign === '{' ? statement : undefined);
			open.push({ sign: '{', start: index, word: before?.bracket.word ?? word.text.toLowerCase(), ...(head && { closing: head.closing }) });
			if (head) { edits.push(head.edit); }
			statement = index + 1;
			closed = undefined;
			continue;
		}
		if (piece !== '}') { continue; }
		const bracket = open.pop();
		if (bracket?.closing === undefined) { continue; }
		const goesOn = bracket.closing === 'fi' && /^\s*else(?:if)?\b/i.test(text.slice(index + 1, index + 200));
		edits.push({ start: index, end: index + 1, text: goesOn ? '\n' : `\n${bracket.closing}\n` });
		statement = index + 1;
	}
	const builder = new TextMapBuilder();
	let from = 0;
	for (const { start, end, text: replacement } of edits) {
		if (start < from) { continue; }
		builder.verbatim(text.slice(from, start), from).replaced(replacement, start, end);
		from = end;
	}
	return builder.verbatim(text.slice(from), from).build();
}

function blockHead(
	text: string,
	word: { readonly text: string; readonly start: number },
	condition: { readonly bracket: Bracket; readonly end: number } | undefined,
	index: number,
	label: number | undefined,
): { readonly edit: Edit; readonly closing: string } | undefined {
	const end = index + 1;
	const edit = (start: number, replacement: string, closing: string): { edit: Edit; closing: string } =>
		({ edit: { start, end, text: replacement }, closing });
	if (label !== undefined) { return edit(label, '\nif :; then ', 'fi'); }
	const name = condition?.bracket.word ?? word.text.toLowerCase();
	const start = Math.min(word.start, condition?.bracket.start ?? word.start);
	const asked = condition
		? [...text.slice(condition.bracket.start, condition.end).matchAll(/\$(?:env:)?(\w+)/gi)].map(match => ` $${match[1]!}`).join('')
		: '';
	const near = Math.max(0, (condition?.bracket.start ?? 0) - 40);
	const head = condition ? near + Math.max(0, text.slice(near, condition.bracket.start).search(/[A-Za-z]+\s*$/)) : start;
	switch (name) {
		case 'if': return edit(head, `if :${asked}; then `, 'fi');
		case 'elseif': return edit(head, `elif :${asked}; then `, 'fi');
		case 'else': return edit(start, 'else ', 'fi');
		case 'foreach': return condition ? edit(head, loopHead(text.slice(condition.bracket.start + 1, condition.end - 1)), 'done') : edit(index, '; { ', '}');
		case 'for': case 'while': return edit(head, 'while :; do ', 'done');
		case 'switch': return edit(head, '{ ', '}');
		case 'function':
			return edit(word.start, `${/^function\s+([\w-]+)/i.exec(text.slice(word.start, word.start + 200))?.[1]?.replaceAll('-', '_') ?? '_'}() { `, '}');
		case 'try': case 'finally': return edit(start, '{ ', '}');
		case 'catch': return edit(head, 'if :; then ', 'fi');
		default: return edit(index, '; { ', '}');
	}
}

/** `$i in 'a', 'b'`; a list that only a run knows is that of a variable that nobody knows. */
function loopHead(inside: string): string {
	const match = /^\s*\$(\w+)\s+in\s+(?:@\()?((?:\s*(?:'[^'$]*'|"[^"$]*"|\d+)\s*,?)+)\)?\s*$/i.exec(inside);
	const listed = /^\s*\$(\w+)\s+in\s+\$(\w+)\s*$/i.exec(inside);
	if (listed) { return `for ${listed[1]!} in "\${${listed[2]!}[@]}"; do `; }
	if (!match) { return `for ${/\$(\w+)/.exec(inside)?.[1] ?? '_'} in $_list_; do `; }
	return `for ${match[1]!} in ${match[2]!.replaceAll(',', ' ')}; do `;
}
