import assert from 'node:assert/strict';
import { createFactsIndex } from '../../src/core/engine/factsIndex.ts';
import type { Evidence, Finding, Fix, ImageTree, Verdict } from '../../src/core/model/index.ts';
import { useHover } from '../../src/vscode/hover/useHover.ts';
import type { UseView } from '../../src/vscode/hover/useView.ts';
import { loadEngine } from '../../src/vscode/lazy/load.ts';

const amd64 = { os: 'linux', architecture: 'amd64' };
const digest = `sha256:81bf5927dc91${'0'.repeat(52)}`;
const types = { index: 'application/vnd.oci.image.index.v1+json', manifest: 'application/vnd.oci.image.manifest.v1+json' } as const;

/** The seven hovers of the specification: their lines and the titles of their actions, links left out. */
describe('The hover says', () => {
	before(async () => { await loadEngine(); });

	it('1: what an index is', async () => {
		const tree = image({ index: true, sizes: [305_200_000, 296_900_000, 268_400_000, undefined], attested: ['https://slsa.dev/provenance/v1', 'https://spdx.dev/Document'] });
		assert.deepEqual(await shown('FROM golang:1.25', { verdict: exists(types.index, { host: 'docker.io', endpoint: 'registry-1.docker.io', at: minutesAgo(4) }), tree }), [
			'$(pass) **docker.io/library/golang:1.25** exists',
			'OCI index · 4 platforms · 3 with provenance and SBOM · created 9 Sep 2025',
			'linux/amd64 **305 MB** · linux/arm64/v8 **297 MB** · linux/arm/v7 **268 MB** · [1 more]',
			'Digest `sha256:81bf5927dc91` · asked registry-1.docker.io 4 min ago',
			'[$(list-tree) Inspect] [$(pinned) Pin digest] [$(copy) Copy digest] [$(link-external) Docker Hub] [$(refresh) Refresh]',
		]);
	});

	it('2: that a target cannot take an OCI manifest, and which tag it can', async () => {
		const text = 'FROM quay.io/acme/api:2.1';
		const finding = problem('oci-unsupported-by-target', { reference: 'quay.io/acme/api:2.1', target: 'OpenShift 3.11' }, [
			edit('Change the tag to "{tag}"', { tag: '2.0' }, { start: text.length - 3, end: text.length }),
		], 'error');
		const tree = image({ sizes: [84_200_000], created: '2025-10-03T08:00:00Z', layers: 6 });
		assert.deepEqual(await shown(text, { verdict: exists(types.manifest, { host: 'quay.io', at: minutesAgo(125) }), tree, findings: [finding] }), [
			'$(error) **quay.io/acme/api:2.1** exists, but not for openshift-3.11',
			'OCI manifest · linux/amd64 **84.2 MB** · 6 layers · created 3 Oct 2025',
			'Target from the setting `pullcheck.targets`. Tag [2.0] is in Docker format.',
			'Digest `sha256:81bf5927dc91` · asked quay.io 2 h ago',
			'[$(list-tree) Inspect] [$(copy) Copy skopeo command] [$(copy) Copy digest] [$(link-external) Quay] [$(refresh) Refresh]',
		]);
	});

	it('3: which tags are near the missing one', async () => {
		const text = 'FROM quay.io/projectquay/quay:3.8.5';
		const span = { start: text.length - 5, end: text.length };
		const finding: Finding = {
			...problem('tag-not-found', {}, ['v3.8.5', 'v3.8.6', 'v3.8.4'].map(tag => edit('Change the tag to "{tag}"', { tag }, span)), 'error'),
			evidence: [evidence({ host: 'quay.io', tagsRead: 214 })],
		};
		const verdict: Verdict = { verdict: 'tag-missing', evidence: evidence({ host: 'quay.io', status: 404, code: 'MANIFEST_UNKNOWN' }) };
		assert.deepEqual(await shown(text, { verdict, findings: [finding] }), [
			'$(error) **quay.io/projectquay/quay** has 214 tags, not this one',
			'Nearest: [v3.8.5] · [v3.8.6] · [v3.8.4]',
			'quay.io answered 404 MANIFEST_UNKNOWN just now',
			'[$(tag) All tags] [$(link-external) Quay] [$(refresh) Refresh]',
		]);
	});

	it('4: that a repository is missing or private, and the one that exists', async () => {
		const text = 'FROM quay.io/project-quay/quay:v3.8.5';
		const finding = problem('repository-missing-or-private', {}, [edit('Change the repository to "{name}"', { name: 'quay.io/projectquay/quay' }, { start: 13, end: 30 }, 'projectquay/quay')], 'warning');
		const verdict: Verdict = { verdict: 'missing-or-private', evidence: evidence({ host: 'quay.io', status: 401, code: 'UNAUTHORIZED', credentials: 'none' }) };
		assert.deepEqual(await shown(text, { verdict, findings: [finding] }), [
			'$(lock) **quay.io/project-quay/quay** is private or does not exist',
			'Did you mean [quay.io/projectquay/quay]? It exists.',
			'quay.io answered 401 UNAUTHORIZED just now; no login for quay.io was found',
			'[$(key) Log in to quay.io] [$(refresh) Refresh]',
		]);
	});

	it('5: until when a registry limits, and what its last answer was', async () => {
		const until = new Date(Date.now() + 3_600_000);
		const verdict: Verdict = { verdict: 'rate-limited', until: until.toISOString(), evidence: evidence({ host: 'docker.io', status: 429, credentials: 'none', limit: { pulls: 100, seconds: 21_600 } }) };
		const tree = image({ index: true, sizes: [1], at: minutesAgo(7) });
		assert.deepEqual(await shown('FROM node:22-alpine', { verdict, tree }), [
			`$(history) **docker.io/library/node:22-alpine** not checked: rate limit until ${until.toTimeString().slice(0, 5)}`,
			'Existed 7 min ago, `sha256:81bf5927dc91` · docker.io allows 100 pulls in 6 h without login',
			'[$(key) Log in to docker.io] [$(list-tree) Inspect last answer]',
		]);
	});

	it('6: that a host is not reachable, and when it is tried again', async () => {
		const nextTry = new Date(Date.now() + 600_000);
		const verdict: Verdict = { verdict: 'unreachable', cause: 'dns', nextTry: nextTry.toISOString(), evidence: evidence({ host: 'registry.corp.example', message: 'ENOTFOUND', at: minutesAgo(2) }) };
		assert.deepEqual(await shown('FROM registry.corp.example/app:1.4', { verdict }), [
			'$(debug-disconnect) **registry.corp.example/app:1.4** not checked: host not reachable',
			`ENOTFOUND 2 min ago; next try at ${nextTry.toTimeString().slice(0, 5)}`,
			'[$(refresh) Try now] [$(output) Show output]',
		]);
	});

	it('7: which variable has no value, and gives it one', async () => {
		const finding = problem('ref-arg-without-default', {}, [edit('Give {variable} the default "{value}"', { variable: 'TAG', value: 'latest' }, { start: 7, end: 7 }, '=latest')], 'warning');
		assert.deepEqual(await shown('ARG TAG\nFROM ghcr.io/acme/app:${TAG}', { findings: [finding] }), [
			'$(symbol-variable) **ghcr.io/acme/app:${TAG}** not checked: TAG has no value',
			'ARG TAG, [line 1], has no default and no build argument sets it',
			'[$(edit) Give TAG a default]',
		]);
	});

	it('where a value comes from', async () => {
		const [first] = await shown('ARG TAG=1.25\nFROM golang:${TAG}', { verdict: exists(types.index, { host: 'docker.io' }) });
		assert.equal(first, '$(pass) **docker.io/library/golang:1.25** exists (`TAG=1.25` from [line 1])');
	});

	it('what the image was built on and from which source, as links only to the web', async () => {
		const tree = image({ sizes: [1_000_000], annotations: { 'org.opencontainers.image.base.name': 'docker.io/library/debian:bookworm', 'org.opencontainers.image.source': 'https://github.com/acme/app' } });
		const [, facts] = await shown('FROM quay.io/acme/api:2.1', { verdict: exists(types.manifest, { host: 'quay.io' }), tree });
		assert.equal(facts, 'OCI manifest · linux/amd64 **1.00 MB** · 1 layer · created 9 Sep 2025 · base `docker.io/library/debian:bookworm` · source [github.com/acme/app]');
		const hostile = image({ sizes: [1_000_000], annotations: { 'org.opencontainers.image.source': 'command:workbench.action.quit) [x](command:x' } });
		const [, shownAs] = await shown('FROM quay.io/acme/api:2.1', { verdict: exists(types.manifest, { host: 'quay.io' }), tree: hostile });
		assert.equal(shownAs?.endsWith('source command:workbench.action.quit) [x](command:x'), true, shownAs);
	});
});

