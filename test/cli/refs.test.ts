import assert from 'node:assert/strict';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

describe('pullcheck refs', () => {
	it('prints one JSON object a line with the fields of the contract', async () => {
		const folder = folderWith({ 'app/Dockerfile': 'ARG TAG=3.20\nFROM alpine:${TAG} AS build\nFROM scratch\nCOPY --from=build /a /a\n' });
		const { code, out } = await runIn(folder, ['refs', '--format', 'jsonl']);
		assert.equal(code, 0);
		assert.deepEqual(out.trim().split('\n').map(line => JSON.parse(line) as unknown), [
			{ file: 'app/Dockerfile', kind: 'from', class: 'image', text: 'alpine:${TAG}', image: 'docker.io/library/alpine:3.20', range: { start: { line: 1, character: 5 }, end: { line: 1, character: 18 } }, line: 2 },
			{ file: 'app/Dockerfile', kind: 'from', class: 'scratch', text: 'scratch', image: null, range: { start: { line: 2, character: 5 }, end: { line: 2, character: 12 } }, line: 3 },
			{ file: 'app/Dockerfile', kind: 'copy-from', class: 'stage', text: 'build', image: null, range: { start: { line: 3, character: 12 }, end: { line: 3, character: 17 } }, line: 4 },
		]);
	});

	it('leaves out what .gitignore and .pullcheckignore name, and folders of packages', async () => {
		const dockerfile = 'FROM alpine:3.20\n';
		const folder = folderWith({
			'.gitignore': 'out/\n*.dockerfile\n!kept.dockerfile\n', '.pullcheckignore': 'old\n', 'sub/.gitignore': '/Dockerfile\n',
			'Dockerfile': dockerfile, 'out/Dockerfile': dockerfile, 'x.dockerfile': dockerfile, 'kept.dockerfile': dockerfile,
			'old/Dockerfile': dockerfile, 'sub/Dockerfile': dockerfile, 'sub/deep/Dockerfile': dockerfile, 'node_modules/a/Dockerfile': dockerfile,
		});
		const { out } = await runIn(folder, ['refs']);
		assert.deepEqual(out.trim().split('\n').map(line => line.split(':')[0]), ['Dockerfile', 'kept.dockerfile', 'sub/deep/Dockerfile']);
	});

	it('reads a file that is named whatever its name is, and prints the path as it was given', async () => {
		const folder = folderWith({ 'weird.txt': '# a build\nFROM alpine:3.20\n' });
		const { out } = await runIn(folder, ['refs', './weird.txt']);
		assert.match(out, /^weird\.txt:2:6 {2}from {2}image {2}alpine:3\.20 -> docker\.io\/library\/alpine:3\.20\n$/);
	});

	it('does not count a byte order mark', async () => {
		const folder = folderWith({ Dockerfile: '\uFEFFFROM alpine:3.20\r\n' });
		const { out } = await runIn(folder, ['refs', '--format', 'jsonl', 'Dockerfile']);
		assert.deepEqual((JSON.parse(out) as { range: unknown }).range, { start: { line: 0, character: 5 }, end: { line: 0, character: 16 } });
	});

	it('says which path does not exist', async () => {
		assert.deepEqual(await runIn(folderWith({}), ['refs', 'nowhere']), { code: 2, out: '', err: 'pullcheck: no such file or folder: nowhere\n' });
	});

	it('says that a named file is no text, and goes on', async () => {
		const folder = folderWith({ Dockerfile: new Uint8Array([0xff, 0xfe, 0x46, 0]) });
		const { code, err } = await runIn(folder, ['refs', 'Dockerfile']);
		assert.equal(code, 0);
		assert.match(err, /Dockerfile: no UTF-8 text; not read/);
	});
});
