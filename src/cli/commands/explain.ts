import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createExplainer, type ExplainMatch } from '../../core/explain/createExplainer.ts';
import { explain as explainText } from '../../core/explain/explain.ts';
import { docsUrl } from '../../core/util/docsUrl.ts';
import { formatMessage } from '../../core/util/formatMessage.ts';
import { formatExplanation } from '../format/explainText.ts';
import { oneOf } from '../oneOf.ts';
import type { Streams } from '../streams.ts';
import { UsageError } from '../usageError.ts';

/** Up to this many characters are kept, so that wrapped lines can be joined; longer output is streamed. */
const keptWhole = 100_000;

/** `pullcheck explain`: names the cause of error output, from a file or standard input. */
export async function explain(args: readonly string[], streams: Streams): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { 'format': { type: 'string', default: 'text' }, 'no-color': { type: 'boolean' } },
	});
	const format = oneOf('--format', values.format, ['text', 'json'] as const);
	const [file, ...more] = positionals;
	if (more.length > 0) { throw new UsageError('explain takes one file, or standard input'); }
	const { matches, lines } = await read(file, streams);
	streams.out(format === 'json'
		? `${JSON.stringify({ matches: matches.map(matchJson) }, undefined, 2)}\n`
		: formatExplanation(matches, lines, streams.colour && !values['no-color']));
	return 0;
}

async function read(file: string | undefined, streams: Streams): Promise<{ matches: readonly ExplainMatch[]; lines: number }> {
	const input = file === undefined || file === '-' ? streams.stdin : createReadStream(resolve(streams.cwd, file));
	const explainer = createExplainer();
	let lines = 0;
	let kept: string[] | undefined = [];
	let size = 0;
	try {
		for await (const line of createInterface({ input, crlfDelay: Infinity })) {
			if (streams.signal.aborted) { break; }
			explainer.push(line);
			lines += 1;
			size += line.length;
			if (size > keptWhole) { kept = undefined; }
			kept?.push(line);
		}
	} catch (error) {
		throw new UsageError(`cannot read ${file ?? 'standard input'}: ${(error as Error).message}`);
	}
	const matches = explainer.end();
	if (matches.length === 0 && kept) { return { matches: explainText(kept.join('\n')).matches, lines }; }
	return { matches, lines };
}

function matchJson(match: ExplainMatch): object {
	return {
		code: match.code,
		line: match.line,
		...(match.reference === undefined ? {} : { reference: match.reference }),
		...(match.host === undefined ? {} : { host: match.host }),
		message: formatMessage(match.message),
		text: match.text,
		count: match.count,
		fixes: match.remedies.map(({ title, text }) => ({ title: formatMessage(title), edits: [], action: { type: 'copy', text } })),
		docs: docsUrl(match.code),
	};
}
