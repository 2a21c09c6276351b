import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { foundByName } from '../../../../src/core/registry/credentials/foundByName.ts';
import { runHelperProcess } from '../../../../src/core/registry/credentials/runHelper.ts';

describe('A program that is found by its name', () => {
	const folder = mkdtempSync(join(tmpdir(), 'pullcheck-'));
	const path = process.env['PATH'];
	const current = process.cwd();
	before(() => {
		for (const place of ['.', 'bin', 'node_modules/.bin', 'own']) {
			mkdirSync(join(folder, place), { recursive: true });
			writeFileSync(join(folder, place, 'docker-credential-here'), `#!/bin/sh\necho ${place}\n`);
			chmodSync(join(folder, place, 'docker-credential-here'), 0o755);
		}
		process.chdir(folder);
	});
	after(() => {
		process.chdir(current);
		process.env['PATH'] = path;
		rmSync(folder, { recursive: true });
	});

	it('is none of the current folder, of a relative one or of node_modules', async () => {
		for (const [entries, expected] of [
			[['', '.', 'bin', './bin', join(folder, 'node_modules/.bin'), join(folder, 'node_modules/.bin/')], { type: 'missing' }],
			[['.', join(folder, 'own')], { type: 'output', text: 'own\n' }],
		] as const) {
			process.env['PATH'] = [...entries, path].join(delimiter);
			assert.deepEqual(await runHelperProcess('docker-credential-here', 'host'), expected);
		}
	});

	it('is looked for by Windows\' name of PATH, too, and has the other variables as they are', () => {
		assert.deepEqual(foundByName({ Path: ['bin', '/usr/bin'].join(delimiter), HOME: 'x' }).env, { Path: '/usr/bin', HOME: 'x' });
	});
});
