import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What a bench reports: numbers by name. */
export type BenchResult = Readonly<Record<string, number | string | boolean | Readonly<Record<string, number | string | boolean>>>>;

/** Every `bench/<name>.ts` exports one as `bench`; the arguments are those after its name on the command line. */
export type Bench = (args: readonly string[]) => BenchResult | Promise<BenchResult>;

/** `npm run bench -- [NAME [ARGUMENTS…]]`: runs one bench or all, prints what they report and keeps it in `bench/results.json`. */
async function main([wanted, ...rest]: readonly string[]): Promise<void> {
	const folder = import.meta.dirname;
	const names = readdirSync(folder).filter(name => name.endsWith('.ts') && name !== 'run.ts').map(name => name.slice(0, -3)).sort();
	if (wanted !== undefined && !names.includes(wanted)) {
		process.stderr.write(`bench: no bench "${wanted}"; there are: ${names.join(', ')}\n`);
		process.exitCode = 2;
		return;
	}
	const results = join(folder, 'results.json');
	const kept = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) as Record<string, unknown> : {};
	for (const name of wanted === undefined ? names : [wanted]) {
		const { bench } = await import(pathToFileURL(await bundle(folder, name)).href) as { bench: Bench };
		const result = await bench(rest);
		kept[name] = { node: process.version, ...result };
		process.stdout.write(`${name}\n${JSON.stringify(result, undefined, 2)}\n`);
	}
	writeFileSync(results, `${JSON.stringify(kept, undefined, '\t')}\n`);
}

/**
 * Bundled as the product is: what tsx adds to each function to keep its name costs more than the work of small ones.
 * The bundle lies as deep in the checkout as the test support that finds the corpus from its own place.
 */
async function bundle(folder: string, name: string): Promise<string> {
	const outfile = join(folder, '../out/bench', `${name}.cjs`);
	await build({
		entryPoints: [join(folder, `${name}.ts`)], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error',
		mainFields: ['module', 'main'], define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'bundleUrl' },
		banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' }, external: ['playwright-core', 'esbuild'],
	});
	return outfile;
}

void main(process.argv.slice(2));
