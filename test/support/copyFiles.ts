import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Copies the files below a folder with their bytes only: what may not be written to there may be, and removed, here. */
export async function copyFiles(from: string, to: string): Promise<void> {
	for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) { continue; }
		const file = join(entry.parentPath, entry.name);
		const copy = join(to, relative(from, file));
		await mkdir(dirname(copy), { recursive: true });
		await writeFile(copy, await readFile(file));
	}
}
