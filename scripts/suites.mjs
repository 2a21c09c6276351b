import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, stopChild } from '../test/host/children.mjs';
import { projectRoot } from '../test/host/paths.mjs';

/**
 * The suites in the order in which `npm test` runs them. Each `run` prints its own report and answers with how many tests passed and
 * failed; a check without tests of its own counts as one.
 *
 * @type {Record<string, { title: string, run(): Promise<{ passed: number, failed: number }> }>}
 */
export const suites = {
	lint: { title: 'ESLint, the layer table included', run: () => check('node_modules/eslint/bin/eslint.js', '--cache', '--cache-location', 'out/eslintcache', '.') },
	types: { title: 'TypeScript', run: () => check('node_modules/typescript/bin/tsc', '-b') },
	gen: { title: 'generated files are fresh', run: () => check('node_modules/tsx/dist/cli.mjs', 'scripts/gen.ts', '--check') },
	build: { title: 'bundles', run: build },
	core: { title: 'the core, with a real and a fake registry', run: () => mocha('test/core/**/*.test.ts') },
	webview: { title: 'the state and the tree of the webview', run: () => mocha('test/webview/**/*.test.ts') },
	cli: { title: 'the command line', run: () => afterBuild(() => mocha('test/cli/**/*.test.ts')) },
	coverage: { title: 'both again in Node 22 without a compiler, and how many branches of the core they run; with PULLCHECK_COVERAGE', run: coverageIsEnough },
	manifest: { title: 'package.json, diagnoses, settings, pages and documents agree', run: () => mocha(['test/manifest.test.ts', 'test/documents.test.ts']) },
	package: { title: 'what is published: the .vsix, installed, and the command line from npm', run: () => afterBuild(packages) },
	vscode: { title: 'in the oldest VS Code that is promised', run: () => inVscode('oldest') },
	newest: { title: 'in the newest VS Code that runs', run: () => inVscode('newest') },
};

/** Longest time for one suite outside VS Code, in milliseconds: a hang must not take the whole run with it. */
const limit = 20 * 60_000;

async function coverageIsEnough() {
	const { coverage } = await import('./coverage.mjs');
	return await coverage() ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function check(script, ...args) {
	return await node([script, ...args]) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

let built;

function build() {
	return built ??= check('scripts/build.mjs');
}

async function afterBuild(run) {
	const { failed } = await build();
	if (failed > 0) {
		throw new Error('Not run, because the build failed.');
	}
	return run();
}

function inVscode(version) {
	return afterBuild(async () => {
		const { runVscodeTests } = await import('../test/host/runTests.mjs');
		return runVscodeTests(version);
	});
}

async function packages() {
	const folder = await mkdtemp(join(tmpdir(), 'pullcheck-packages-'));
	try {
		const { makePackages } = await import('./package.mjs');
		const { vsix, tarball } = await makePackages(folder);
		const files = await mocha('test/package.test.ts', { PULLCHECK_TEST_VSIX: vsix, PULLCHECK_TEST_TARBALL: tarball });
		const { runInstalledTests } = await import('../test/host/runTests.mjs');
		const installed = await runInstalledTests(vsix);
		return { passed: files.passed + installed.passed, failed: files.failed + installed.failed };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function mocha(files, env = {}) {
	const folder = await mkdtemp(join(tmpdir(), 'pullcheck-report-'));
	const report = join(folder, 'report.json');
	try {
		const only = process.env.CI ? ['--forbid-only'] : [];
		const code = await node(['node_modules/mocha/bin/mocha.js', '--forbid-pending', ...only, '--reporter', 'scripts/mochaReporter.cjs', ...[files].flat()], { PULLCHECK_TEST_REPORT: report, ...env });
		const { passes, failures } = await readFile(report, 'utf8').then(text => JSON.parse(text).stats, () => ({ passes: 0, failures: 0 }));
		return { passed: passes, failed: failures || (code === 0 ? 0 : 1) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Runs a script of the project to its end, its output going to the terminal; returns the exit code. */
async function node(args, env = {}) {
	const child = startChild(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
	const timer = setTimeout(() => {
		console.error(`${args[0]} did not end within ${limit / 60_000} minutes.`);
		void stopChild(child);
	}, limit);
	const code = await new Promise(resolve => {
		child.once('exit', status => resolve(status ?? 1));
		child.once('error', () => resolve(1));
	});
	clearTimeout(timer);
	return code;
}
