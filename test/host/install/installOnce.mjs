import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder that is either there completely or not at all: it is filled under another name and then renamed.
 * A second call finds it and does nothing; two at once do not disturb each other.
 *
 * @param {string} folder
 * @param {(partial: string) => Promise<void>} fill puts everything into the folder it is given
 * @returns {Promise<string>} the folder
 */
export async function installOnce(folder, fill) {
	if (existsSync(folder)) {
		return folder;
	}
	const partial = `${folder}.partial-${process.pid}`;
	await rm(partial, { recursive: true, force: true });
	await mkdir(partial, { recursive: true });
	try {
		await fill(partial);
		await mkdir(dirname(folder), { recursive: true });
		await rename(partial, folder).catch(error => {
			if (!existsSync(folder)) {
				throw error;
			}
		});
	} finally {
		await rm(partial, { recursive: true, force: true });
	}
	return folder;
}
