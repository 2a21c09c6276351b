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

function markActions(text: string, opening: RegExp): string {
	const missing = new Set<string>();
	let marked = '';
	let from = 0;
	for (const { 0: open, index } of text.matchAll(opening)) {
		const close = ends[open]!;
		if (index < from || missing.has(close)) { continue; }
		const end = text.indexOf(close, index + 2);
		if (end === -1) { missing.add(close); continue; }
		marked += text.slice(from, index) + text.slice(index, end + 2).replace(/[^\r\n]/g, templateMark);
		from = end + 2;
	}
	return marked + text.slice(from);
}

function onlyMarks(line: string): boolean {
	return line.includes(templateMark) && line.replaceAll(templateMark, '').trim() === '';
}
