// `npm run fuzz`: the properties at length, in every test file that has one. FUZZ_RUNS sets the runs of each (10,000), FUZZ_SEED repeats
// a run; mocha's options may follow: `npm run fuzz -- --grep compose`.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../test/host/paths.mjs';

const env = { ...process.env, FUZZ_RUNS: process.env.FUZZ_RUNS || '10000' };
const files = readdirSync(join(projectRoot, 'test'), { recursive: true, withFileTypes: true })
	.map(entry => join(entry.parentPath, entry.name))
	.filter(file => file.endsWith('.test.ts') && /from '\.[^']*\/runs\.ts'/.test(readFileSync(file, 'utf8')))
	.map(file => relative(projectRoot, file));
try {
	execFileSync(process.execPath, ['node_modules/mocha/bin/mocha.js', '--reporter', 'spec', ...files, ...process.argv.slice(2)], { cwd: projectRoot, env, stdio: 'inherit' });
} catch (error) {
	process.exitCode = error.status || 1;
}
