import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { parseArgs } from 'node:util';
import { investigate, type Investigation } from '../../core/engine/investigate.ts';
import type { EngineHost } from '../../core/engine/contract.ts';
import { createFactsIndex } from '../../core/engine/factsIndex.ts';
import { createExplainer, type ExplainMatch } from '../../core/explain/createExplainer.ts';
import { explain as explainText } from '../../core/explain/explain.ts';
import { boundedLines, type Piece } from '../boundedLines.ts';
import { readConfig, type CliConfig } from '../config.ts';
import { explanationJson } from '../format/explainJson.ts';
import { formatExplanation } from '../format/explainText.ts';
import { loadFacts, type LoadedFacts } from '../loadFacts.ts';
import { makeRegistry } from '../makeRegistry.ts';
import { nodeHost } from '../nodeHost.ts';
import { oneOf } from '../oneOf.ts';
import { rangesOf, type Range } from '../positions.ts';
import type { Span } from '../../core/model/index.ts';
import type { Streams } from '../streams.ts';
import { UsageError } from '../usageError.ts';

/** Up to this many characters are kept, so that wrapped lines can be joined; longer output is streamed. */
const keptWhole = 100_000;
/** Longest that files are read, and registries asked, milliseconds. */
const filesTime = 3000;
const askTime = 20_000;

const options = {
	'format': { type: 'string', default: 'text' },
	'check': { type: 'boolean' },
	'no-workspace': { type: 'boolean' },
	'insecure-host': { type: 'string', multiple: true },
	'no-cache': { type: 'boolean' },
	'no-color': { type: 'boolean' },
} as const;

interface Choice {
	readonly workspace: boolean;
	readonly check: boolean;
	readonly insecureHosts: readonly string[];
	readonly cache: boolean;
}

/** `pullcheck explain`: names the cause of error output, from a file or standard input, and where in the current folder it comes from. */
export async function explain(args: readonly string[], streams: Streams): Promise<number> {
	const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
	const format = oneOf('--format', values.format, ['text', 'json'] as const);
	const [file, ...more] = positionals;
	if (more.length > 0) { throw new UsageError('explain takes one file, or standard input'); }
	const { matches, lines } = await read(file, streams);
	const { causes, rangeOf } = await look(matches, streams, {
		workspace: !values['no-workspace'], check: values.check === true, insecureHosts: values['insecure-host'] ?? [], cache: !values['no-cache'],
	});
	streams.out(format === 'json' ? explanationJson(causes, rangeOf) : formatExplanation(causes, rangeOf, lines, streams.colour && !values['no-color']));
	return 0;
}

type RangeOf = (file: string, span: Span) => Range;

/** Files are read only where something was recognised, and never for long: what was read until then has to do. */
async function look(
	matches: readonly ExplainMatch[],
	streams: Streams,
	choice: Choice,
): Promise<{ readonly causes: readonly Investigation[]; readonly rangeOf: RangeOf }> {
	if (matches.length === 0) { return { causes: [], rangeOf: rangesOf(() => undefined) }; }
	const host = nodeHost(streams.cwd, streams.environment, choice.check);
	const config = choice.workspace || choice.check ? settingsHere(streams.cwd) : undefined;
	const reading = AbortSignal.any([streams.signal, AbortSignal.timeout(filesTime)]);
	const { index, textOf } = await factsHere(choice, { ...streams, signal: reading }, host, config?.exclude);
	const registry = choice.check && !config?.offline ? await makeRegistry(streams, {
		insecureHosts: [...config?.insecureHosts ?? [], ...choice.insecureHosts],
		allowHosts: config?.allowHosts ?? [],
		denyHosts: config?.denyHosts ?? [],
		cache: choice.cache,
	}) : undefined;
	try {
		const causes = await investigate(matches, index, host, {
			settings: { profile: 'default', severity: {}, targets: config?.targets ?? [], platforms: config?.platforms ?? [], offline: registry === undefined },
			signal: AbortSignal.any([streams.signal, AbortSignal.timeout(askTime)]),
			...registry && { registry },
		});
		return { causes, rangeOf: rangesOf(textOf) };
	} finally {
		await registry?.dispose();
	}
}

/** Settings with a mistake are said where files are checked. */
function settingsHere(cwd: string): CliConfig | undefined {
	try { return readConfig(undefined, cwd); } catch { return undefined; }
}

/** What files of the folder cannot be read is no answer to the question that was asked: nothing is said of them. */
async function factsHere(choice: Choice, streams: Streams, host: EngineHost, exclude: readonly string[] = []): Promise<Pick<LoadedFacts, 'index' | 'textOf'>> {
	if (choice.workspace) { return loadFacts([], { ...streams, err: () => undefined }, host, exclude); }
	return { index: createFactsIndex(host), textOf: () => undefined };
}

async function read(file: string | undefined, streams: Streams): Promise<{ matches: readonly ExplainMatch[]; lines: number }> {
	const input = addAbortSignal(streams.signal, file === undefined || file === '-' ? streams.stdin() : createReadStream(resolve(streams.cwd, file)));
	const explainer = createExplainer();
	let lines = 0;
	let kept: Piece[] | undefined = [];
	let size = 0;
	try {
		for await (const group of boundedLines(input)) {
			if (streams.signal.aborted) { break; }
			lines = group.at(-1)?.line ?? lines;
			for (const piece of group) {
				size += piece.text.length;
				if (kept) { kept.push(piece); } else { explainer.at(piece.line, piece.text); }
			}
			if (size > keptWhole && kept) {
				for (const { line, text } of kept) { explainer.at(line, text); }
				kept = undefined;
			}
		}
	} catch (error) {
		throw new UsageError(`cannot read ${file ?? 'standard input'}: ${(error as Error).message}`);
	}
	return { matches: kept ? explainText(whole(kept)).matches : explainer.end(), lines };
}

function whole(pieces: readonly Piece[]): string {
	return pieces.map(({ line, text }, index) => `${index === 0 ? '' : line === pieces[index - 1]?.line ? '\r' : '\n'}${text}`).join('');
}
