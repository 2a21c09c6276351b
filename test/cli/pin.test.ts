import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startFakeRegistry, type FakeRegistry } from '../support/fakeRegistry.ts';
import { fillSampleImages } from '../support/sampleImages.ts';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

describe('pullcheck pin', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startFakeRegistry({ hostName: 'localhost' });
		fillSampleImages(registry);
	});
	after(() => registry.close());

	it('writes the digest behind each tag, and --undo takes it away again', async () => {
		const before = { 'Dockerfile': `\uFEFFFROM ${registry.host}/demo/node:20-alpine AS x\r\n`, 'a/compose.yaml': `services:\n  a:\n    image: '${registry.host}/demo/node:20-alpine'\n` };
		const folder = folderWith(before);
		const read = (): readonly string[] => Object.keys(before).map(file => readFileSync(join(folder, file), 'utf8'));
		const { code, out } = await runIn(folder, ['pin']);
		assert.equal(code, 0);
		assert.match(out, /^Dockerfile:1 {2}localhost:\d+\/demo\/node:20-alpine@sha256:[0-9a-f]{64}\na\/compose\.yaml:3 {2}\S+@sha256:[0-9a-f]{64}\n$/);
		assert.deepEqual(read().map(text => text.replace(/@sha256:[0-9a-f]{64}/, '')), Object.values(before));
		assert.notDeepEqual(read(), Object.values(before));
		const undone = await runIn(folder, ['pin', '--undo']);
		assert.match(undone.out, /^Dockerfile:1 {2}\S+@sha256:[0-9a-f]{64} -> localhost:\d+\/demo\/node:20-alpine\n/);
		assert.deepEqual(read(), Object.values(before));
	});

	it('--dry-run writes nothing; a digest that nobody knows is told and ends with 1', async () => {
		const text = `FROM ${registry.host}/demo/node:20-alpine AS x\nFROM ${registry.host}/demo/node:20-alpin\n`;
		const folder = folderWith({ Dockerfile: text });
		const { code, out, err } = await runIn(folder, ['pin', '--dry-run', 'Dockerfile']);
		assert.equal(code, 1);
		assert.match(out, /^Dockerfile:1 .*@sha256:[0-9a-f]{64}\n$/);
		assert.match(err, /^pullcheck: the digest of localhost:\d+\/demo\/node:20-alpin is not known\n$/);
		assert.equal(readFileSync(join(folder, 'Dockerfile'), 'utf8'), text);
	});
});
