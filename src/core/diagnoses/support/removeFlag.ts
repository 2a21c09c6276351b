import type { CommandFlag, Edit, ToolCommand } from '../../model/index.ts';

/** Removes a flag with its value, and one blank or the line break (with its continuation) before it; words behind it keep their line. */
export function removeFlag(command: ToolCommand, text: string, flag: CommandFlag): Edit {
	const before = text.slice(0, flag.span.start);
	if (command.list !== undefined) {
		const start = flag.span.start - (/",\s*"$/.exec(before.slice(-200))?.[0].length ?? 0);
		return { span: { start, end: flag.span.end }, newText: '' };
	}
	// A folded text of YAML goes on in the next line without a sign.
	const newLine = /[ \t]*(?:[\\`^]{1,2}[ \t]*)?\r?\n[ \t]*$/.exec(before.slice(-200))?.[0];
	const behind = /^[ \t](?=[^\s\\`^])/.exec(text.slice(flag.span.end, flag.span.end + 2)) ? 1 : 0;
	if (newLine !== undefined && behind > 0) { return { span: { start: flag.span.start, end: flag.span.end + behind }, newText: '' }; }
	const gap = newLine?.length ?? (/[ \t]$/.test(before) ? 1 : 0);
	return { span: { start: flag.span.start - gap, end: flag.span.end }, newText: '' };
}
