// `npm test`: all suites, or those named, and at the end one line with the sums. `node scripts/test.mjs --help` lists them.
// Until the packages are installed, only Node's own modules may be imported here.
import { appendFileSync } from 'node:fs';
import { whenAskedToStop } from '../test/host/children.mjs';
import { setUp } from './setup.mjs';
import { suites } from './suites.mjs';

const everything = Object.keys(suites).filter(name => name !== 'newest' && (name !== 'coverage' || process.env.PULLCHECK_COVERAGE));
const names = process.argv.slice(2);

if (names.includes('--help')) {
	console.log('Usage: node scripts/test.mjs [SUITE…]\n\nWithout names: all but newest; coverage with PULLCHECK_COVERAGE only.\n');
	for (const [name, { title }] of Object.entries(suites)) {
		console.log(`  ${name.padEnd(10)} ${title}`);
	}
	process.exit(0);
}
const unknown = names.find(name => !Object.hasOwn(suites, name));
if (unknown) {
	console.error(`There is no suite "${unknown}"; there are ${Object.keys(suites).join(', ')}.`);
	process.exit(2);
}

whenAskedToStop(() => process.exit(130));
const sums = { passed: 0, failed: 0 };
try {
	setUp();
	for (const name of names.length > 0 ? names : everything) {
		await runSuite(name);
	}
} catch (error) {
	console.error(error.message);
	sums.failed += 1;
}
report();

async function runSuite(name) {
	const { title, run } = suites[name];
	console.log(`\n=== ${name}: ${title}`);
	const started = Date.now();
	const { passed, failed } = await run().catch(error => {
		console.error(error.stack);
		return { passed: 0, failed: 1 };
	});
	sums.passed += passed;
	sums.failed += failed;
	console.log(`=== ${name}: ${failed === 0 ? 'fine' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** PULLCHECK_TEST_SUMS names a file for the sums of several runs; whoever reads it prints the one plain line. */
function report() {
	const line = `${sums.passed} passed, ${sums.failed} failed`;
	if (process.env.PULLCHECK_TEST_SUMS) {
		appendFileSync(process.env.PULLCHECK_TEST_SUMS, `${sums.passed} ${sums.failed}\n`);
		console.log(`\nsuites so far: ${line}`);
	} else {
		console.log(`\n${line}`);
	}
	process.exit(sums.failed > 0 || sums.passed === 0 ? 1 : 0);
}
