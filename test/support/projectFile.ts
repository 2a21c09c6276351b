import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The absolute path of a file of the checkout, for a test that runs from its source as well as for one bundled into `dist/`.
 *
 * @param path relative to the root of the checkout
 */
export function projectFile(...path: readonly string[]): string {
	let folder = __dirname;
	while (!existsSync(join(folder, 'package-lock.json'))) {
		const parent = dirname(folder);
		if (parent === folder) {
			throw new Error(`${__dirname} is not inside a checkout of pullcheck.`);
		}
		folder = parent;
	}
	return join(folder, ...path);
}
