import type { Edit, ToolCommand } from '../../model/index.ts';

/**
 * Inserts flags (`--format=docker`) directly after the subcommand: on the same line, or, where the command goes on
 * in the next line there, each on a line of its own with the neighbours' indentation; in a list each as a string of its own.
 */
export function addFlag(command: ToolCommand, text: string, ...flags: readonly string[]): Edit {
	const at = command.subcommandSpan.end;
	if (command.list !== undefined) {
		return { span: { start: at, end: at }, newText: flags.map(flag => command.list! + flag.replaceAll(' ', command.list!)).join('') };
	}
	const gap = text.slice(at, nextWord(command));
	const separator = command.continuation !== undefined && gap.includes('\n') ? command.continuation : ' ';
	return { span: { start: at, end: at }, newText: flags.map(flag => separator + flag).join('') };
}

/** `--name=value` when the command writes its flags so (or has none with a value and `usual` is `=`), else `--name value`. */
export function spellFlag(command: ToolCommand, name: string, value: string, usual: '=' | ' '): string {
	const separators = command.flags.filter(flag => flag.name.startsWith('--') && flag.value).map(flag => flag.separator);
	return `${name}${separators.includes('=') || command.list !== undefined ? '=' : usual}${value}`;
}

/** Where the first flag or operand after the subcommand begins; the end of the command when there is none. */
function nextWord(command: ToolCommand): number {
	const at = command.subcommandSpan.end;
	return [...command.flags, ...command.operands].reduce((first, { span }) => span.start >= at ? Math.min(first, span.start) : first, command.span.end);
}
