import type { Span } from '../../../model/index.ts';
import type { Fence } from './readFences.ts';
import { beginsWithTool } from './shellFence.ts';

/**
 * Code spans outside of fenced blocks that are a whole command and all that their line or list item says: ``- `docker login … quay.io` ``.
 * In a sentence they speak of a command, and a mere name of one (`docker build`) is none.
 */
export function inlineCommands(text: string, fences: readonly Fence[]): readonly Span[] {
	const found: Span[] = [];
	let next = 0;
	for (const match of text.matchAll(/^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)`([^`\r\n]{8,400})`[ \t]*[.:;,]?[ \t]*$/gm)) {
		const start = match.index + match[1]!.length + 1;
		while (next < fences.length && (fences[next]!.lines.at(-1)?.end ?? 0) <= start) { next++; }
		const fence = fences[next]?.lines[0];
		if (fence && fence.start <= start) { continue; }
		const command = match[2]!;
		const words = command.trim().split(/\s+/);
		if (words.length >= 3 && !words.at(-1)!.startsWith('-') && !/[.…]{3}|…|[|&;]$/.test(command) && beginsWithTool(command)) {
			found.push({ start, end: start + command.length });
		}
	}
	return found;
}