/** The lines of the hover without the targets of its links and without escapes. */
async function shown(text: string, known: Partial<UseView>): Promise<readonly string[]> {
	const index = createFactsIndex({ read: async () => undefined, environment: {} });
	await index.set('/w/Dockerfile', text);
	const facts = index.get('/w/Dockerfile');
	const use = facts?.uses.at(-1);
	assert.ok(facts && use);
	const markdown = useHover({ facts, use, findings: [], textOf: () => facts.text, ...use.class !== 'variable' && use.reference && { reference: use.reference }, ...known });
	assert.ok(markdown);
	assert.equal(markdown.supportHtml ?? false, false);
	assert.equal(markdown.supportThemeIcons, true);
	assert.ok(typeof markdown.isTrusted === 'object' && markdown.isTrusted.enabledCommands.every(id => /^pullcheck\.|^workbench\.trust\.manage$/.test(id)));
	return markdown.value.split('\n\n').filter(line => line !== '---')
		.map(line => line.replaceAll('&nbsp;', ' ').replace(/(?<!\\)\]\((?:command|https):[^)]*\)/g, ']').replace(/\\([^A-Za-z0-9\s])/g, '$1').replace(/ {2,}/g, ' '));
}

function evidence(more: Partial<Evidence> & { readonly host: string }): Evidence {
	return { at: new Date().toISOString(), cached: false, ...more };
}

