import type { Span } from '../../../model/index.ts';
import type { Fence } from './readFences.ts';
import { beginsWithTool } from './shellFence.ts';

/**
 * Code spans outside of fenced blocks that are whole commands: they begin with a tool and one of its subcommands, and name something.
 * A mere mention (`docker build`, `docker buildx build --push`) is none.
 */
export function inlineCommands(text: string, fences: readonly Fence[]): readonly Span[] {
	const found: Span[] = [];
	let next = 0;
	for (const match of text.matchAll(/(?<![`\\])`([^`\r\n]{8,400})`(?!`)/g)) {
		const start = match.index + 1;
		while (next < fences.length && (fences[next]!.lines.at(-1)?.end ?? 0) <= start) { next++; }
		const fence = fences[next]?.lines[0];
		if (fence && fence.start <= start) { continue; }
		const words = match[1]!.trim().split(/\s+/);
		const last = words.at(-1)!;
		if (words.length >= 3 && !last.startsWith('-') && !/[.…]{3}|…|[|&;]$/.test(match[1]!) && beginsWithTool(match[1]!)) {
			found.push({ start, end: start + match[1]!.length });
		}
	}
	return found;
}
