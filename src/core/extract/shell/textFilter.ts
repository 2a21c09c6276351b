/**
 * What a program of a pipe makes of a known text: `tr`, `cut`, `sed s/…/…/`, `head`, `tail`, `cat`. `undefined` for all others, and for
 * what needs more than a look.
 */
export function textFilter(name: string, words: readonly string[], text: string): string | undefined {
	const lines = text.replace(/\n$/, '').split('\n');
	switch (name) {
		case 'cat': return words.length === 0 ? text : undefined;
		case 'tr': return translated(words, text);
		case 'cut': {
			const options = words.join(' ');
			const separator = /(?:^| )-d ?(\S)(?: |$)/.exec(options)?.[1];
			const field = /^(?:-d ?\S )?-f ?(\d)(?: -d ?\S)?$/.exec(options)?.[1];
			return separator && field
				? lines.map(line => line.includes(separator) ? line.split(separator)[Number(field) - 1] ?? '' : line).join('\n')
				: undefined;
		}
		case 'sed': return words.length === 1 || (words.length === 2 && /^-[eEr]$/.test(words[0]!)) ? substituted(words.at(-1)!, lines) : undefined;
		case 'head':
		case 'tail': {
			const count = /^-n? ?(\d{1,3})$/.exec(words.join(' '))?.[1];
			return count === undefined ? undefined : (name === 'head' ? lines.slice(0, Number(count)) : lines.slice(-Number(count))).join('\n');
		}
		default: return undefined;
	}
}

function translated(words: readonly string[], text: string): string | undefined {
	const [from, to] = words;
	if (words.length !== 2 || from === undefined || to === undefined) { return undefined; }
	if (from === '-d') { return /^[^[\]\\-]+$/.test(to) ? [...text].filter(character => !to.includes(character)).join('') : undefined; }
	if (/^(?:\[:upper:\]|A-Z)$/.test(from) && /^(?:\[:lower:\]|a-z)$/.test(to)) { return text.toLowerCase(); }
	if (/^(?:\[:lower:\]|a-z)$/.test(from) && /^(?:\[:upper:\]|A-Z)$/.test(to)) { return text.toUpperCase(); }
	return from.length === 1 && to.length === 1 ? text.replaceAll(from, to) : undefined;
}

/** `s/old/new/` and `s|old|new|g` of plain characters, perhaps at the start or the end. */
function substituted(script: string, lines: readonly string[]): string | undefined {
	const match = /^s([/|#,:@])(\^?)((?:[\w -]|\\[./]|(?!\1)[/:@,])*?)(\$?)\1([\w ./:-]*)\1(g?)$/.exec(script);
	if (!match || match[5]!.includes(match[1]!)) { return undefined; }
	const [, , start, written, end, put, all] = match;
	const old = written!.replace(/\\(.)/g, '$1');
	return lines.map(line => {
		if (start) { return line.startsWith(old) && (!end || line === old) ? put + line.slice(old.length) : line; }
		if (end) { return line.endsWith(old) ? line.slice(0, line.length - old.length) + put : line; }
		return all && old !== '' ? line.replaceAll(old, () => put!) : line.replace(old, () => put!);
	}).join('\n');
}
