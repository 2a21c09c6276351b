import { readdir, readFile } from 'node:fs/promises';
import type { RegistryFiles } from './options.ts';

/** The real disk. */
export const nodeFiles: RegistryFiles = {
	readText: path => readFile(path, 'utf8').catch(() => undefined),
	list: folder => readdir(folder).catch(() => []),
};
