// `npm run coverage`: how much of src/core is run by its tests and those of the command line. Fails when it is less than what is wanted.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary } from '../test/host/install/nodeBinary.mjs';
import { projectRoot } from '../test/host/paths.mjs';

/** Share of the branches that must be run. Raise it as the tests grow; never lower it. */
const goal = 0.95;
const countsFolder = join(projectRoot, 'out/coverage');

/**
 * Runs the tests in Node 22 without a compiler, whose own code would be counted too, and prints what was run, by branch and by line, with
 * the files that have the most branches left; pages are written to coverage/.
 *
 * @returns {Promise<boolean>} whether the tests pass and it is enough
 */
export async function coverage() {
	rmSync(countsFolder, { recursive: true, force: true });
	const node = await nodeBinary(22);
	const tests = spawnSync(node, [
		'--experimental-strip-types', '--no-warnings', '--import', './scripts/asWritten.mjs', 'node_modules/mocha/bin/mocha.js', '--no-config', '--extension', 'ts',
		'--reporter', 'dot', '--timeout', '60000', 'test/core/**/*.test.ts', 'test/cli/**/*.test.ts',
	], { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_V8_COVERAGE: countsFolder } });
	return report() && tests.status === 0;
}

function report() {
	const { status } = spawnSync(process.execPath, [
		'node_modules/c8/bin/c8.js', 'report', '--src', 'src/core', '--include', 'src/core/**/*.ts', '--all',
		'--reporter', 'json', '--reporter', 'html', '--reports-dir', 'coverage', '--temp-directory', countsFolder,
	], { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] });
	if (status !== 0) { return false; }
	const files = Object.values(JSON.parse(readFileSync(join(projectRoot, 'coverage/coverage-final.json'), 'utf8'))).filter(hasCode).map(measure);
	const sum = (key, of) => files.reduce((total, file) => total + file[key][of], 0);
	const share = key => sum(key, 'run') / sum(key, 'all');
	for (const { name, branches } of [...files].sort((a, b) => left(b) - left(a)).slice(0, 15)) {
		console.log(`${String(left({ branches })).padStart(4)} of ${String(branches.all).padStart(3)} branches are not run in ${name}`);
	}
	const percent = value => `${(100 * value).toFixed(1)} %`;
	console.log(`src/core: ${percent(share('branches'))} of ${sum('branches', 'all')} branches, ${percent(share('lines'))} of ${sum('lines', 'all')} lines; ${percent(goal)} of the branches are wanted`);
	return share('branches') >= goal;
}

/** Files of types only are never loaded. */
function hasCode({ path, s }) {
	return Object.values(s).some(count => count > 0) || /^(?:export )?(?:const|let|function|async function|class)\b/m.test(readFileSync(path, 'utf8'));
}

function measure({ path, branchMap, b, statementMap, s }) {
	const branches = Object.keys(branchMap);
	const lines = Object.keys(statementMap);
	return {
		name: relative(projectRoot, path),
		branches: { all: branches.length, run: branches.filter(id => b[id][0] > 0).length },
		lines: { all: lines.length, run: lines.filter(id => s[id] > 0).length },
	};
}

function left({ branches }) {
	return branches.all - branches.run;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	process.exitCode = await coverage() ? 0 : 1;
}
