import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { projectRoot } from '../test/host/paths.mjs';

/**
 * An esbuild plugin that leaves out what reading needs not: of the `yaml` package what writes and makes documents, and every schema but
 * `failsafe`; of `jsonc-parser` what formats and edits; of our own symptoms the real lines that only tests run. `test/cli/bundle.test.ts` compares the bundle with the sources.
 *
 * @returns {import('esbuild').Plugin}
 */
export function readingOnly() {
	return {
		name: 'reading-only',
		setup(build) {
			// The package's build for Node is CommonJS, of which nothing can be left out.
			build.onResolve({ filter: /^yaml$/ }, () => ({ path: join(projectRoot, 'node_modules/yaml/browser/dist/index.js') }));
			build.onLoad({ filter: unused }, async ({ path }) => {
				const names = /^export \{ (.+) \};$/m.exec(await readFile(path, 'utf8'))?.[1];
				return names === undefined ? unexpected : { contents: names.split(', ').map(name => without(name, path)).join('\n') };
			});
			build.onLoad({ filter: /[\\/]jsonc-parser[\\/]lib[\\/]esm[\\/]impl[\\/](?:format|edit)\.js$/ }, async ({ path }) => {
				const names = [...(await readFile(path, 'utf8')).matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
				return names.length === 0 ? unexpected : { contents: names.map(name => without(name, path)).join('\n') };
			});
			build.onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]schema[\\/]tags\.js$/ }, () => ({ contents: failsafe }));
			build.onLoad({ filter: /[\\/]diagnoses[\\/][^\\/]+[\\/]symptoms\.ts$/ }, async ({ path }) =>
				({ contents: (await readFile(path, 'utf8')).replace(/^\t+example: .*,$/gm, ''), loader: 'ts' }));
		},
	};
}

const unexpected = { errors: [{ text: 'Its exports are not written as expected: see scripts/readingOnly.mjs' }] };

function without(name, path) {
	return `export const ${name} = () => { throw new Error('${basename(path)} is not built in'); };`;
}

const unused = /[\\/]yaml[\\/]browser[\\/]dist[\\/](?:stringify[\\/]\w+|doc[\\/]createNode|doc[\\/]applyReviver|nodes[\\/]addPairToJSMap|parse[\\/]cst-(?:visit|stringify))\.js$/;

const failsafe = `
import { map } from './common/map.js';
import { seq } from './common/seq.js';
import { string } from './common/string.js';
export const coreKnownTags = {};
export const getTags = () => [map, seq, string];
`;
