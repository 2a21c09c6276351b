import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are missing, for this user alone; throws where that cannot be.
 * Node's own `recursive` never ends where a file system answers ENOENT to making a folder in one that is there (/proc).
 */
export function makeFolder(folder: string): void {
	if (made(folder)) { return; }
	const above = dirname(folder);
	if (above !== folder) { makeFolder(above); }
	if (!made(folder)) { throw new Error(`cannot make ${folder}`); }
}

/** `false`: what is above it is missing. */
function made(folder: string): boolean {
	try {
		mkdirSync(folder, { mode: 0o700 });
		return true;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'EEXIST') { return true; }
		if (code === 'ENOENT') { return false; }
		throw error;
	}
}
