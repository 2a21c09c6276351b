import { parseArgs } from 'node:util';
import type { FileFacts, ImageUse } from '../../core/model/index.ts';
import { printable } from '../../core/util/printable.ts';
import { canonicalImage } from '../canonicalImage.ts';
import { jsonText } from '../format/jsonText.ts';
import { loadFacts } from '../loadFacts.ts';
import { nodeHost } from '../nodeHost.ts';
import { rangesOf } from '../positions.ts';
import { oneOf } from '../oneOf.ts';
import { progressLine } from '../progressLine.ts';
import { shownPath } from '../format/shownPath.ts';
import type { Streams } from '../streams.ts';

/** `pullcheck refs`: every image reference, one a line, no network. */
export async function refs(args: readonly string[], streams: Streams): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { format: { type: 'string', default: 'text' }, 'no-color': { type: 'boolean' } },
	});
	const format = oneOf('--format', values.format, ['text', 'jsonl'] as const);
	const progress = progressLine(streams, 'Reading files');
	const err = (text: string): void => { progress.clear(); streams.err(text); };
	const { index, files, textOf } = await loadFacts(positionals, { ...streams, err }, nodeHost(streams.cwd, streams.environment, false)).finally(progress.end);
	const rangeOf = rangesOf(textOf);
	for (const file of files) {
		const facts = index.get(file);
		for (const use of inOrder(facts)) {
			const range = rangeOf(file, use.span);
			const image = canonicalImage(use);
			const alternatives = use.alternatives.flatMap(({ reference }) => canonicalImage({ class: use.class, ...(reference && { reference }) }) ?? []);
			if (format === 'jsonl') {
				streams.out(`${jsonText({
					file, kind: use.kind, class: use.class, text: use.text, image, range, line: range.start.line + 1,
					...(alternatives.length > 0 ? { alternatives } : {}),
					...(use.optional ? { optional: true } : {}),
					...(use.environmentDependent ? { environmentDependent: true } : {}),
				})}\n`);
				continue;
			}
			streams.out(`${shownPath(file)}:${range.start.line + 1}:${range.start.character + 1}  ${use.kind}  ${use.class}  ${oneLine(use.text)}${image !== null && (image !== use.text || alternatives.length > 0) ? ` -> ${[image, ...alternatives].join(', ')}` : ''}\n`);
		}
	}
	return 0;
}

function inOrder(facts: FileFacts | undefined): ImageUse[] {
	return [...facts?.uses ?? []].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function oneLine(text: string): string {
	return printable(text.replace(/\s+/g, ' '));
}
