// `npm run fuzz`: the fuzz tests at length. FUZZ_RUNS sets the runs of each property (10,000), FUZZ_SEED repeats a run; mocha's
// options may follow: `npm run fuzz -- --grep compose`.
import { execFileSync } from 'node:child_process';
import { projectRoot } from '../test/host/paths.mjs';

const env = { ...process.env, FUZZ_RUNS: process.env.FUZZ_RUNS || '10000' };
try {
	execFileSync(process.execPath, ['node_modules/mocha/bin/mocha.js', 'test/core/fuzz/**/*.test.ts', ...process.argv.slice(2)], { cwd: projectRoot, env, stdio: 'inherit' });
} catch (error) {
	process.exitCode = error.status || 1;
}
