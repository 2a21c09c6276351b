import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fixFiles } from '../../src/cli/fixFiles.ts';
import type { Finding } from '../../src/core/model/index.ts';
import { applyEdits, applyFixes } from '../../src/cli/applyFixes.ts';
import { startFakeRegistry, type FakeRegistry } from '../support/fakeRegistry.ts';
import { fillSampleImages } from '../support/sampleImages.ts';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

const toOpenshift = ['check', '--offline', '--target', 'openshift-3.11'];
const build = 'buildah bud -t registry.example.com/acme/app:1 .';

describe('pullcheck check --fix', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startFakeRegistry({ hostName: 'localhost' });
		fillSampleImages(registry);
	});
	after(() => registry.close());

	it('reports what is left with the places of the text as it is now', async () => {
		const folder = folderWith({ 'build.sh': `${build} && docker pull foo/Bar:1 && docker pull a/b:1:2\n` });
		const fixed = await runIn(folder, [...toOpenshift, '--fix', '--format', 'json']);
		const { findings, fixed: changes } = JSON.parse(fixed.out) as { findings: readonly unknown[]; fixed: readonly { code: string }[] };
		assert.deepEqual(changes.map(({ code }) => code), ['oci-unsupported-by-target', 'ref-uppercase-repository']);
		assert.match(fixed.err, /^fixed build\.sh: /);
		const again = await runIn(folder, [...toOpenshift, '--format', 'json']);
		assert.deepEqual((JSON.parse(again.out) as typeof fixed & { findings: unknown }).findings, findings);
		assert.ok(findings.length > 0 && again.code === 1);
	});

	it('goes on until nothing is left to apply, and comes to an end where fixes undo each other', async () => {
		const folder = folderWith({ 'a.sh': 'a', 'b.sh': '0' });
		const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
		const loaded = { textOf: read, reread: async () => undefined };
		const finding = (file: string, newText: string): Finding => ({
			file, span: { start: 0, end: 1 }, code: 'c', severity: 'error', message: { text: 'm' }, related: [], evidence: [],
			fixes: [{ title: { text: 't' }, safe: true, edits: [{ span: { start: 0, end: 1 }, newText }] }],
		});
		const steps = { a: 'b', b: 'c' } as const;
		const check = async (): Promise<{ findings: readonly Finding[] }> => {
			const next = steps[read('a.sh') as keyof typeof steps] as string | undefined;
			return { findings: [...next === undefined ? [] : [finding('a.sh', next)], finding('b.sh', read('b.sh') === '0' ? '1' : '0')] };
		};
		const { result, fixed } = await fixFiles(await check(), loaded, folder, check);
		assert.equal(read('a.sh'), 'c');
		assert.deepEqual(result.findings.map(({ file }) => file), ['b.sh']);
		assert.equal(fixed.length, 12);
	});

	it('keeps the mode, and a link a link', async () => {
		const folder = folderWith({ 'real/build.sh': `${build}\n` });
		chmodSync(join(folder, 'real/build.sh'), 0o755);
		symlinkSync('real/build.sh', join(folder, 'link.sh'));
		await runIn(folder, [...toOpenshift, '--fix', 'link.sh']);
		assert.ok(lstatSync(join(folder, 'link.sh')).isSymbolicLink());
		assert.equal(statSync(join(folder, 'real/build.sh')).mode & 0o777, 0o755);
		assert.match(readFileSync(join(folder, 'real/build.sh'), 'utf8'), /--format=docker/);
	});

	it('leaves findings of the baseline alone', async () => {
		const folder = folderWith({ 'build.sh': `${build}\n` });
		await runIn(folder, [...toOpenshift, '--baseline', 'old.json', '--update-baseline']);
		await runIn(folder, [...toOpenshift, '--baseline', 'old.json', '--fix']);
		assert.equal(readFileSync(join(folder, 'build.sh'), 'utf8'), `${build}\n`);
	});

	it('a place in a file that is only read for another has its line there', async () => {
		const folder = folderWith({ 'compose.yaml': `services:\n  a:\n    image: ${registry.host}/demo/node:\${TAG}\n`, '.env': '# tags\nTAG=20-alpin\n' });
		const { out } = await runIn(folder, ['check', '--format', 'json']);
		const { findings: [finding] } = JSON.parse(out) as { findings: readonly { related: readonly { file: string; range: unknown }[] }[] };
		assert.deepEqual(finding?.related[0]?.file, '.env');
		assert.deepEqual(finding.related[0].range, { start: { line: 1, character: 4 }, end: { line: 1, character: 12 } });
	});

	it('a fix whose edits touch those of an earlier one is left whole', () => {
		const finding = (start: number, end: number, newText: string): Finding => ({
			file: 'a', span: { start, end }, code: 'c', severity: 'error', message: { text: 'm' }, related: [], evidence: [],
			fixes: [{ title: { text: 't' }, safe: true, edits: [{ span: { start, end }, newText }, { span: { start: end + 2, end: end + 2 }, newText }] }],
		});
		assert.deepEqual(applyFixes([finding(0, 2, 'x'), finding(1, 3, 'y')], () => 'abcdef').files, [{ file: 'a', text: 'xcdxef' }]);
		assert.equal(applyFixes([finding(0, 2, 'x'), finding(1, 3, 'y')], () => 'abcdef').applied.length, 1);
	});

	it('edits of one text are made from its end', () => {
		assert.equal(applyEdits('abc', [{ span: { start: 0, end: 1 }, newText: 'xx' }, { span: { start: 2, end: 3 }, newText: '' }, { span: { start: 1, end: 1 }, newText: '-' }]), 'xx-b');
	});
});
