import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { check } from '../../../src/core/engine/check.ts';
import { createFactsIndex } from '../../../src/core/engine/factsIndex.ts';
import { createLocalImages } from '../../../src/vscode/session/localImages.ts';
import { pageRegistry } from '../../support/pageRegistry.ts';

describe('Images of this machine', () => {
	const folder = mkdtempSync(join(tmpdir(), 'pullcheck-'));
	const path = process.env['PATH'];
	before(() => {
		// A container engine that holds one image, and notes what it is asked.
		writeFileSync(join(folder, 'docker'), `#!/bin/sh\necho "$@" >> ${folder}/asked\n[ "$5" = docker.io/library/app:dev ]\n`);
		chmodSync(join(folder, 'docker'), 0o755);
		process.env['PATH'] = `${folder}${delimiter}${path}`;
	});
	after(() => {
		process.env['PATH'] = path;
		rmSync(folder, { recursive: true });
	});

	it('are asked of the engine once, without a shell', async () => {
		const holds = createLocalImages();
		assert.deepEqual([await holds('docker', 'docker.io/library/app:dev'), await holds('docker', 'docker.io/library/app:dev'), await holds('docker', 'docker.io/library/gone:1')], [true, true, false]);
		assert.equal(readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n').length, 2);
		assert.equal(await holds('podman', 'docker.io/library/app:$(touch x)'), false);
	});

	it('are no problem, whatever the registry says of them', async () => {
		const files: Record<string, string> = { Dockerfile: 'FROM app:dev\nFROM app:gone\n' };
		const host = { read: async (file: string) => files[file], environment: {}, hasLocalImage: async (name: string) => name === 'docker.io/library/app:dev' };
		const index = createFactsIndex(host);
		await index.set('Dockerfile', files['Dockerfile']);
		const settings = { profile: 'default', severity: {}, targets: [], platforms: [], offline: false } as const;
		const { findings } = await check(index, ['Dockerfile'], host, { settings, registry: pageRegistry('docker.io/library/app: 1.0') });
		assert.deepEqual(findings.map(({ code, message }) => [code, message.args?.['tag']]), [['tag-not-found', 'gone']]);
	});
});
