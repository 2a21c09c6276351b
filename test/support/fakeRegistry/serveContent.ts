import type { FakeRegistryOptions } from '../fakeRegistry.ts';
import type { FakeAnswer, FakeProfile } from './profiles.ts';
import { digestOf, type Store, type StoredManifest, type StoredRepository } from './store.ts';

/** An answer to write. */
export interface Reply {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string | string[] | number>>;
	readonly body?: Buffer;
}

interface Asked {
	readonly method: string;
	readonly url: URL;
	readonly headers: Readonly<Record<string, string | undefined>>;
	readonly body: Buffer;
}

/** The OCI Distribution API over a store: ping, manifests, blobs, tags with paging, referrers, uploads. */
export function serveContent(asked: Asked, store: Store, profile: FakeProfile, options: FakeRegistryOptions, knownUser: boolean): Reply {
	const path = decodeURIComponent(asked.url.pathname);
	if (/^\/v2\/?$/.test(path)) { return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') }; }
	if (path === '/v2/_catalog') { return catalog(asked, store, options.tagPageSize ?? 1000); }
	const match = /^\/v2\/(.+?)\/(manifests|blobs|tags|referrers)\/(.+)$/.exec(path);
	if (!match) { return { status: 404, headers: { 'content-type': 'text/plain' }, body: Buffer.from('404 page not found\n') }; }
	const [, name = '', kind, what = ''] = match;
	const missing = knownUser ? profile.missingRepositoryKnownUser : profile.missingRepository;
	if (asked.method === 'PUT' || asked.method === 'POST' || asked.method === 'PATCH') { return upload(asked, store, name, kind ?? '', what); }
	const repository = store.repositories.get(name);
	if (!repository) { return failure(kind === 'tags' ? profile.missingList ?? missing : missing); }
	switch (kind) {
		case 'manifests': return manifest(asked, repository, what, profile);
		case 'blobs': return blob(asked, repository, what);
		case 'tags': return tagList(asked, name, repository, options.tagPageSize ?? 1000);
		default: return options.referrers ? referrers(repository, what) : { status: 404, headers: { 'content-type': 'text/plain' }, body: Buffer.from('404 page not found\n') };
	}
}

function catalog(asked: Asked, store: Store, pageSize: number): Reply {
	const last = asked.url.searchParams.get('last') ?? '';
	const rest = [...store.repositories.keys()].sort().filter(name => name > last);
	const repositories = rest.slice(0, Math.min(pageSize, Number(asked.url.searchParams.get('n') ?? pageSize)));
	const more = repositories.length < rest.length;
	return {
		status: 200,
		headers: { 'content-type': 'application/json', ...more && { link: `</v2/_catalog?n=${pageSize}&last=${encodeURIComponent(repositories.at(-1) ?? '')}>; rel="next"` } },
		body: Buffer.from(JSON.stringify({ repositories })),
	};
}

function failure(answer: FakeAnswer): Reply {
	return {
		status: answer.status, headers: { 'content-type': answer.contentType ?? 'application/json' },
		body: Buffer.from(answer.body ?? JSON.stringify({ errors: [{ code: answer.code, message: answer.message }] })),
	};
}

function manifest(asked: Asked, repository: StoredRepository, what: string, profile: FakeProfile): Reply {
	const found: StoredManifest | undefined = repository.manifests.get(what.includes(':') ? what : repository.tags.get(what) ?? '');
	if (!found) { return failure(profile.missingTag); }
	const accept = asked.headers['accept'] ?? '';
	if (profile.negotiates && found.mediaType.includes('oci') && !accept.includes(found.mediaType) && !accept.includes('*/*')) {
		const kind = found.mediaType.includes('index') ? 'OCI index' : 'OCI manifest';
		return failure({ status: 404, code: 'MANIFEST_UNKNOWN', message: `${kind} found, but accept header does not support ${kind === 'OCI index' ? 'OCI indexes' : 'OCI manifests'}` });
	}
	const headers = { 'content-type': found.mediaType, 'docker-content-digest': found.digest, etag: `"${found.digest}"` };
	if (asked.headers['if-none-match'] === `"${found.digest}"`) { return { status: 304, headers }; }
	return { status: 200, headers: { ...headers, 'content-length': found.bytes.length }, body: found.bytes };
}

function blob(asked: Asked, repository: StoredRepository, digest: string): Reply {
	const bytes = repository.blobs.get(digest);
	if (!bytes) { return failure({ status: 404, code: 'BLOB_UNKNOWN', message: 'blob unknown to registry' }); }
	const headers = { 'content-type': 'application/octet-stream', 'docker-content-digest': digest, 'accept-ranges': 'bytes' };
	const range = /^bytes=(\d+)-(\d*)$/.exec(asked.headers['range'] ?? '');
	if (!range) { return { status: 200, headers: { ...headers, 'content-length': bytes.length }, body: bytes }; }
	const from = Number(range[1]);
	const part = bytes.subarray(from, range[2] ? Number(range[2]) + 1 : undefined);
	return { status: 206, headers: { ...headers, 'content-range': `bytes ${from}-${from + part.length - 1}/${bytes.length}` }, body: part };
}

function tagList(asked: Asked, name: string, repository: StoredRepository, pageSize: number): Reply {
	const all = [...repository.tags.keys()].sort();
	const wanted = Number(asked.url.searchParams.get('n') ?? pageSize);
	const last = asked.url.searchParams.get('last');
	const rest = last === null ? all : all.filter(tag => tag > last);
	const page = rest.slice(0, Math.min(pageSize, wanted > 0 ? wanted : pageSize));
	const more = page.length < rest.length && page.length > 0;
	return {
		status: 200,
		headers: {
			'content-type': 'application/json',
			...(more ? { link: `</v2/${name}/tags/list?n=${wanted}&last=${encodeURIComponent(page.at(-1) ?? '')}>; rel="next"` } : {}),
		},
		body: Buffer.from(JSON.stringify({ name, tags: page })),
	};
}

function referrers(repository: StoredRepository, digest: string): Reply {
	const manifests = [...repository.manifests.values()].flatMap(stored => {
		const parsed = JSON.parse(stored.bytes.toString()) as { subject?: { digest?: string }; artifactType?: string; config?: { mediaType?: string } };
		if (parsed.subject?.digest !== digest) { return []; }
		return [{ mediaType: stored.mediaType, digest: stored.digest, size: stored.bytes.length, artifactType: parsed.artifactType ?? parsed.config?.mediaType }];
	});
	const body = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests };
	return { status: 200, headers: { 'content-type': 'application/vnd.oci.image.index.v1+json' }, body: Buffer.from(JSON.stringify(body)) };
}

