import type { CommandFlag, Edit, ToolCommand } from '../../model/index.ts';

/** Removes a flag with its value, and one blank or the line break (with its continuation) before it. */
export function removeFlag(command: ToolCommand, text: string, flag: CommandFlag): Edit {
	const before = text.slice(0, flag.span.start);
	if (command.list !== undefined) {
		const start = flag.span.start - (/",\s*"$/.exec(before.slice(-200))?.[0].length ?? 0);
		return { span: { start, end: flag.span.end }, newText: '' };
	}
	const gap = command.continuation !== undefined && before.endsWith(command.continuation) ? command.continuation.length : /[ \t]$/.test(before) ? 1 : 0;
	return { span: { start: flag.span.start - gap, end: flag.span.end }, newText: '' };
}
