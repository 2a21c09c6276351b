import assert from 'node:assert/strict';
import { startFakeRegistry } from '../support/fakeRegistry.ts';
import { fillSampleImages } from '../support/sampleImages.ts';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

interface Match {
	readonly code: string;
	readonly places: readonly { readonly file: string; readonly line: number; readonly by: string; readonly range: { readonly start: { readonly line: number; readonly character: number } } }[];
	readonly fixes: readonly { readonly title: string; readonly edits: readonly { readonly file: string; readonly newText: string }[]; readonly action?: { readonly type: string } }[];
	readonly causes?: readonly { readonly code: string }[];
	readonly evidence?: { readonly status?: number };
}

async function explained(folder: string, stdin: string, ...more: readonly string[]): Promise<readonly Match[]> {
	const { code, out } = await runIn(folder, ['explain', '--format', 'json', ...more], { stdin });
	assert.equal(code, 0);
	return (JSON.parse(out) as { matches: readonly Match[] }).matches;
}

describe('pullcheck explain', () => {
	const files = { 'Dockerfile': '# base\nFROM quay.io/acme/app:1\n', 'build.sh': '#!/bin/sh\nbuildah bud -t quay.io/acme/app:1 .\n' };

	it('names places and edits of the current folder', async () => {
		const [match] = await explained(folderWith(files), 'Error response from daemon: missing signature key\n');
		assert.equal(match?.code, 'oci-unsupported-by-target');
		assert.deepEqual(match.places.map(({ file, line, by }) => `${file}:${line} ${by}`), ['build.sh:2 finding']);
		assert.deepEqual(match.fixes[0]?.edits.map(({ file, newText }) => `${file}${newText}`), ['build.sh --format=docker']);
		assert.ok(match.fixes.slice(1).every(({ edits, action }) => edits.length > 0 || action?.type === 'copy'));
	});

	it('puts the line that BuildKit printed before others with the same image', async () => {
		const folder = folderWith({ 'a/Dockerfile': 'FROM acme/base:1\n', 'b/Dockerfile': '# x\nFROM acme/base:1\n' });
		const frame = 'Dockerfile:2\n--------------------\n   1 |     # x\n   2 | >>> FROM acme/base:1\n--------------------\n';
		const [match] = await explained(folder, `${frame}ERROR: failed to solve: acme/base:1: failed to resolve source metadata for docker.io/acme/base:1: docker.io/acme/base:1: not found\n`);
		assert.deepEqual(match?.places.map(({ file, line }) => `${file}:${line}`), ['b/Dockerfile:2', 'a/Dockerfile:1']);
	});

	it('reads no files where it is told not to', async () => {
		const [match] = await explained(folderWith(files), 'Error response from daemon: missing signature key\n', '--no-workspace');
		assert.deepEqual(match?.places, []);
	});

	it('gives an empty list where nothing is recognised', async () => {
		assert.deepEqual(await explained(folderWith(files), 'npm error code E404\n'), []);
	});

	it('asks the registry only with --check, which then decides', async () => {
		const registry = await startFakeRegistry({ hostName: 'localhost' });
		try {
			fillSampleImages(registry);
			const folder = folderWith({ Dockerfile: `FROM ${registry.host}/demo/node:20-alpin\n` });
			const output = `Error: initializing source docker://${registry.host}/demo/node:20-alpin: reading manifest 20-alpin in ${registry.host}/demo/node: unauthorized: access to the requested resource is not authorized\n`;
			const [before] = await explained(folder, output);
			assert.equal(before?.code, 'repository-missing-or-private');
			assert.equal(before.causes?.length, 3);
			const [after] = await explained(folder, output, '--check', '--no-cache');
			assert.equal(after?.code, 'tag-not-found');
			assert.equal(after.causes, undefined);
			assert.equal(after.evidence?.status, 404);
			assert.match(after.fixes[0]?.title ?? '', /20-alpine/);
			assert.equal(after.fixes[0]?.edits[0]?.file, 'Dockerfile');
		} finally {
			await registry.close();
		}
	});

	it('shows people the place as editors link it', async () => {
		const { out } = await runIn(folderWith(files), ['explain'], { stdin: 'Error: reading manifest 1 in quay.io/acme/app: unauthorized\n' });
		assert.match(out, /at {2}Dockerfile:2:6\n/);
	});
});