const uploads = new WeakMap<Store, Map<string, Buffer>>();

function upload(asked: Asked, store: Store, name: string, kind: string, what: string): Reply {
	if (kind === 'manifests' && asked.method === 'PUT') {
		const digest = store.put(name, what.includes(':') ? [] : what, asked.body, asked.headers['content-type'] ?? 'application/octet-stream');
		return { status: 201, headers: { location: `/v2/${name}/manifests/${digest}`, 'docker-content-digest': digest } };
	}
	const open = uploads.get(store) ?? new Map<string, Buffer>();
	uploads.set(store, open);
	const id = what.replace(/^uploads\/?/, '') || `u${open.size + 1}`;
	const soFar = Buffer.concat([open.get(id) ?? Buffer.alloc(0), asked.body]);
	const wanted = asked.url.searchParams.get('digest');
	if (wanted === null) {
		open.set(id, soFar);
		return { status: 202, headers: { location: `/v2/${name}/blobs/uploads/${id}`, range: `0-${Math.max(0, soFar.length - 1)}`, 'docker-upload-uuid': id } };
	}
	if (digestOf(soFar) !== wanted) { return failure({ status: 400, code: 'DIGEST_INVALID', message: 'provided digest did not match uploaded content' }); }
	store.putBlob(name, soFar);
	return { status: 201, headers: { location: `/v2/${name}/blobs/${wanted}`, 'docker-content-digest': wanted } };
}
