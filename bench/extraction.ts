import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { parseDocument } from 'yaml';
import { composeCard } from '../src/core/extract/compose/card.ts';
import { dockerfileCard } from '../src/core/extract/dockerfile/card.ts';
import type { ExtractCard } from '../src/core/extract/card.ts';
import { corpusFolder } from '../test/support/corpus.ts';
import type { BenchResult } from './run.ts';

const rounds = 31;
const warmUp = 10;

/**
 * Reading files against the parsers that others use, in one run: Dockerfiles against `dockerfile-ast`, Compose against `yaml` merely parsing;
 * growth with size; a keystroke in a long file. `npm run bench -- extraction [FOLDER]`.
 */
export function bench([folder = corpusFolder]: readonly string[]): BenchResult {
	const texts = folder === undefined ? [] : walk(folder).map(file => ({ file, text: readFileSync(file, 'utf8') }));
	const dockerfiles = texts.filter(({ file }) => dockerfileCard.matches(file, undefined, ''));
	const composes = texts.filter(({ file }) => composeCard.matches(file, undefined, ''));
	const sample = dockerfiles.length > 0 ? dockerfiles.map(({ text }) => text).join('\n') : 'FROM node:22 AS a\nRUN npm ci && \\\n  npm test\nCOPY --from=a /x /y\n';
	return {
		dockerfiles: dockerfiles.length === 0 ? 'no Dockerfiles in the folder' : compare(
			dockerfiles, ({ file, text }) => read(dockerfileCard, file, text),
			// What an extension has to do with it to find the same: parse, and look at FROM and COPY.
			({ text }) => {
				const ast = DockerfileParser.parse(text);
				ast.getFROMs().forEach(from => from.getImage());
				ast.getCOPYs().forEach(copy => copy.getFromFlag());
			},
		),
		compose: composes.length === 0 ? 'no Compose files in the folder' : compare(
			composes, ({ file, text }) => read(composeCard, file, text), ({ text }) => { parseDocument(text); },
		),
		growth: growth(sample),
		keystroke: keystroke(sample),
	};
}

function read(card: ExtractCard, file: string, text: string): void {
	card.extract({ file, text, files: new Map(), environment: {}, builds: [] });
}

/**
 * Files per second of both, from the median time of each file over all rounds, taken in turns: what else the machine does hits few samples.
 * `ratio` is ours over theirs; the spread is over the files' tenth and ninetieth percentiles.
 */
function compare<T>(files: readonly T[], ours: (file: T) => void, theirs: (file: T) => void): Record<string, number> {
	const times = files.map((): { own: number[]; other: number[] } => ({ own: [], other: [] }));
	for (let round = -warmUp; round < rounds; round++) {
		files.forEach((file, index) => {
			const own = milliseconds(() => { ours(file); });
			const other = milliseconds(() => { theirs(file); });
			if (round >= 0) { times[index]!.own.push(own); times[index]!.other.push(other); }
		});
	}
	const total = (which: 'own' | 'other', share: number): number => times.reduce((sum, time) => sum + quantile(time[which], share), 0);
	return {
		files: files.length,
		filesPerSecond: round(files.length / total('own', 0.5) * 1000),
		otherFilesPerSecond: round(files.length / total('other', 0.5) * 1000),
		ratio: round(total('other', 0.5) / total('own', 0.5)),
		ratioAtTenthPercentile: round(total('other', 0.1) / total('own', 0.1)),
		ratioAtNinetiethPercentile: round(total('other', 0.9) / total('own', 0.9)),
	};
}

/** A file of 1 MB against one of 100 KB, which it repeats ten times; processor time: 10 is linear. */
function growth(sample: string): Record<string, number> {
	const small = sample.repeat(Math.ceil(100_000 / sample.length)).slice(0, 100_000);
	// Through bytes, as a file comes: a repeated string is slower to read.
	const large = Buffer.from(small.repeat(10)).toString();
	const cost = (text: string, times: number): number => cpuMilliseconds(() => {
		for (let each = 0; each < times; each++) { read(dockerfileCard, 'Dockerfile', text); }
	}) / times;
	cost(small, rounds);
	// In turns, over as much text each, so that both bear their share of the garbage collection that they cause.
	const costs = Array.from({ length: rounds }, () => [cost(small, 10), cost(large, 1)] as const);
	const mean = (which: 0 | 1): number => costs.reduce((sum, pair) => sum + pair[which], 0) / rounds;
	const [at100KB, at1MB] = [mean(0), mean(1)];
	return { millisecondsAt100KB: round(at100KB), millisecondsAt1MB: round(at1MB), ratio: round(at1MB / at100KB) };
}

/** One typed character in a Dockerfile of 2,000 lines: everything is read again. */
function keystroke(sample: string): Record<string, number> {
	const lines = sample.split('\n');
	const text = Array.from({ length: 2000 }, (_, index) => lines[index % lines.length]).join('\n');
	const times = Array.from({ length: 100 }, (_, index) => milliseconds(() => { read(dockerfileCard, 'Dockerfile', `${text.slice(0, 100 + index)}x${text.slice(100 + index)}`); })).slice(20);
	const at = (part: number): number => round(quantile(times, part));
	return { lines: 2000, milliseconds: at(0.5), atTenthPercentile: at(0.1), atNinetiethPercentile: at(0.9) };
}

function walk(folder: string): string[] {
	return readdirSync(folder).sort().flatMap(name => {
		const path = join(folder, name);
		return statSync(path).isDirectory() ? walk(path) : [path];
	});
}

function milliseconds(work: () => void): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

/** A long run on a busy machine is interrupted often; what the processor spent on it says more than the clock. */
function cpuMilliseconds(work: () => void): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

function quantile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((one, other) => one - other);
	return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function round(number: number): number {
	return Math.round(number * 100) / 100;
}
