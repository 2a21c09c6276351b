import type { Span } from '../../../model/index.ts';
import { mayCallTool } from '../tools/index.ts';
import { referenceEnd } from './expandMake.ts';

/** The commands of `$(shell …)` in a piece of a Makefile that call a tool: make runs them where it needs their output (GNU make manual, 8.14). */
export function shellFunctions(text: string, start: number, end: number): readonly Span[] {
	return [...text.slice(start, end).matchAll(/\$[({]shell[ \t]+/g)].flatMap(({ 0: head, index }) => {
		const at = start + index;
		const command = { start: at + head.length, end: referenceEnd(text, at, end) - 1 };
		return command.end > command.start && mayCallTool(text.slice(command.start, command.end)) ? [command] : [];
	});
}
