import type { JoinedLines } from './joinedLines.ts';

/** Most lines that one scalar is folded over. */
const most = 40;

/** Quoted scalars that YAML folded over several lines (YAML 1.2, 7.3), as `kubectl get -o yaml` prints messages, each as one text. Linear. */
export function foldedScalars(lines: readonly string[]): readonly JoinedLines[] {
	const found: JoinedLines[] = [];
	for (let index = 0; index + 1 < lines.length; index += 1) {
		const [, indent = '', quote, first = ''] = /^(\s*)(?:- )?[\w.-]{1,60}: (['"])(.*)$/.exec(lines[index]!.trimEnd()) ?? [];
		if (quote === undefined || closes(first, quote)) { continue; }
		const parts = [first, ...restOf(lines, index + 1, indent.length, quote)];
		if (parts.length === 1) { continue; }
		found.push({ line: index + 1, count: parts.length, texts: [unescaped(parts.join(' ').slice(0, -1), quote)], parts: [] });
		index += parts.length - 1;
	}
	return found;
}

/** The lines that end the scalar; none where it does not end as YAML wants. */
function restOf(lines: readonly string[], from: number, indent: number, quote: string): readonly string[] {
	const rest: string[] = [];
	for (const line of lines.slice(from, from + most)) {
		const text = line.trim();
		if (line.length - line.trimStart().length <= indent || text === '') { return []; }
		rest.push(text);
		if (closes(text, quote)) { return rest; }
	}
	return [];
}

function closes(text: string, quote: string): boolean {
	return quote === '"' ? /(?:^|[^\\])(?:\\\\)*"$/.test(text) : /(?:^|[^'])(?:'')*'$/.test(text);
}

/** A backslash at a line's end joins without a blank; one at its begin keeps blanks. */
function unescaped(text: string, quote: string): string {
	return quote === '"' ? text.replace(/\\ \\?/g, '').replaceAll('\\"', '"') : text.replaceAll('\'\'', '\'');
}
