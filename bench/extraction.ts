import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { parseDocument } from 'yaml';
import { composeCard } from '../src/core/extract/compose/card.ts';
import { dockerfileCard } from '../src/core/extract/dockerfile/card.ts';
import type { ExtractCard } from '../src/core/extract/card.ts';
import { corpusFolder } from '../test/support/corpus.ts';
import type { BenchResult } from './run.ts';

const rounds = 15;

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
			({ text }) => { const ast = DockerfileParser.parse(text); ast.getFROMs().forEach(from => from.getImage()); ast.getCOPYs().forEach(copy => copy.getFromFlag()); },
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

/** Files per second of both, taken alternately; `ratio` is ours over theirs, round by round. */
function compare<T>(files: readonly T[], ours: (file: T) => void, theirs: (file: T) => void): Record<string, number> {
	const all = (work: (file: T) => void) => (): void => { for (const file of files) { work(file); } };
	const times = Array.from({ length: rounds + 3 }, () => [milliseconds(all(ours)), milliseconds(all(theirs))] as const).slice(3);
	const ratios = times.map(([own, other]) => other / own);
	return {
		files: files.length,
		filesPerSecond: round(files.length / median(times.map(([own]) => own)) * 1000),
		otherFilesPerSecond: round(files.length / median(times.map(([, other]) => other)) * 1000),
		ratio: round(median(ratios)),
		ratioLowest: round(Math.min(...ratios)),
		ratioHighest: round(Math.max(...ratios)),
	};
}

/** A file of 1 MB against one of 100 KB: 10 is linear. */
function growth(sample: string): Record<string, number> {
	const make = (size: number): string => sample.repeat(Math.ceil(size / sample.length)).slice(0, size);
	const small = make(100_000);
	const large = make(1_000_000);
	const times = Array.from({ length: rounds }, () => [
		milliseconds(() => { read(dockerfileCard, 'Dockerfile', small); }), milliseconds(() => { read(dockerfileCard, 'Dockerfile', large); }),
	] as const).slice(3);
	const [at100KB, at1MB] = [median(times.map(([time]) => time)), median(times.map(([, time]) => time))];
	return { millisecondsAt100KB: round(at100KB), millisecondsAt1MB: round(at1MB), ratio: round(at1MB / at100KB) };
}

/** One typed character in a Dockerfile of 2,000 lines: everything is read again. */
function keystroke(sample: string): Record<string, number> {
	const lines = sample.split('\n');
	const text = Array.from({ length: 2000 }, (_, index) => lines[index % lines.length]).join('\n');
	const times = Array.from({ length: 60 }, (_, index) => milliseconds(() => { read(dockerfileCard, 'Dockerfile', `${text.slice(0, 100 + index)}x${text.slice(100 + index)}`); })).slice(10);
	return { lines: 2000, milliseconds: round(median(times)), slowest: round(Math.max(...times)) };
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

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((one, other) => one - other);
	return sorted[sorted.length >> 1] ?? 0;
}

function round(number: number): number {
	return Math.round(number * 100) / 100;
}
