import { promises } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Finding } from '../core/model/index.ts';
import { formatMessage } from '../core/util/formatMessage.ts';
import { readRegular } from './readRegular.ts';
import { slashed } from './slashed.ts';
import { UsageError } from './usageError.ts';

/** Old findings: how many of the same file, code and message there were. */
export interface BaselineEntry {
	/** Absolute here; written from the folder of the baseline, so that it holds wherever pullcheck starts and however files are named. */
	readonly file: string;
	readonly code: string;
	readonly message: string;
	readonly count: number;
}

/**
 * Drops the findings that a baseline lists: as many of the same file, code and message as it counts.
 * Lines are not compared, so old findings stay known when text above them changes.
 */
export function withoutBaseline(findings: readonly Finding[], baseline: readonly BaselineEntry[], cwd: string): Finding[] {
	const left = new Map<string, number>();
	for (const { file: place, code, message, count } of baseline) {
		left.set(keyOf(place, code, message), count);
	}
	return findings.filter(finding => {
		const key = keyOf(resolve(cwd, finding.file), finding.code, formatMessage(finding.message));
		const count = left.get(key) ?? 0;
		if (count > 0) { left.set(key, count - 1); }
		return count === 0;
	});
}

/** Writes the findings as the new baseline: in a new file, in an empty one or over an older baseline, and over nothing else. */
export async function writeBaseline(findings: readonly Finding[], file: string, cwd: string): Promise<void> {
	const counts = new Map<string, { file: string; code: string; message: string; count: number }>();
	const folder = dirname(resolve(cwd, file));
	for (const finding of findings) {
		const message = formatMessage(finding.message);
		const key = keyOf(finding.file, finding.code, message);
		const entry = counts.get(key) ?? { file: slashed(relative(folder, resolve(cwd, finding.file))), code: finding.code, message, count: 0 };
		entry.count += 1;
		counts.set(key, entry);
	}
	readBaseline(file, cwd, true);
	await promises.writeFile(
		resolve(cwd, file),
		`${JSON.stringify({ findings: [...counts.values()] }, undefined, '\t')}\n`,
	).catch((error: NodeJS.ErrnoException) => {
		throw new UsageError(`cannot write the baseline ${file} (${error.code ?? error.message})`);
	});
}

/** Reads a baseline file; a {@link UsageError} when it is none, or is not there unless it `mayBeNew`. */
export function readBaseline(file: string, cwd: string, mayBeNew = false): readonly BaselineEntry[] {
	let text: string;
	try {
		text = String(readRegular(resolve(cwd, file)));
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (mayBeNew && code === 'ENOENT') { return []; }
		throw new UsageError(mayBeNew
			? `cannot write the baseline ${file} (${code ?? message})`
			: `cannot read the baseline ${file}; write one with --update-baseline`);
	}
	if (mayBeNew && text === '') { return []; }
	try {
		const value = JSON.parse(text) as { readonly findings?: unknown } | null;
		if (Array.isArray(value?.findings) && value.findings.every(isEntry)) {
			return value.findings.map(entry => ({ ...entry, file: resolve(cwd, dirname(file), entry.file) }));
		}
	} catch { /* said below */ }
	throw new UsageError(`${file} is not a baseline: it must be JSON with a list "findings", as --update-baseline writes it`);
}

function keyOf(file: string, code: string, message: string): string {
	return `${file}\0${code}\0${message}`;
}

function isEntry(value: unknown): value is BaselineEntry {
	const { file, code, message, count } = (value ?? {}) as Partial<Record<keyof BaselineEntry, unknown>>;
	return [file, code, message].every(part => typeof part === 'string') && Number.isInteger(count);
}
