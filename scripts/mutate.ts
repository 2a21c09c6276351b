// `npm run mutate`: makes each fault of test/mutation/faults.ts in a copy of the project and expects the named tests to fail. Words that
// follow choose the faults whose description has one of them: `npm run mutate -- redirect`.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { faults, type Fault } from '../test/mutation/faults.ts';

/** What is made, or fetched, or the history: not copied. */
const left = new Set(['node_modules', 'dist', 'out', 'coverage', '.git', '.vscode-test', '.cache']);
const words = process.argv.slice(2);
const chosen = faults.filter(({ what }) => words.length === 0 || words.some(word => what.includes(word)));

const folder = mkdtempSync(join(tmpdir(), 'pullcheck-mutate-'));
const copy = join(folder, 'project');
try {
	makeCopy();
	const specs = [...new Set(chosen.flatMap(({ tests }) => tests))];
	console.log(`The tests without a fault: ${specs.join(' ')}`);
	// Once more where it fails: a machine with other work may be late for a test that measures time.
	const first = failures(specs, false);
	const clean = first.failed === 0 ? first : failures(specs, false);
	if (clean.failed !== 0) { throw new Error(`${clean.failed} tests fail without a fault.\n${clean.output}`); }
	console.log(`${clean.passed} pass\n`);
	const survived = chosen.filter(fault => !isNoticed(fault));
	console.log(`\n${chosen.length - survived.length} of ${chosen.length} faults are noticed`);
	process.exitCode = survived.length === 0 ? 0 : 1;
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 2;
} finally {
	rmSync(folder, { recursive: true, force: true });
}

/** Packages and the corpus are linked, the rest is copied, so that no fault can reach the checkout. */
function makeCopy(): void {
	mkdirSync(copy);
	for (const name of readdirSync('.').filter(entry => !left.has(entry))) { cpSync(name, join(copy, name), { recursive: true }); }
	symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
	if (existsSync('../shared')) { symlinkSync(resolve('../shared'), join(folder, 'shared')); }
	execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] });
}

function isNoticed(fault: Fault): boolean {
	const path = join(copy, fault.file);
	const right = readFileSync(path, 'utf8');
	if (right.split(fault.text).length !== 2) { throw new Error(`${fault.file} must have this once: ${fault.text}`); }
	writeFileSync(path, right.replace(fault.text, () => fault.replacement));
	try {
		// Tests of the program as a process run what was built.
		if (fault.tests.some(test => test.startsWith('test/cli/'))) { execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: copy, stdio: 'ignore' }); }
		const { failed } = failures(fault.tests, true);
		console.log(`${failed > 0 ? 'noticed ' : 'SURVIVES'}  ${fault.what} (${fault.file})`);
		return failed > 0;
	} finally {
		writeFileSync(path, right);
	}
}

interface Run {
	readonly passed: number;
	readonly failed: number;
	readonly output: string;
}

/** Runs tests, up to the first that fails if `one` is enough. A run that gives no report did not come as far as a test: that is no test which notices. */
function failures(specs: readonly string[], one: boolean): Run {
	const report = join(folder, 'report.json');
	rmSync(report, { force: true });
	const { stdout, stderr } = spawnSync(process.execPath, [
		'node_modules/mocha/bin/mocha.js',
		'--reporter',
		'scripts/mochaReporter.cjs',
		'--timeout',
		'60000',
		...one ? ['--bail'] : [],
		...specs,
	], {
		cwd: copy, encoding: 'utf8', env: { ...process.env, PULLCHECK_TEST_REPORT: report }, timeout: 1_800_000, maxBuffer: 64 * 1024 * 1024,
	});
	if (!existsSync(report)) { throw new Error(`mocha ran no test:\n${stdout}\n${stderr}`); }
	const { stats } = JSON.parse(readFileSync(report, 'utf8')) as { readonly stats: { readonly passes: number; readonly failures: number } };
	return { passed: stats.passes, failed: stats.failures, output: stdout };
}
