import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import { appendMapped } from '../../appendMapped.ts';

/** A program and its arguments as one command line; an argument that a shell would read otherwise is quoted. */
export function joinedCommand(command: TextMap, args: readonly TextMap[], text: string): TextMap {
	const builder = new TextMapBuilder();
	appendMapped(builder, command, 0, command.text.length);
	for (const argument of args) {
		const start = argument.outer(0);
		builder.replaced(' ', Math.max(0, start - 1), start);
		const quoted = /[\s;&|<>()`'"*?]/.test(argument.text) && !argument.text.includes('\'');
		if (quoted) { builder.replaced('\'', start, start); }
		appendMapped(builder, argument, 0, argument.text.length);
		if (quoted) { builder.replaced('\'', Math.min(text.length, start), start); }
	}
	return builder.build();
}
