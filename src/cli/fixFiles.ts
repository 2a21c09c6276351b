import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../core/model/index.ts';
import { applyFixes } from './applyFixes.ts';
import type { LoadedFacts } from './loadFacts.ts';
import { UsageError } from './usageError.ts';

/** What was fixed, and what is found after it. */
export interface FixedFiles<T> {
	readonly result: T;
	readonly fixed: readonly Finding[];
}

/** A fix may uncover what another fixes; fixes that undo each other must come to an end. */
const mostRounds = 10;

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Applies the preferred fixes that are safe, reads what changed and checks again, until nothing is left to apply.
 *
 * @param again checks the files as they are now
 */
export async function fixFiles<T extends { readonly findings: readonly Finding[] }>(first: T, loaded: Pick<LoadedFacts, 'textOf' | 'reread'>, cwd: string, again: () => Promise<T>): Promise<FixedFiles<T>> {
	let result = first;
	const fixed: Finding[] = [];
	for (let round = 0; round < mostRounds; round++) {
		const { files, applied } = applyFixes(result.findings, loaded.textOf);
		if (files.length === 0) { break; }
		for (const { file } of files) { assertWritable(file, cwd); }
		for (const { file, text } of files) {
			write(resolve(cwd, file), text);
			await loaded.reread(file);
		}
		fixed.push(...applied);
		result = await again();
	}
	return { result, fixed };
}

/** Before the first is written: a fix that changes two files must not end after one. */
function assertWritable(file: string, cwd: string): void {
	try {
		closeSync(openSync(resolve(cwd, file), 'r+'));
	} catch (error) {
		throw new UsageError(`cannot write ${file} (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
	}
}

/** At one go, which Ctrl-C cannot cut in two; a byte order mark stays. */
function write(path: string, text: string): void {
	const marked = readFileSync(path).subarray(0, 3).equals(byteOrderMark);
	writeFileSync(path, marked ? Buffer.concat([byteOrderMark, Buffer.from(text)]) : text);
}
