// `npm run coverage`: how much of src/core is run by its tests and those of the command line, by branch and by line; pages are written to
// coverage/. Prints the files with the most branches that nothing runs. With --check it fails under 95 % of the branches.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../test/host/paths.mjs';

const goal = 95;
const run = spawnSync(process.execPath, [
	'node_modules/c8/bin/c8.js', '--src', 'src/core', '--include', 'src/core/**/*.ts', '--all', '--exclude-after-remap',
	'--reporter', 'json', '--reporter', 'html', '--reports-dir', 'coverage', '--temp-directory', 'out/coverage',
	process.execPath, 'node_modules/mocha/bin/mocha.js', '--reporter', 'dot', '--timeout', '60000', 'test/core/**/*.test.ts', 'test/cli/**/*.test.ts',
], { cwd: projectRoot, stdio: 'inherit' });

const files = Object.values(JSON.parse(readFileSync(join(projectRoot, 'coverage/coverage-final.json'), 'utf8'))).map(measure);
const sum = (key, of) => files.reduce((total, file) => total + file[key][of], 0);
const share = key => `${(100 * sum(key, 'run') / sum(key, 'all')).toFixed(1)} %`;
for (const { name, branches } of [...files].sort((a, b) => left(b) - left(a)).slice(0, 15)) {
	console.log(`${String(branches.all - branches.run).padStart(4)} of ${String(branches.all).padStart(3)} branches are not run in ${name}`);
}
console.log(`src/core: ${share('branches')} of ${sum('branches', 'all')} branches, ${share('lines')} of ${sum('lines', 'all')} lines`);
const enough = sum('branches', 'run') / sum('branches', 'all') >= goal / 100;
process.exitCode = run.status !== 0 || (process.argv.includes('--check') && !enough) ? 1 : 0;

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
