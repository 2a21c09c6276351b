import type { CommandWord, Span, ToolCommand } from '../../model/index.ts';

/** The same command `by` characters further on. */
export function movedCommand(command: ToolCommand, by: number): ToolCommand {
	const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
	const word = (one: CommandWord): CommandWord => ({ ...one, span: move(one.span) });
	return {
		...command,
		span: move(command.span), toolSpan: move(command.toolSpan), subcommandSpan: move(command.subcommandSpan),
		flags: command.flags.map(flag => ({ ...flag, span: move(flag.span), nameSpan: move(flag.nameSpan), ...flag.value && { value: word(flag.value) } })),
		operands: command.operands.map(word),
		environment: command.environment.map(one => ({ ...one, value: word(one.value) })),
	};
}
