import { promises } from 'node:fs';
import type { RegistryFiles } from './options.ts';

/** The real disk. */
export const nodeFiles: RegistryFiles = {
	readText: path => promises.readFile(path, 'utf8').catch(() => undefined),
	list: folder => promises.readdir(folder).catch(() => []),
};
