import assert from 'node:assert/strict';
import { always, registry, unknown } from './openRegistry.ts';
import { instead, table } from './runRow.ts';
import { digestOf, json, manifest, manifestBody, ociManifest, page, refuse, type Seen } from './scriptedServer.ts';

const manifestGets = (seen: readonly Seen[]): readonly Seen[] => seen.filter(({ method, path }) => method === 'GET' && path.includes('/manifests/'));
const listed = (seen: readonly Seen[]): number => seen.filter(({ path }) => path.includes('/tags/list')).length;
const hub = instead('docker.io');
const image = 'docker.io/team/app:1.0';

describe('How a registry is asked', () => {
	table([
		{ says: 'HEAD where reading counts, then one GET by digest', server: registry(), conf: hub, image, code: 'ok', and: (_, seen) => {
			assert.equal(seen[0]?.method, 'HEAD');
			assert.deepEqual(manifestGets(seen).map(({ path }) => path.includes('sha256:')), [true]);
		} },
		{ says: 'HEAD that is not served', server: registry({ manifests: ({ method }) => method === 'HEAD' ? { status: 405 } : undefined }), conf: hub, image, code: 'ok' },
		{ says: 'HEAD that is always 404', server: registry({ manifests: ({ method }) => method === 'HEAD' ? { status: 404 } : undefined }), conf: hub, image, code: 'ok' },
		{ says: 'HEAD that is always 500', server: registry({ manifests: ({ method }) => method === 'HEAD' ? { status: 500 } : undefined }), conf: hub, image, code: 'ok' },
		{ says: 'HEAD without a digest', server: registry({ manifests: ({ method }) => method === 'HEAD' ? { headers: { 'content-type': ociManifest } } : undefined }), conf: hub, image, code: 'ok' },
		{ says: 'HEAD without a length', server: registry({ manifests: ({ method }) => method === 'HEAD' ? (response) => { response.writeHead(200, { 'content-type': ociManifest, 'docker-content-digest': digestOf(manifestBody) }); response.end(); } : undefined }), conf: hub, image, code: 'ok' },
		{ says: 'HEAD with 404: one GET brings the words', server: always(unknown()), conf: hub, image, code: 'tag-not-found', requests: 3 },
		{ says: 'HEAD with 429: nothing more', server: always({ status: 429 }), conf: hub, image, code: 'rate-limit-reached', requests: 1 },
		{ says: 'one Accept header with indexes and manifests of both kinds', server: registry(), code: 'ok', and: (_, seen) => {
			for (const type of ['vnd.oci.image.index.v1+json', 'vnd.docker.distribution.manifest.list.v2+json', 'vnd.oci.image.manifest.v1+json', 'vnd.docker.distribution.manifest.v2+json']) { assert.ok(String(seen[0]?.headers.accept).includes(type), type); }
		} },
		{ says: 'a redirect on the same host', server: registry({ manifests: ({ path }) => path.endsWith('/1.0') ? { status: 307, headers: { location: '/v2/team/app/manifests/moved' } } : path.endsWith('/moved') ? manifest() : undefined }), code: 'ok' },
		{ says: 'a redirect without a place', server: always({ status: 302 }), code: 'registry-unexpected-status' },
		{ says: 'a redirect in circles', server: registry({ manifests: ({ path }) => ({ status: 302, headers: { location: path } }) }), code: 'registry-unexpected-status', requests: 8 },
		{ says: 'a redirect to a file', server: always({ status: 302, headers: { location: 'file:///etc/passwd' } }), code: 'registry-unexpected-status' },
		{ says: 'a redirect to a page', server: registry({ manifests: () => ({ status: 302, headers: { location: '/landing' } }), gate: ({ path }) => path === '/landing' ? page(200) : undefined }), code: 'registry-returned-html' },
		{ says: 'tags by relative links', server: registry({ manifests: unknown, tags: ({ query }) => json({ name: 'team/app', tags: [`a${query.get('last') ?? ''}`] }, 200, query.get('last') === null ? { link: '</v2/team/app/tags/list?n=1&last=a>; rel="next"' } : {}) }), code: 'tag-not-found', and: (_, seen) => { assert.equal(listed(seen), 2); } },
		{ says: 'tags by an absolute link', server: registry({ manifests: unknown, tags: ({ query }, self) => json({ tags: [`a${query.get('last') ?? ''}`] }, 200, query.get('last') === null ? { link: `<http://${self}/v2/team/app/tags/list?last=a>; rel=next` } : {}) }), code: 'tag-not-found', and: (_, seen) => { assert.equal(listed(seen), 2); } },
		{ says: 'tags by a link whose first parameter is another', server: registry({ manifests: unknown, tags: ({ query }) => json({ tags: [`a${query.get('last') ?? ''}`] }, 200, query.get('last') === null ? { link: '</v2/team/app/tags/list?last=a>; title="more, of it"; rel="next"' } : {}) }), code: 'tag-not-found', and: (_, seen) => { assert.equal(listed(seen), 2); } },
		{ says: 'a link to another host is not followed', server: registry({ manifests: unknown, tags: () => json({ tags: ['a'] }, 200, { link: '<http://127.0.0.1:1/v2/team/app/tags/list?last=a>; rel="next"' }) }), code: 'tag-not-found', and: (_, seen) => { assert.equal(listed(seen), 1); } },
		{ says: 'tags without end', server: registry({ manifests: unknown, tags: ({ query }) => { const at = Number(query.get('last') ?? 0) + 1; return json({ tags: [`t${at}`] }, 200, { link: `</v2/team/app/tags/list?last=${at}>; rel="next"` }); } }), code: 'tag-not-found', requests: 12 },
		{ says: 'a link to the same page', server: registry({ manifests: unknown, tags: () => json({ tags: ['a'] }, 200, { link: '</v2/team/app/tags/list?last=a>; rel="next"' }) }), code: 'tag-not-found', requests: 4 },
		{ says: '200,000 tags at once', server: registry({ manifests: unknown, tags: () => json({ tags: Array.from({ length: 200_000 }, (_, at) => `build-${at}`) }) }), code: 'tag-not-found', requests: 2 },
		{ says: 'a tag list that is garbage', server: registry({ manifests: unknown, tags: () => ({ body: 'garbage' }) }), code: 'tag-not-found' },
		{ says: 'a limit at the tag list: the tag is missing all the same', server: registry({ manifests: unknown, tags: () => refuse(429, 'TOOMANYREQUESTS', 'no') }), code: 'tag-not-found', requests: 2 },
		{ says: 'a manifest by tag and digest is asked by digest', server: registry(), image: `{host}/team/app:gone@${'sha256:0000000000000000000000000000000000000000000000000000000000000000'}`, code: 'digest-not-found', and: (_, seen) => { assert.ok(seen[0]?.path.includes('sha256:')); } },
		{ says: 'the bytes as they are, not as they would be written again', server: registry({ manifests: ({ path }) => path.endsWith('/1.0') ? manifest(JSON.stringify(JSON.parse(manifestBody), undefined, 3)) : undefined }), code: 'ok' },
	]);
});
