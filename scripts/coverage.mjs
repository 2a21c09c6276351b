// `npm run coverage`: how much of src/core is run by its tests and those of the command line. Fails when it is less than what is wanted.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../test/host/paths.mjs';

/** Share of the branches that must be run. Raise it as the tests grow; never lower it. */
const goal = 0.88;
/** Where Node leaves what it counted, of each process. */
export const countsFolder = join(projectRoot, 'out/coverage');

/**
 * Prints what was run, by branch and by line, with the files that have the most branches left; pages are written to coverage/.
 *
 * @returns {boolean} whether it is enough
 */
export function reportCoverage() {
	const { status } = spawnSync(process.execPath, [
		'node_modules/c8/bin/c8.js', 'report', '--src', 'src/core', '--include', 'src/core/**/*.ts', '--all', '--exclude-after-remap',
		'--reporter', 'json', '--reporter', 'html', '--reports-dir', 'coverage', '--temp-directory', countsFolder,
	], { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] });
	if (status !== 0) { return false; }
	const files = Object.values(JSON.parse(readFileSync(join(projectRoot, 'coverage/coverage-final.json'), 'utf8'))).map(measure);
	const sum = (key, of) => files.reduce((total, file) => total + file[key][of], 0);
	const share = key => sum(key, 'run') / sum(key, 'all');
	for (const { name, branches } of [...files].sort((a, b) => left(b) - left(a)).slice(0, 15)) {
		console.log(`${String(left({ branches })).padStart(4)} of ${String(branches.all).padStart(3)} branches are not run in ${name}`);
	}
	const percent = value => `${(100 * value).toFixed(1)} %`;
	console.log(`src/core: ${percent(share('branches'))} of ${sum('branches', 'all')} branches, ${percent(share('lines'))} of ${sum('lines', 'all')} lines; ${percent(goal)} of the branches are wanted`);
	return share('branches') >= goal;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	rmSync(countsFolder, { recursive: true, force: true });
	const { status } = spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', '--reporter', 'dot', '--timeout', '60000', 'test/core/**/*.test.ts', 'test/cli/**/*.test.ts'], {
		cwd: projectRoot, stdio: 'inherit', env: { ...process.env, NODE_V8_COVERAGE: countsFolder },
	});
	process.exitCode = reportCoverage() && status === 0 ? 0 : 1;
}

/** Counts without what is no code of ours: files of types only, and what the compiler puts before the first line and after the last. */
function measure({ path, branchMap, b, statementMap, s }) {
	const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
	const typesOnly = Object.values(s).every(count => count === 0);
	const own = typesOnly ? [] : Object.entries(branchMap).filter(([, { loc }]) => !isCompilers(loc, lines));
	const statements = typesOnly ? [] : Object.entries(statementMap);
	return {
		name: relative(projectRoot, path),
		branches: { all: own.length, run: own.filter(([id]) => b[id][0] > 0).length },
		lines: { all: statements.length, run: statements.filter(([id]) => s[id] > 0).length },
	};
}

function isCompilers({ start, end }, lines) {
	return start.column === 0 && start.line === end.line && (start.line === 1 || start.line === lines.length);
}

function left({ branches }) {
	return branches.all - branches.run;
}
