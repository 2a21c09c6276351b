// Bundles everything that runs: `node scripts/build.mjs [--production | --watch] [--out=FOLDER] [--metafile=FILE]`.
// What is shipped goes to dist/ (or FOLDER), the tests that run inside VS Code go to dist/test/vscode/ (not with --production).
// FILE gets the names of all files that were bundled.
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import esbuild from 'esbuild';
import { projectRoot } from '../test/host/paths.mjs';
import { readingOnly } from './readingOnly.mjs';
import { warmUp } from './warmUp.mjs';
import { withoutUnusedUndici } from './withoutUnusedUndici.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const out = option('out') ?? 'dist';
const metafile = option('metafile');

const common = {
	absWorkingDir: projectRoot,
	bundle: true,
	minify: production,
	sourcemap: production ? false : 'linked',
	logLevel: 'warning',
	legalComments: production ? 'none' : 'inline',
	metafile: metafile !== undefined,
};

// Packages whose `main` is UMD cannot be bundled from there; their `module` can.
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'], plugins: [readingOnly()] };

const bundles = [
	// What the extension loads later (src/vscode/lazy) are bundles of their own, so that it starts without them.
	{ ...node, entryPoints: ['src/extension.ts'], outfile: `${out}/extension.js`, external: ['vscode'], supported: { 'dynamic-import': false }, plugins: [...node.plugins, lazy(), vscodeOnce()] },
	{ ...node, entryPoints: ['src/vscode/lazy/facts.ts'], outfile: `${out}/facts.js` },
	{ ...node, entryPoints: ['src/vscode/lazy/engine.ts'], outfile: `${out}/engine.js` },
	{ ...node, entryPoints: ['src/vscode/lazy/registry.ts'], outfile: `${out}/registry.js`, plugins: [...node.plugins, withoutUnusedUndici()] },
	// Smaller is faster to start, and a command line starts often.
	{ ...node, minify: true, entryPoints: ['src/cli.ts'], outfile: `${out}/cli.js`, banner: { js: '#!/usr/bin/env node' } },
	{
		...node, minify: true, entryPoints: ['src/cli/main.ts'], outfile: `${out}/cli-main.js`, supported: { 'dynamic-import': false }, plugins: [...node.plugins, withoutUnusedUndici()],
		// A function for src/cli/runCompiled.ts to call.
		banner: { js: '(require=>{' }, footer: { js: '})' },
	},
	{
		...common, entryPoints: ['webview-ui/main.ts'], outdir: `${out}/webview`, platform: 'browser', format: 'iife', target: 'chrome132',
		loader: { '.ttf': 'file', '.woff2': 'file' }, assetNames: '[name]',
	},
	...production ? [] : [{
		...node, entryPoints: vscodeTests(), outdir: `${out}/test/vscode`, outbase: 'test/vscode', external: ['vscode', 'mocha', 'playwright-core', 'esbuild'],
	}],
].map(bundle => ({ ...bundle, plugins: [...bundle.plugins ?? [], reporter(bundle)] }));

const there = bundles.filter(({ entryPoints }) => {
	const missing = entryPoints.filter(entry => !existsSync(join(projectRoot, entry)));
	missing.forEach(entry => console.error(`${entry} does not exist yet: nothing to bundle.`));
	return missing.length === 0 && entryPoints.length > 0;
});

if (watch) {
	await Promise.all(there.map(async bundle => (await esbuild.context(bundle)).watch()));
} else {
	rmSync(resolve(projectRoot, out, 'test'), { recursive: true, force: true });
	const results = await Promise.all(there.map(bundle => esbuild.build(bundle))).catch(error => { process.exitCode = 1; console.error(error.message); });
	if (results) { escapeRest(resolve(projectRoot, out, 'cli-main.js')); }
	// Compiled code fits only this machine's Node.
	if (results && !production) { await warmUp(resolve(projectRoot, out, 'cli.js')); }
	if (metafile !== undefined && results) {
		writeFileSync(metafile, JSON.stringify(results.flatMap(result => Object.keys(result.metafile.inputs))));
	}
}

/** Of other characters than ASCII esbuild leaves those in regular expressions; without them Node reads and keeps the program in half the space. */
function escapeRest(file) {
	const text = readFileSync(file, 'utf8');
	writeFileSync(file, text.replace(/[^\0-\x7f]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

function option(name) {
	return process.argv.find(argument => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
}

function vscodeTests() {
	const tests = readdirSync(join(projectRoot, 'test/vscode'), { recursive: true }).filter(name => name.endsWith('.test.ts'));
	return ['test/vscode/index.ts', ...tests.map(name => `test/vscode/${name}`)];
}

/** `import('./engine.ts')` in src/vscode/lazy becomes the bundle of that name beside this one. */
function lazy() {
	return {
		name: 'lazy',
		setup(build) {
			build.onResolve({ filter: /^\.\/(facts|engine|registry)\.ts$/ }, ({ path, kind }) =>
				kind === 'dynamic-import' ? { path: path.replace(/\.ts$/, '.js'), external: true } : undefined);
		},
	};
}

/** One module imports `vscode` for all: each import of what is outside a bundle copies its whole namespace, which took most of the start. */
function vscodeOnce() {
	return {
		name: 'vscodeOnce',
		setup(build) {
			build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
				namespace === 'once' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'once' });
			build.onLoad({ filter: /.*/, namespace: 'once' }, () => ({ contents: "export * from 'vscode';" }));
		},
	};
}

/** Says when a watched bundle begins and ends, which the background task of .vscode/tasks.json listens to; makes the command line executable. */
function reporter({ outfile, outdir }) {
	return {
		name: 'reporter',
		setup(build) {
			build.onStart(() => { watch && console.log(`[watch] build started: ${outfile ?? outdir}`); });
			build.onEnd(({ errors }) => {
				if (outfile?.endsWith('/cli.js') && errors.length === 0) {
					chmodSync(resolve(projectRoot, outfile), 0o755);
				}
				watch && console.log(`[watch] build finished: ${outfile ?? outdir}`);
			});
		},
	};
}
