import type { FileFacts, FileKind, Span } from '../model/index.ts';
import { lineEndAt, lineStartAt } from '../util/lineBounds.ts';

/** A comment that takes codes out: `# pullcheck ignore=tag-not-found pushed by the release job`. */
export interface Excuse {
	readonly code: string;
	/** Where the code stands in the comment. */
	readonly codeSpan: Span;
	/** The text that it covers: a line, what begins on it, or the file. */
	readonly covers: Span;
}

/**
 * The excuses of a file. A comment of its own line covers the next line of code with the lines that backslashes add to it, to the end of a
 * command or instruction that begins there; above a folded text of YAML or a fence of a page all that stands in it; behind code it covers
 * that line; `ignore-file=` covers the file.
 */
export function excuses(facts: Pick<FileFacts, 'kind' | 'text' | 'commands' | 'dockerfile'>): readonly Excuse[] {
	const { text } = facts;
	const found: Excuse[] = [];
	for (let at = text.indexOf('pullcheck ignore'); at !== -1; at = text.indexOf('pullcheck ignore', at + 1)) {
		const lineStart = lineStartAt(text, at);
		const before = text.slice(lineStart, at).trimEnd();
		const mark = commentMarks(facts.kind).find(one => before.endsWith(one) && !/\S$/.test(before.slice(0, -one.length)));
		if (mark === undefined) { continue; }
		const code = before.slice(0, -mark.length);
		const written = /^pullcheck ignore(?<file>-file)?=(?<codes>[a-z0-9-]+(?:,[a-z0-9-]+|, ?[a-z]+(?:-[a-z0-9]+)+)*)/.exec(text.slice(at, at + 1000));
		const codes = written?.groups?.['codes'];
		if (!written || codes === undefined) { continue; }
		const covers = written.groups?.['file']
			? { start: 0, end: text.length }
			: isBlank(code, facts.kind) ? nextStatement(facts, lineEndAt(text, at))
			: { start: lineStart, end: lineEndAt(text, at) };
		let start = at + written[0].length - codes.length;
		for (const one of codes.split(',')) {
			// The dash that closes an HTML comment is no part of a code.
			const name = one.trim().replace(/-+$/, '');
			const from = start + one.length - one.trimStart().length;
			found.push({ code: name, codeSpan: { start: from, end: from + name.length }, covers });
			start += one.length + 1;
		}
	}
	return found;
}

/** How comments begin in a kind of file, the usual way first. */
export function commentMarks(kind: FileKind): readonly string[] {
	switch (kind) {
		case 'devcontainer': case 'tasks-json': case 'package-json': return ['//', '/*'];
		case 'bake': return ['#', '//', '/*'];
		case 'markdown': return ['<!--', '#', '//'];
		case 'jenkinsfile': return ['//', '#', '/*'];
		case 'quadlet': return ['#', ';'];
		case 'makefile': return ['#', '@#'];
		// Scripts of cmd.exe count as shell.
		case 'shell': return ['#', '::', '@rem', '@REM', 'rem', 'REM'];
		default: return ['#'];
	}
}

/** The next line with code, and all of the command or instruction that begins on it. */
function nextStatement(facts: Pick<FileFacts, 'kind' | 'text' | 'commands' | 'dockerfile'>, from: number): Span {
	const { text } = facts;
	let start = from + 1;
	while (start < text.length) {
		const line = text.slice(start, lineEndAt(text, start)).trim();
		if (line !== '' && !isComment(line, facts.kind)) { break; }
		start = lineEndAt(text, start) + 1;
	}
	let firstEnd = lineEndAt(text, start);
	while (firstEnd < text.length && /\\\r?$/.test(text.slice(Math.max(start, firstEnd - 2), firstEnd))) { firstEnd = lineEndAt(text, firstEnd + 1); }
	let end = Math.max(firstEnd, fenceEnd(facts, start, firstEnd), foldedEnd(text, start));
	for (const { span } of [...facts.commands, ...facts.dockerfile?.instructions ?? []]) {
		if (span.start >= start && span.start <= firstEnd) { end = Math.max(end, span.end); }
	}
	return { start, end };
}

/** Does the line begin with a mark, or with a word for comments and a blank? */
function isComment(line: string, kind: FileKind): boolean {
	return commentMarks(kind).some(mark => line.startsWith(mark) && (!/[a-z]$/i.test(mark) || !/^\S/.test(line.slice(mark.length))));
}

/** Nothing but blanks, and on a page what quotes and lists begin with. */
function isBlank(code: string, kind: FileKind): boolean {
	return (kind === 'markdown' ? /^[\s>*+-]*$/ : /^\s*$/).test(code);
}

/** Where the folded text of YAML ends (`run: >-`) whose key stands on the line, in which no comment can stand; 0 where there is none. */
export function foldedEnd(text: string, start: number): number {
	const header = text.slice(start, lineEndAt(text, start));
	if (!/(?:^|[:\s-])>[-+\d]{0,2}[ \t]*(?:[ \t]#.*)?\r?$/.test(header) || !/^[ \t]*(?:-|[^\s#][^#]*:)/.test(header)) { return 0; }
	const indent = /^[ \t]*(?:-[ \t]+(?=\S+:))*/.exec(header)![0].length;
	let end = lineEndAt(text, start);
	while (end < text.length) {
		const line = text.slice(end + 1, lineEndAt(text, end + 1));
		if (line.trim() !== '' && line.length - line.trimStart().length <= indent) { break; }
		end = lineEndAt(text, end + 1);
	}
	return end;
}

/** Where the fence ends that a line of a page opens; 0 when it opens none. */
function fenceEnd({ kind, text }: Pick<FileFacts, 'kind' | 'text'>, start: number, end: number): number {
	const fence = kind === 'markdown' ? /^[ \t>]*(`{3,}|~{3,})/.exec(text.slice(start, end))?.[1] : undefined;
	if (fence === undefined) { return 0; }
	for (let at = end + 1; at < text.length; at = lineEndAt(text, at) + 1) {
		if (text.slice(at, lineEndAt(text, at)).replace(/^[ \t>]*/, '').startsWith(fence)) { return at; }
	}
	return text.length;
}
