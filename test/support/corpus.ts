import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of real files that lies next to the checkout where this project is developed; `undefined` elsewhere. */
export const corpusFolder: string | undefined = find();

/** The lines of one of its JSON Lines files, `undefined` without the folder. */
export function corpusLines<T>(name: string): T[] | undefined {
	if (corpusFolder === undefined) { return undefined; }
	return readFileSync(join(corpusFolder, name), 'utf8').split('\n').filter(line => line !== '').map(line => JSON.parse(line) as T);
}

function find(): string | undefined {
	const folder = join(import.meta.dirname, '../../../shared/corpus');
	return existsSync(folder) ? folder : undefined;
}
