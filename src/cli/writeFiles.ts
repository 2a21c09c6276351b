import { closeSync, openSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { UsageError } from './usageError.ts';

/** Writes the new texts of files that are there; a byte order mark stays. Throws a {@link UsageError}, and writes none, when one of them may not be written. */
export function writeFiles(files: readonly { readonly file: string; readonly text: string }[], cwd: string): void {
	for (const { file } of files) { assertWritable(file, cwd); }
	for (const { file, text } of files) { write(resolve(cwd, file), text); }
}

/** Before the first is written: a change of two files must not end after one. */
function assertWritable(file: string, cwd: string): void {
	const path = resolve(cwd, file);
	try {
		closeSync(openSync(path, 'r+'));
	} catch (error) {
		throw new UsageError(`cannot write ${file} (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
	}
	if (!staysInside(path, cwd)) { throw new UsageError(`cannot write ${file}: it is a link to a file outside of this folder`); }
}

/** A link of a repository may lead to any file of its user: nothing is written out of the folder where pullcheck runs, or of that of a file outside it. */
function staysInside(path: string, cwd: string): boolean {
	const isIn = (file: string, folder: string): boolean => file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
	return isIn(realpathSync(path), realpathSync(isIn(path, cwd) ? cwd : dirname(path)));
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** At one go, which Ctrl-C cannot cut in two; a byte order mark stays. */
function write(path: string, text: string): void {
	const marked = readFileSync(path).subarray(0, 3).equals(byteOrderMark);
	writeFileSync(path, marked ? Buffer.concat([byteOrderMark, Buffer.from(text)]) : text);
}
