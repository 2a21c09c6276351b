import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from './usageError.ts';

/** Writes the new texts of files that are there; a byte order mark stays. Throws a {@link UsageError}, and writes none, when one of them may not be written. */
export function writeFiles(files: readonly { readonly file: string; readonly text: string }[], cwd: string): void {
	for (const { file } of files) { assertWritable(file, cwd); }
	for (const { file, text } of files) { write(resolve(cwd, file), text); }
}

/** Before the first is written: a change of two files must not end after one. */
function assertWritable(file: string, cwd: string): void {
	try {
		closeSync(openSync(resolve(cwd, file), 'r+'));
	} catch (error) {
		throw new UsageError(`cannot write ${file} (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
	}
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** At one go, which Ctrl-C cannot cut in two; a byte order mark stays. */
function write(path: string, text: string): void {
	const marked = readFileSync(path).subarray(0, 3).equals(byteOrderMark);
	writeFileSync(path, marked ? Buffer.concat([byteOrderMark, Buffer.from(text)]) : text);
}
