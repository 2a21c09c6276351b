import { resolve } from 'node:path';
import type { EngineHost, FactsIndex } from '../core/engine/contract.ts';
import { createFactsIndex } from '../core/engine/factsIndex.ts';
import { breather } from '../core/util/breather.ts';
import { printable } from '../core/util/printable.ts';
import { guessLanguage } from './guessLanguage.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usageError.ts';
import { walkFiles } from './walkFiles.ts';
import { whyNotRead } from './whyNotRead.ts';

/** The facts of all files below the paths. */
export interface LoadedFacts {
	readonly index: FactsIndex;
	/** Files that were read, in path order. */
	readonly files: readonly string[];
	/** The text of a file with facts, or of one that these needed (`.env`). */
	textOf(file: string): string | undefined;
	/** Reads a file again that has changed on disk. */
	reread(file: string): Promise<void>;
}

/** Of what could not be read, so many are named. */
const mostNamed = 5;

/**
 * Walks, reads and extracts. Files that no kind claims are passed over, unless the user named them; what cannot be read is said on standard error.
 * A named file that may not be opened is a {@link UsageError}.
 */
export async function loadFacts(paths: readonly string[], streams: Streams, host: EngineHost, exclude: readonly string[] = []): Promise<LoadedFacts> {
	const needed = new Map<string, string>();
	const index = createFactsIndex({ ...host, read: async file => remember(needed, file, await host.read(file)) });
	const leftOut: string[] = [];
	const onLeftOut = (file: string, reason: string): void => { leftOut.push(`pullcheck: ${file}: ${reason}; not read`); };

	async function read(file: string, explicit: boolean): Promise<void> {
		const claimed = index.claims(file);
		if (!claimed && !explicit) { return; }
		const text = await host.read(file);
		if (text === undefined) {
			const why = await whyNotRead(resolve(streams.cwd, file));
			if (explicit && why?.open === false) { throw new UsageError(`${file}: ${why.reason}`); }
			if (why) { onLeftOut(file, why.reason); }
			return;
		}
		await index.set(file, text, claimed ? undefined : guessLanguage(text));
	}

	const walked = await walkFiles(paths, { cwd: streams.cwd, exclude, signal: streams.signal, onLeftOut });
	const breathe = breather(20);
	for (const { file, explicit } of walked) {
		await breathe();
		if (streams.signal.aborted) { break; }
		await read(file, explicit);
	}
	say(leftOut, streams);
	// Only now is it known what files without a telling name are built or loaded.
	const files = walked.map(({ file }) => file).filter(file => index.get(file));
	return {
		index, files,
		textOf: file => index.get(file)?.text ?? needed.get(file),
		reread: async file => {
			const text = remember(needed, file, await host.read(file));
			await index.set(file, text, files.includes(file) && !index.claims(file) ? guessLanguage(text ?? '') : undefined);
		},
	};
}

function remember(texts: Map<string, string>, file: string, text: string | undefined): string | undefined {
	if (text !== undefined) { texts.set(file, text); }
	return text;
}

function say(lines: readonly string[], streams: Streams): void {
	for (const line of lines.slice(0, mostNamed)) { streams.err(`${printable(line)}\n`); }
	if (lines.length > mostNamed) { streams.err(`pullcheck: and ${lines.length - mostNamed} more that were not read\n`); }
}
