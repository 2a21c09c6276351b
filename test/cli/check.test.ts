import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startFakeRegistry, type FakeRegistry } from '../support/fakeRegistry.ts';
import { fillSampleImages } from '../support/sampleImages.ts';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

interface JsonReport {
	readonly findings: readonly { readonly file: string; readonly code: string; readonly severity: string; readonly message: string; readonly range: unknown; readonly docs: string; readonly evidence: { readonly status?: number }; readonly fixes: readonly { readonly title: string; readonly edits: readonly { readonly newText: string }[] }[] }[];
	readonly summary: { readonly files: number; readonly references: number; readonly lookups: number; readonly requests: number };
}

describe('pullcheck check', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startFakeRegistry({ hostName: 'localhost' });
		fillSampleImages(registry);
	});
	after(() => registry.close());

	it('reports a missing tag with evidence, page and fixes, and ends with 1', async () => {
		const folder = folderWith({ Dockerfile: `FROM ${registry.host}/demo/node:20-alpin\n` });
		const { code, out } = await runIn(folder, ['check', '--format', 'json']);
		assert.equal(code, 1);
		const { findings, summary } = JSON.parse(out) as JsonReport;
		const [finding] = findings;
		assert.equal(finding?.code, 'tag-not-found');
		assert.equal(finding.severity, 'error');
		assert.equal(finding.file, 'Dockerfile');
		assert.equal(finding.evidence.status, 404);
		assert.match(finding.docs, /tag-not-found/);
		assert.deepEqual(finding.fixes[0]?.edits.map(({ newText }) => newText), ['20-alpine']);
		assert.equal(summary.files, 1);
		assert.equal(summary.references, 1);
		assert.equal(summary.lookups, 1);
	});

	it('asks nobody offline, and says so', async () => {
		const folder = folderWith({ Dockerfile: `FROM ${registry.host}/demo/node:20-alpin\n` });
		registry.reset();
		const { code, out } = await runIn(folder, ['check', '--offline']);
		assert.equal(code, 0);
		assert.match(out, /offline, no registry was asked/);
		assert.equal(registry.requests.length, 0);
	});

	it('gives no time for what nobody was asked', async () => {
		const folder = folderWith({ Dockerfile: 'FROM k8s.gcr.io/pause:3.9\nFROM openjdk:17\n' });
		const { out } = await runIn(folder, ['check', '--offline', '--format', 'json']);
		const { findings } = JSON.parse(out) as JsonReport;
		assert.deepEqual(findings.map(({ code, evidence }) => [code, 'at' in evidence, 'note' in evidence]), [['registry-moved', false, true], ['image-deprecated', false, true]]);
	});

	it('never accuses the file of a registry that is not there', async () => {
		const folder = folderWith({ Dockerfile: 'FROM 127.0.0.1:1/demo/node:20\n' });
		const { code, out } = await runIn(folder, ['check', '--format', 'json']);
		assert.equal(code, 0);
		assert.deepEqual((JSON.parse(out) as JsonReport).findings.filter(({ severity }) => severity === 'error' || severity === 'warning'), []);
	});

	it('--fix changes the token only, keeps line ends and byte order mark, and leaves nothing to report', async () => {
		const folder = folderWith({ Dockerfile: `\uFEFFFROM ${registry.host}/demo/node:20-alpin AS x # no comment\r\n`.replace(' # no comment', '') });
		const { out } = await runIn(folder, ['check', '--fix']);
		assert.match(out, /^fixed Dockerfile: Change the tag to "20-alpine" \(tag-not-found\)/);
		assert.equal(readFileSync(join(folder, 'Dockerfile'), 'utf8'), `\uFEFFFROM ${registry.host}/demo/node:20-alpine AS x\r\n`);
		assert.equal((await runIn(folder, ['check'])).code, 0);
	});

	it('--fix edits the tag where it is held: in .env, inside its quotes', async () => {
		const folder = folderWith({ 'compose.yaml': `services:\n  web:\n    image: ${registry.host}/demo/node:\${TAG}\n`, '.env': '# which node\r\nexport TAG="20-alpin" # old\r\n' });
		const { out } = await runIn(folder, ['check', '--fix']);
		assert.match(out, /^fixed compose.yaml: Change the tag to "20-alpine"/);
		assert.equal(readFileSync(join(folder, '.env'), 'utf8'), '# which node\r\nexport TAG="20-alpine" # old\r\n');
	});

	it('--fail-on and severities decide the exit code', async () => {
		const folder = folderWith({ 'Dockerfile': 'FROM alpine:3.20\nHEALTHCHECK CMD true\n', 'build.sh': 'buildah bud -t x/y .\n' });
		assert.equal((await runIn(folder, ['check', '--offline'])).code, 0);
		assert.equal((await runIn(folder, ['check', '--offline', '--fail-on', 'warning'])).code, 1);
		assert.equal((await runIn(folder, ['check', '--offline', '--severity', 'buildah-oci-drops-instruction=error'])).code, 1);
		assert.equal((await runIn(folder, ['check', '--offline', '--severity', 'buildah-oci-drops-instruction=error', '--fail-on', 'never'])).code, 0);
	});

	it('a tag in .env is changed there, once for both services that have it, with its range in that file', async () => {
		const service = (name: string): string => `  ${name}:\n    image: ${registry.host}/demo/node:\${NODE}\n`;
		const folder = folderWith({ '.env': 'A=1\nexport NODE="20-alpin" # see #3\n', 'compose.yaml': `services:\n${service('a')}${service('b')}` });
		const { out } = await runIn(folder, ['check', '--format', 'json']);
		assert.deepEqual((JSON.parse(out) as JsonReport).findings.map(({ file, fixes }) => [file, fixes[0]?.edits]), Array(2).fill(['compose.yaml', [
			{ file: '.env', range: { start: { line: 1, character: 13 }, end: { line: 1, character: 21 } }, newText: '20-alpine' },
		]]));
		assert.equal((await runIn(folder, ['check', '--fix'])).code, 0);
		assert.equal(readFileSync(join(folder, '.env'), 'utf8'), 'A=1\nexport NODE="20-alpine" # see #3\n');
	});

	it('a target makes an OCI build wrong, and --fix writes the flag', async () => {
		const folder = folderWith({ 'build.sh': 'buildah bud -t registry.example.com/acme/app:1 .\n' });
		const { code } = await runIn(folder, ['check', '--offline', '--target', 'openshift-3.11']);
		assert.equal(code, 1);
		await runIn(folder, ['check', '--offline', '--target', 'openshift-3.11', '--fix']);
		assert.equal(readFileSync(join(folder, 'build.sh'), 'utf8'), 'buildah bud --format=docker -t registry.example.com/acme/app:1 .\n');
	});

	it('draws the place, the evidence and the fix', async () => {
		const folder = folderWith({ 'compose.yaml': `services:\n  web:\n    image: ${registry.host}/demo/node:20-alpin\n` });
		const { out } = await runIn(folder, ['check']);
		const column = 12 + `${registry.host}/demo/node:`.length;
		assert.deepEqual(out.split('\n').slice(0, 6), [
			`compose.yaml:3:${column}  error  Tag "20-alpin" does not exist in ${registry.host}/demo/node.  tag-not-found`,
			'',
			`   3 |     image: ${registry.host}/demo/node:20-alpin`,
			`     | ${' '.repeat(column - 1)}^^^^^^^^`,
			`     = ${registry.host} answered 404 MANIFEST_UNKNOWN; 9 tags read`,
			'     fix Change the tag to "20-alpine"',
		]);
		assert.match(out, /1 error in 1 of 1 file; 1 can be fixed with --fix/);
	});

	it('a baseline hides what was there, and only that', async () => {
		const folder = folderWith({ Dockerfile: 'FROM Alpine/App:1\n' });
		assert.equal((await runIn(folder, ['check', '--offline', '--baseline', 'old.json', '--update-baseline'])).code, 0);
		const first = await runIn(folder, ['check', '--offline']);
		const kept = await runIn(folder, ['check', '--offline', '--baseline', 'old.json']);
		assert.equal(kept.code, 0);
		assert.match(kept.out, /No problems/);
		assert.equal(first.code, 1);
	});

	it('a baseline holds from every folder, and however files are named', async () => {
		const folder = folderWith({ 'a/Dockerfile': 'FROM Acme/App:1\n', 'ci/x': '' });
		await runIn(folder, ['check', '--offline', '--baseline', 'ci/old.json', '--update-baseline']);
		const codeIn = async (cwd: string, ...args: readonly string[]): Promise<number> => (await runIn(join(folder, cwd), ['check', '--offline', ...args])).code;
		assert.equal(await codeIn('.'), 1);
		assert.equal(await codeIn('.', '--baseline', 'ci/old.json', './a'), 0);
		assert.equal(await codeIn('.', '--baseline', 'ci/old.json', join(folder, 'a/Dockerfile')), 0);
		assert.equal(await codeIn('a', '--baseline', '../ci/old.json'), 0);
		assert.equal(await codeIn('ci', '--baseline', join(folder, 'ci/old.json'), '../a'), 0);
		assert.doesNotMatch(readFileSync(join(folder, 'ci/old.json'), 'utf8'), new RegExp(folder));
	});

	it('a baseline counts: one more of the same in the same file is new', async () => {
		const folder = folderWith({ Dockerfile: 'FROM Alpine/App:1\n' });
		await runIn(folder, ['check', '--offline', '--baseline', 'old.json', '--update-baseline']);
		writeFileSync(join(folder, 'Dockerfile'), 'FROM Alpine/App:1\nFROM Alpine/App:1\n');
		const { code, out } = await runIn(folder, ['check', '--offline', '--baseline', 'old.json', '--format', 'json']);
		assert.equal(code, 1);
		assert.equal((JSON.parse(out) as JsonReport).findings.length, 1);
	});
});
