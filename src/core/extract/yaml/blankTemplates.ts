/** Stands for characters of a template whose text nobody knows before it is rendered; a private-use character. */
export const templateMark = '\ue0f0';

const ends: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };

/**
 * Makes YAML of a Go or Jinja template: lines that hold only actions (`{{- if … }}`, `{% for … %}`) become blank, actions inside a line
 * become {@link templateMark}s. Nothing moves: the result is as long as the text. Linear in its length. `sparing` leaves alone what follows a
 * dollar sign: the expressions of workflows (`${{ … }}`) are no templates.
 */
export function blankTemplates(text: string, sparing = false): string {
	const open = sparing ? /(?<!\$)\{[{%#]/g : /\{[{%#]/g;
	if (text.search(open) === -1) { return text; }
	return markActions(text, open).split('\n').map(line => onlyMarks(line) ? line.replaceAll(templateMark, ' ') : line).join('\n');
}

/**
 * The text without what `{{ define }}` keeps for elsewhere: each such block up to its `{{ end }}` is blank, as long as it was. Named
 * templates before or behind the objects of a file make no YAML of it.
 */
export function withoutDefinitions(text: string): string {
	if (!/\{\{-?[ \t]*define\b/.test(text)) { return text; }
	const opened: number[] = [];
	let kept = '';
	let from = 0;
	for (const { 0: action, 1: word, index } of text.matchAll(/\{\{-?[ \t]*(define|block|if|range|with|end)\b[^{}]*\}\}/g)) {
		if (word !== 'end') { opened.push(word === 'define' && opened.length === 0 ? index : -1); continue; }
		const start = opened.pop() ?? -1;
		if (start === -1) { continue; }
		const end = index + action.length;
		kept += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
		from = end;
	}
	return kept + text.slice(from);
}

function markActions(text: string, opening: RegExp): string {
	const missing = new Set<string>();
	let marked = '';
	let from = 0;
	for (const { 0: open, index } of text.matchAll(opening)) {
		const close = ends[open]!;
		if (index < from || missing.has(close)) { continue; }
		const end = text.indexOf(close, index + 2);
		if (end === -1) { missing.add(close); continue; }
		const action = text.slice(index, end + 2);
		// A comment behind a value is no part of it.
		const isNothing = /^\{(?:\{-?\s*\/\*|#)/.test(action) && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end + 2, end + 40));
		marked += text.slice(from, index) + action.replace(/[^\r\n]/g, isNothing ? ' ' : templateMark);
		from = end + 2;
	}
	return marked + text.slice(from);
}

function onlyMarks(line: string): boolean {
	return line.includes(templateMark) && line.replaceAll(templateMark, '').trim() === '';
}
