import { readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import { readRegular } from './readRegular.ts';

// A command has nothing else to do while it reads: waiting for the event loop takes longer than the disk does for most of what is looked for.

/** `undefined` when there is nothing, or it may not be looked at. */
export function statusOf(path: string): Stats | undefined {
	try { return statSync(path, { throwIfNoEntry: false }); } catch { return undefined; }
}

/** `undefined` when it cannot be read, or is no regular file. */
export function textOf(path: string): string | undefined {
	// Most are not there, and an exception takes longer than a look.
	if (!statusOf(path)) { return undefined; }
	try { return String(readRegular(path)); } catch { return undefined; }
}

/** Throws what the disk says. */
export function entriesOf(folder: string): Dirent[] {
	return readdirSync(folder, { withFileTypes: true });
}
