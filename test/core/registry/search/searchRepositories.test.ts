import assert from 'node:assert/strict';
import { searchRepositories } from '../../../../src/core/registry/search/searchRepositories.ts';
import type { Endpoint } from '../../../../src/core/registry/mirrors/endpoint.ts';
import { createEvidenceMaker } from '../../../../src/core/registry/verdicts/makeEvidence.ts';
import { createMask } from '../../../../src/core/registry/mask.ts';
import { bench, files, ref } from '../testRegistry.ts';

/** Fails where nothing can be searched. */
function there<T>(value: T | undefined): T {
	assert.ok(value);
	return value;
}

describe('A search for repositories', () => {
	const { fake, client } = bench();

	it('is answered from the catalogue where a registry has no search of its own, with the login that it wants', async () => {
		const registry = await fake({ hostName: 'localhost', auth: { type: 'bearer', users: {} } });
		const answer = there(await client().search?.(registry.host, 'node'));
		assert.ok(answer.known);
		assert.deepEqual(answer.value.repositories.map(({ name }) => name), [`${registry.host}/demo/node`]);
		assert.equal(answer.value.complete, true);
		assert.equal(answer.evidence.request, 'GET /v2/_catalog?n=1000');
	});

	it('reads the catalogue page by page, asks a second time nobody, and asks again after Refresh', async () => {
		const registry = await fake({ hostName: 'localhost', tagPageSize: 2 });
		const port = client();
		const answer = there(await port.search?.(registry.host, 'demo/'));
		assert.ok(answer.known);
		assert.deepEqual(answer.value.repositories.map(({ name }) => name), [...registry.repositories.keys()].filter(name => name.startsWith('demo/')).sort().map(name => `${registry.host}/${name}`));
		const asked = registry.requests.length;
		await port.search?.(registry.host, 'demo/');
		assert.equal(registry.requests.length, asked);
		await port.refresh();
		await port.search?.(registry.host, 'demo/');
		assert.ok(registry.requests.length > asked);
	});

	it('goes on answering for tags and manifests with the scopes that they need', async () => {
		const registry = await fake({ hostName: 'localhost', auth: { type: 'bearer', users: {} } });
		const port = client();
		const reference = ref(`${registry.host}/demo/node:22`);
		for (let round = 0; round < 2; round++) {
			assert.equal((await port.check(reference)).verdict, 'exists');
			assert.ok((await port.search?.(registry.host, 'node'))?.known);
			await port.refresh();
		}
	});

	it('is not known where the registry has no catalogue, and asks nobody where nobody may be asked', async () => {
		const registry = await fake({ hostName: 'localhost' });
		registry.fault({ path: /_catalog/ }, { type: 'answer', status: 404 });
		const none = there(await client().search?.(registry.host, 'node'));
		assert.equal(none.known, false);
		const asked = registry.requests.length;
		for (const options of [{ gate: () => 'offline' as const }, { gate: () => 'untrusted' as const }, { denyHosts: [registry.host] }]) {
			assert.equal((await client(options).search?.(registry.host, 'node'))?.known, false);
		}
		assert.equal(registry.requests.length, asked);
	});

	it('of Docker Hub goes where registries.conf says that it is', async () => {
		const registry = await fake({ hostName: 'localhost' });
		registry.repository('hub/library/nginx');
		registry.repository('hub/grafana/grafana');
		const conf = `[[registry]]\nprefix = "docker.io"\nlocation = "${registry.host}/hub"\ninsecure = true\n`;
		const answer = there(await client({ files: files({ '/nobody/.config/containers/registries.conf': conf }) }).search?.('docker.io', 'g'));
		assert.ok(answer.known);
		assert.deepEqual(answer.value.repositories.map(({ name }) => name), ['grafana/grafana', 'nginx']);
	});

	const asked: string[] = [];
	const at = async (host: string, domain: string, body: unknown, text = 'ngin'): Promise<Awaited<ReturnType<typeof searchRepositories>>> => searchRepositories({
		evidence: createEvidenceMaker(() => 0, createMask()),
		routes: { of: async () => ({ type: 'ask', endpoints: [{ host, path: 'library/search' } as Endpoint] }) } as never,
		client: {} as never,
		wire: { send: async (request: { readonly url: URL }) => { asked.push(request.url.href); return { answer: { status: 200, headers: {}, url: request.url, body: Buffer.from(JSON.stringify(body)) } }; } } as never,
	}, domain, text, new AbortController().signal);

	it('of Docker Hub asks its index, and believes only what can be a name', async () => {
		const answer = await at('registry-1.docker.io', 'docker.io', { num_results: 900, results: [
			{ name: 'nginx', description: 'Official\n build  of Nginx.', star_count: 19000, is_official: true },
			{ name: 'nginxinc/nginx-unprivileged', description: '', star_count: 100, is_official: false },
			{ name: 'EVIL $(x)', description: 'x' }, { name: '../..' }, 7, null,
		] });
		assert.equal(asked.at(-1), 'https://index.docker.io/v1/search?q=ngin&n=25');
		assert.ok(answer.known);
		assert.deepEqual(answer.value, { complete: false, repositories: [
			{ name: 'nginx', description: 'Official build of Nginx.', stars: 19000, official: true }, { name: 'nginxinc/nginx-unprivileged', stars: 100 },
		] });
	});

	it('of Quay asks its own search', async () => {
		const answer = await at('quay.io', 'quay.io', { has_additional: false, results: [
			{ kind: 'repository', name: 'keycloak', namespace: { name: 'keycloak' }, description: 'An identity server', stars: 12 }, { kind: 'application', name: 'x', namespace: { name: 'y' } },
		] }, 'key cloak&x=1');
		assert.equal(asked.at(-1), 'https://quay.io/api/v1/find/repositories?query=key%20cloak%26x%3D1');
		assert.ok(answer.known);
		assert.deepEqual(answer.value.repositories, [{ name: 'quay.io/keycloak/keycloak', description: 'An identity server', stars: 12 }]);
	});

	it('is not known when the answer is something else', async () => {
		for (const body of ['<html>', { results: 7 }, null, []]) { assert.equal((await at('quay.io', 'quay.io', body)).known, false); }
	});
});
