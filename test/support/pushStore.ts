import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';
import type { Store } from './fakeRegistry/store.ts';

/** Uploads everything of a store to a real registry, except what real ones refuse (schema 1). */
export async function pushStore(store: Store, target: { readonly url: string; readonly login?: { readonly username: string; readonly password: string }; readonly authority?: string; /** The header for a repository, where a token server gives it. */ readonly pass?: (repository: string) => string }, repositories: readonly string[]): Promise<void> {
	const dispatcher = new Agent({ connect: target.authority === undefined ? {} : { ca: readFileSync(target.authority, 'utf8') } });
	const basic = target.login && `Basic ${Buffer.from(`${target.login.username}:${target.login.password}`).toString('base64')}`;
	const send = async (method: 'POST' | 'PUT', url: string, type?: string, body?: Buffer): Promise<string> => {
		const authorization = target.pass?.(/\/v2\/(.+?)\/(?:blobs|manifests)\//.exec(url)?.[1] ?? '') ?? basic;
		const answer = await request(url, { dispatcher, method, headers: { ...(authorization ? { authorization } : {}), ...(type ? { 'content-type': type } : {}) }, body: body ?? null });
		const text = await answer.body.text();
		if (answer.statusCode >= 300) { throw new Error(`${method} ${url}: ${answer.statusCode} ${text}`); }
		return String(answer.headers['location'] ?? '');
	};
	try {
		for (const name of repositories) {
			const repository = store.repository(name);
			for (const [digest, bytes] of repository.blobs) {
				const upload = new URL(await send('POST', `${target.url}/v2/${name}/blobs/uploads/`), target.url);
				upload.searchParams.set('digest', digest);
				await send('PUT', upload.href, 'application/octet-stream', bytes);
			}
			const tagged = new Set(repository.tags.values());
			// Children before the indexes that name them.
			const manifests = [...repository.manifests.values()].sort((a, b) => Number(tagged.has(a.digest)) - Number(tagged.has(b.digest)));
			for (const manifest of manifests) { await send('PUT', `${target.url}/v2/${name}/manifests/${manifest.digest}`, manifest.mediaType, manifest.bytes); }
			for (const [tag, digest] of repository.tags) {
				const manifest = repository.manifests.get(digest);
				if (manifest) { await send('PUT', `${target.url}/v2/${name}/manifests/${tag}`, manifest.mediaType, manifest.bytes); }
			}
		}
	} finally {
		await dispatcher.destroy();
	}
}