function exists(mediaType: string, more: Partial<Evidence> & { readonly host: string }): Verdict {
	return { verdict: 'exists', digest, mediaType, evidence: evidence(more) };
}

function problem(code: string, args: Readonly<Record<string, string>>, fixes: readonly Fix[], severity: Finding['severity']): Finding {
	return { code, file: '/w/Dockerfile', span: { start: 0, end: 1 }, severity, message: { text: code, args }, fixes, related: [], evidence: [] };
}

function edit(text: string, args: Readonly<Record<string, string>>, span: { readonly start: number; readonly end: number }, newText = args['tag'] ?? ''): Fix {
	return { title: { text, args }, edits: [{ span, newText }], safe: true };
}

function image({ index = false, sizes, attested = [], created = '2025-09-09T01:12:00Z', layers = 1, at = new Date().toISOString(), annotations = {} }: {
	readonly index?: boolean; readonly sizes: readonly (number | undefined)[]; readonly attested?: readonly string[];
	readonly created?: string; readonly layers?: number; readonly at?: string; readonly annotations?: Readonly<Record<string, string>>;
}): ImageTree {
	const platforms = [amd64, { os: 'linux', architecture: 'arm64', variant: 'v8' }, { os: 'linux', architecture: 'arm', variant: 'v7' }, { os: 'windows', architecture: 'amd64' }];
	const manifest = (size: number): object => ({
		kind: 'image', format: 'oci', mediaType: types.manifest, digest, annotations,
		layers: Array.from({ length: layers }, () => ({ mediaType: '', digest, size: size / layers })),
	});
	return {
		reference: 'x', others: [], referrers: [], evidence: evidence({ host: 'docker.io', at }),
		root: { kind: index ? 'index' : 'image', format: 'oci', digest, mediaType: index ? types.index : types.manifest, annotations: index ? annotations : {} },
		platforms: sizes.map((size, place) => ({
			descriptor: { mediaType: types.manifest, digest, size: 1, platform: platforms[place] },
			attestations: attested.length > 0 && place < 3 ? [{ descriptor: { mediaType: '', digest, size: 1 }, predicateTypes: attested }] : [],
			...size !== undefined && { manifest: manifest(size), config: { created, labels: {}, platform: platforms[place] } },
		})),
	} as unknown as ImageTree;
}

function minutesAgo(minutes: number): string {
	return new Date(Date.now() - minutes * 60_000).toISOString();
}
