import assert from 'node:assert/strict';
import { createRegistry, type RegistryOptions } from '../../../../src/core/registry/createRegistry.ts';
import type { RegistryPort } from '../../../../src/core/registry/port.ts';
import { folderWith } from '../../../cli/folder.ts';
import { runIn } from '../../../cli/run.ts';
import { files, noFiles, ref } from '../testRegistry.ts';
import { instead } from './runRow.ts';
import { bearer, challenge, registry, unknown } from './openRegistry.ts';
import { json, manifest, manifestBody, serve, type Scripted } from './scriptedServer.ts';

/** Wants a token for each repository by itself. */
const strict = registry({
	token: ({ query }) => json({ token: `for${query.get('scope') ?? ''}` }),
	gate: (seen, self) => {
		const scope = `repository:${seen.path.replace(/^\/v2\//, '').replace(/\/(manifests|blobs|tags)\/.*$/, '')}:pull`;
		return seen.headers.authorization === `Bearer for${scope}` ? undefined : challenge(bearer(self).replace('repository:team/app:pull', scope));
	},
	manifests: () => manifest(),
});

describe('How many requests answers take', () => {
	let server: Scripted;
	let port: RegistryPort;
	let now = Date.parse('2026-01-01T00:00:00Z');
	beforeEach(async () => { server = await serve(strict); });
	afterEach(async () => { await port.dispose(); await server.close(); });
	const open = (options: RegistryOptions = {}): void => { port = createRegistry({ environment: {}, homeFolder: '/nobody', files: noFiles, runHelper: false, clock: () => now, ...options }); };
	const took = async (name: string): Promise<number> => {
		const before = server.seen.length;
		const verdict = await port.check(ref(name));
		assert.equal(verdict.verdict, 'exists', JSON.stringify(verdict));
		return server.seen.length - before;
	};

	it('3 for a cold public image, 2 for the next one of the host, 0 soon after, 1 later', async () => {
		open();
		const image = `${server.host}/team/app:1.0`;
		assert.deepEqual([await took(image), await took(`${server.host}/team/other:1.0`), await took(image)], [3, 2, 0]);
		now += 301_000;
		const later = await took(image);
		assert.ok(later <= 2 && server.seen.at(-1)?.method === 'HEAD', `${later}`);
	});
	it('as many for one as for a hundred who ask at once', async () => {
		open();
		await Promise.all(Array.from({ length: 100 }, () => port.check(ref(`${server.host}/team/app:1.0`))));
		assert.equal(server.seen.length, 3);
	});
	it('no manifest is read where that counts as a pull', async () => {
		open({ files: files({ '/nobody/.config/containers/registries.conf': instead('docker.io').replace('{host}', server.host) }) });
		assert.equal(await took('team/app:1.0'), 3);
		assert.ok(server.seen.every(({ method, path }) => method === 'HEAD' || !path.includes('/manifests/')));
	});
	it('nor after a host has said that it counts', async () => {
		await server.close();
		server = await serve(registry({ manifests: () => manifest(undefined, undefined, { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '99;w=21600' }) }));
		open();
		await took(`${server.host}/team/app:1.0`);
		await took(`${server.host}/team/app:1.1`);
		assert.equal(server.seen.at(-1)?.method, 'HEAD');
	});
	it('none by the command line for what it has read before, and one where the registry hides the type', async () => {
		port = createRegistry();
		for (const [script, again] of [[registry(), 0], [registry({ manifests: seen => seen.path.endsWith('/1.0') ? { headers: { 'content-type': 'application/json' }, body: manifestBody } : unknown() }), 1]] as const) {
			await server.close();
			server = await serve(script);
			const folder = folderWith({});
			const inspect = async (): Promise<number> => {
				const before = server.seen.length;
				const { code, out } = await runIn(folder, ['inspect', `${server.host}/team/app:1.0`, '--format', 'json']);
				assert.equal(code, 0, out);
				return server.seen.length - before;
			};
			assert.deepEqual([await inspect(), await inspect()], [2, again]);
		}
	});
});
