import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * Runs mocha over the tests that the launch is about; VS Code calls it in its extension host. `test/host/README.md` tells the launches.
 *
 * @throws when a test failed, so that VS Code ends with an exit code of its own
 */
export async function run(): Promise<void> {
	// The window's log shows the parts of a message, but does not put them together.
	Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => { console.log(format(...parts)); };
	// A real window can swallow a key or a hover while it draws anew; what fails twice is a fault.
	const retries = 1;
	const mocha = new Mocha({
		retries, ui: 'bdd', reporter: 'spec', color: false, timeout: 120_000, forbidPending: true, forbidOnly: Boolean(process.env.CI),
		...process.env.PULLCHECK_TEST_GREP && { grep: process.env.PULLCHECK_TEST_GREP },
	});
	for (const file of testFiles()) {
		mocha.addFile(file);
	}
	const stats = await new Promise<Mocha.Stats | undefined>(resolve => {
		const runner = mocha.run(() => resolve(runner.stats));
	});
	const { passes = 0, failures = 1 } = stats ?? {};
	if (process.env.PULLCHECK_TEST_REPORT) {
		writeFileSync(process.env.PULLCHECK_TEST_REPORT, JSON.stringify({ stats: { passes, failures } }));
	}
	if (failures > 0) {
		throw new Error(`${failures} of the tests in VS Code failed.`);
	}
	if (passes === 0) {
		throw new Error('No test ran in VS Code.');
	}
}

/** PULLCHECK_TEST_FILES is a regular expression over their names, relative to this folder. */
function testFiles(): readonly string[] {
	const wanted = new RegExp(process.env.PULLCHECK_TEST_FILES || '.');
	return readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
		.filter(name => name.endsWith('.test.js') && wanted.test(name))
		.sort()
		.map(name => join(__dirname, name));
}
