// Bundles everything that runs: `node scripts/build.mjs [--production | --watch]`.
// What is shipped goes to dist/, the tests that run inside VS Code go to dist/test/vscode/ (not with --production).
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { projectRoot } from '../test/host/paths.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const common = {
	absWorkingDir: projectRoot,
	bundle: true,
	minify: production,
	sourcemap: production ? false : 'linked',
	logLevel: 'warning',
	legalComments: production ? 'none' : 'inline',
};

// Packages whose `main` is UMD cannot be bundled from there; their `module` can.
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };

const bundles = [
	// What the extension loads later (src/vscode/lazy) are bundles of their own, so that it starts without them.
	{ ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'], supported: { 'dynamic-import': false }, plugins: [lazy()] },
	{ ...node, entryPoints: ['src/vscode/lazy/engine.ts'], outfile: 'dist/engine.js' },
	{ ...node, entryPoints: ['src/vscode/lazy/registry.ts'], outfile: 'dist/registry.js' },
	{ ...node, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', ...withShebang('src/cli.ts') },
	{
		...common, entryPoints: ['webview-ui/main.ts'], outdir: 'dist/webview', platform: 'browser', format: 'iife', target: 'chrome132',
		loader: { '.ttf': 'file', '.woff2': 'file' }, assetNames: '[name]',
	},
	...production ? [] : [{
		...node, entryPoints: vscodeTests(), outdir: 'dist/test/vscode', outbase: 'test/vscode', external: ['vscode', 'mocha', 'playwright-core', 'esbuild'],
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
	rmSync(join(projectRoot, 'dist/test'), { recursive: true, force: true });
	await Promise.all(there.map(bundle => esbuild.build(bundle))).catch(() => { process.exitCode = 1; });
}

function vscodeTests() {
	const tests = readdirSync(join(projectRoot, 'test/vscode'), { recursive: true }).filter(name => name.endsWith('.test.ts'));
	return ['test/vscode/index.ts', ...tests.map(name => `test/vscode/${name}`)];
}

function withShebang(entry) {
	const path = join(projectRoot, entry);
	return existsSync(path) && readFileSync(path, 'utf8').startsWith('#!') ? {} : { banner: { js: '#!/usr/bin/env node' } };
}

/** `import('./engine.ts')` in src/vscode/lazy becomes the bundle of that name beside this one. */
function lazy() {
	return {
		name: 'lazy',
		setup(build) {
			build.onResolve({ filter: /^\.\/(engine|registry)\.ts$/ }, ({ path, kind }) =>
				kind === 'dynamic-import' ? { path: path.replace(/\.ts$/, '.js'), external: true } : undefined);
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
				if (outfile === 'dist/cli.js' && errors.length === 0) {
					chmodSync(join(projectRoot, outfile), 0o755);
				}
				watch && console.log(`[watch] build finished: ${outfile ?? outdir}`);
			});
		},
	};
}
