import type { Edit, ToolCommand } from '../../model/index.ts';
import { lineEndAt, lineStartAt } from '../../util/lineBounds.ts';

/** A command that has its line or lines to itself: in front of it only indentation, `- ` of a list, `@` of a recipe or a prompt. */
const alone = /^[ \t]*(?:- +)?(?:[@+-]+[ \t]*)?(?:[$%#] +)?$/;
/** What feeds a command on the same line. */
const fed = /^[ \t]*(?:- +)?(?:[@+-]+[ \t]*)?(?:[$%#] +)?(?:(?:echo|printf|cat)\b[^|&;\n]*\|[ \t]*)?$/;
/** Behind it the same shell goes on: a line put there would come in between. */
const goesOn = /(?:\\|&&|\|\|?|\{|\(|\b(?:then|do|else))[ \t]*\r?$/;
/** Behind it nothing that belongs to the command but redirections, a comment and what ends the text. */
const ends = /^[ \t]*(?:$|[\r#"'`)};]|&&|\|\|)/;

/**
 * Another command behind one: on a line of its own that begins as the command's does, or by `&&` where the command shares its line.
 * `undefined` where neither can be done.
 */
export function commandBehind(command: ToolCommand, text: string, line: string): Edit | undefined {
	const { before, rest, end } = surroundings(command, text);
	if (command.list !== undefined || !command.editable) { return undefined; }
	if (alone.test(before) && !goesOn.test(rest)) {
		const at = text[end - 1] === '\r' ? end - 1 : end;
		return { span: { start: at, end: at }, newText: `${text.includes('\r\n') ? '\r\n' : '\n'}${before}${line}` };
	}
	return ends.test(rest) ? { span: { start: command.span.end, end: command.span.end }, newText: ` && ${line}` } : undefined;
}

/** Another command in front of one that has its line to itself. */
export function commandInFront(command: ToolCommand, text: string, line: string): Edit | undefined {
	const { before, start } = surroundings(command, text);
	if (command.list !== undefined || !command.editable || !alone.test(before)) { return undefined; }
	return { span: { start, end: start }, newText: `${before}${line}${text.includes('\r\n') ? '\r\n' : '\n'}` };
}

/** The line of a command taken out, with what is piped into it; `undefined` where more stands there, or nothing would be left of a list or script. */
export function withoutCommand(command: ToolCommand, text: string): Edit | undefined {
	const { before, rest, start, end } = surroundings(command, text);
	if (command.list !== undefined || !command.editable || !fed.test(before) || !/^(?:[ \t]+\d?(?:>>?|<)&?[ \t]*[^\s<>&|;]+)*[ \t]*(?:#.*)?\r?$/.test(rest)) {
		return undefined;
	}
	if (!['shell', 'markdown', 'batch', 'powershell'].includes(command.host) && !hasNeighbour(text, start, end, /^[ \t]*(?:- +)?/.exec(before)![0])) {
		return undefined;
	}
	return end === text.length && start > 0
		? { span: { start: start - 1, end }, newText: '' }
		: { span: { start, end: Math.min(end + 1, text.length) }, newText: '' };
}

function surroundings({ span }: ToolCommand, text: string) {
	const start = lineStartAt(text, span.start);
	const end = lineEndAt(text, span.end);
	return { before: text.slice(start, span.start), rest: text.slice(span.end, end), start, end };
}

/** A line above or below begins in the same way. */
function hasNeighbour(text: string, start: number, end: number, indent: string): boolean {
	const above = start === 0 ? '' : text.slice(lineStartAt(text, start - 1), start);
	const below = text.slice(end + 1, end + 1 + indent.length + 1);
	return indent !== '' && [above, below].some(line => line.startsWith(indent) && /^\S/.test(line.slice(indent.length)));
}
