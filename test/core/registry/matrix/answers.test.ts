import { gzipSync } from 'node:zlib';
import assert from 'node:assert/strict';
import { always, registry, unknown } from './openRegistry.ts';
import { table } from './runRow.ts';
import { config, digestOf, dockerManifest, json, layer, manifest, manifestBody, ociIndex, ociManifest, page, refuse } from './scriptedServer.ts';

const index = (manifests: readonly object[]): string => JSON.stringify({ schemaVersion: 2, mediaType: ociIndex, manifests });
const child = (os: string, architecture: string, annotations?: object): object => ({ mediaType: ociManifest, digest: digestOf(manifestBody), size: manifestBody.length, platform: { os, architecture }, ...(annotations ? { annotations } : {}) });
const attestation = child('unknown', 'unknown', { 'vnd.docker.reference.type': 'attestation-manifest', 'vnd.docker.reference.digest': digestOf(manifestBody) });
const artifact = (type: string, extra: object = {}): string => JSON.stringify({ schemaVersion: 2, mediaType: ociManifest, config: { mediaType: type, digest: digestOf(config), size: config.length }, layers: [layer], ...extra });
const schema1 = JSON.stringify({ schemaVersion: 1, name: 'team/app', tag: '1.0', architecture: 'amd64', fsLayers: [{ blobSum: layer.digest }], history: [{ v1Compatibility: '{"architecture":"amd64","os":"linux"}' }], signatures: [] });
const withoutType = manifestBody.replace(`"mediaType":"${ociManifest}",`, '');
const otherDigest = `sha256:${'0'.repeat(64)}`;

describe('What a registry may answer about a manifest', () => {
	table([
		{ says: 'an open registry: it is there, in one request and the configuration', server: registry(), code: 'ok', requests: 2, and: answer => { assert.equal(answer.mediaType, ociManifest); } },
		{ says: 'MANIFEST_UNKNOWN and a tag list: the tag is missing', server: registry(), image: '{host}/team/app:9.9', code: 'tag-not-found', requests: 2 },
		{ says: 'MANIFEST_UNKNOWN and NAME_UNKNOWN from the list: the repository is missing', server: registry(), image: '{host}/team/other:1.0', code: 'repository-not-found' },
		{ says: 'NAME_UNKNOWN: the repository is missing', server: always(refuse(404, 'NAME_UNKNOWN', 'repository name not known to registry')), code: 'repository-not-found', requests: 1 },
		{ says: 'ECR\'s sentence about a repository', server: always(refuse(404, 'NAME_UNKNOWN', 'The repository with name \'app\' does not exist in the registry with id \'123456789012\'')), code: 'repository-not-found' },
		{ says: 'TAG_EXPIRED: it was there', server: always(refuse(404, 'TAG_EXPIRED', 'Tag 1.0 was deleted or has expired. To pull, revive via time machine')), code: 'tag-expired' },
		{ says: 'Harbor\'s NOT_FOUND of an artifact: the tag is missing', server: always(refuse(404, 'NOT_FOUND', 'artifact team/app:1.0 not found')), code: 'tag-not-found' },
		{ says: 'Harbor\'s NOT_FOUND of an artifact in a repository called project', server: always(refuse(404, 'NOT_FOUND', 'artifact library/project:1.0 not found')), code: 'tag-not-found' },
		{ says: 'Harbor\'s NOT_FOUND of a repository', server: always(refuse(404, 'NOT_FOUND', 'repository team/app not found')), code: 'repository-not-found' },
		{ says: 'a digest that is gone', server: registry(), image: `{host}/team/app@${otherDigest}`, code: 'digest-not-found' },
		{ says: 'a 404 without words from a registry whose list is there', server: always({ status: 404 }), code: 'tag-not-found' },
		{ says: '404 in plain text from a registry that lists other names only', server: registry({ manifests: () => ({ status: 404, headers: { 'content-type': 'text/plain' }, body: 'not found' }), tags: () => ({ status: 404, body: 'not found' }) }), code: ['repository-not-found', 'tag-not-found'] },
		{ says: 'an empty tag list: the repository is there', server: registry({ manifests: unknown, tags: () => json({ name: 'team/app', tags: null }) }), code: 'tag-not-found' },
		{ says: 'a tag list that nobody may read: the tag is missing', server: registry({ manifests: unknown, tags: () => refuse(401, 'UNAUTHORIZED', 'no') }), code: 'tag-not-found' },
		{ says: 'OCI manifest found, but the client is said not to accept it: no accusation of the tag', server: always(refuse(404, 'MANIFEST_UNKNOWN', 'OCI manifest found, but accept header does not support OCI manifests')), code: 'registry-unexpected-status', and: answer => { assert.match(answer.error?.message ?? '', /has .* but was asked for other formats/); }, found: 'none' },
		{ says: 'OCI manifests for those who accept them', server: registry({ manifests: seen => String(seen.headers.accept).includes(ociManifest) ? undefined : refuse(404, 'MANIFEST_UNKNOWN', 'OCI manifest found, but accept header does not support OCI manifests') }), code: 'ok' },
		{ says: '400 for a name that is none', server: always(refuse(400, 'NAME_INVALID', 'invalid repository name')), code: 'repository-not-found' },
		{ says: '400 that names the manifest', server: always(refuse(400, 'MANIFEST_INVALID', 'manifest invalid')), code: 'tag-not-found' },
		{ says: 'a page with 404 and the header of the API: the registry is there', server: always({ status: 404, headers: { 'content-type': 'text/html', 'docker-distribution-api-version': 'registry/2.0' }, body: '<html>' }), code: 'tag-not-found' },
		{ says: 'TAG_EXPIRED of a digest: it is gone', server: always(refuse(404, 'TAG_EXPIRED', 'deleted or expired')), image: `{host}/team/app@${otherDigest}`, code: 'digest-not-found' },
		{ says: '500', server: always({ status: 500, body: 'oops' }), code: 'registry-unavailable' },
		{ says: '502 with a page', server: always(page(502)), code: 'registry-unavailable' },
		{ says: '503 with Retry-After', server: always({ status: 503, headers: { 'retry-after': '30' } }), code: 'registry-unavailable' },
		{ says: '504', server: always({ status: 504 }), code: 'registry-unavailable' },
		{ says: '418', server: always({ status: 418, body: 'teapot' }), code: 'registry-unexpected-status', found: 'registry-unavailable' },
		{ says: '405 UNSUPPORTED of an app repository', server: always(refuse(405, 'UNSUPPORTED', 'The operation is unsupported.')), code: 'registry-unexpected-status', found: 'registry-unavailable' },
		{ says: '400 without a word', server: always({ status: 400 }), code: 'registry-unexpected-status', found: 'registry-unavailable' },
		{ says: '451, by law', server: always(refuse(451, 'DENIED', 'not in your country')), code: 'registry-unexpected-status', found: 'registry-unavailable' },
		...[400, 405, 408, 410, 418, 426].map(status => ({ says: `${String(status)} for everything is no word on what stands there`, server: () => ({ status, body: 'x' }), code: 'registry-unexpected-status', found: 'registry-unavailable', requests: 1 })),
		{ says: '429 with seconds', server: always(refuse(429, 'TOOMANYREQUESTS', 'slow down', { 'retry-after': '120' })), code: 'rate-limit-reached', requests: 1, and: answer => { assert.match(answer.error?.message ?? '', /until/); } },
		{ says: '429 with a date', server: always(refuse(429, 'TOOMANYREQUESTS', 'slow down', { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() })), code: 'rate-limit-reached', and: answer => { assert.match(answer.error?.message ?? '', /until/); } },
		{ says: '429 with nothing', server: always({ status: 429, body: 'pull rate limit' }), code: 'rate-limit-reached', requests: 1 },
		{ says: '429 with the epoch of Docker Hub', server: always({ status: 429, headers: { 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600) } }), code: 'rate-limit-reached', and: answer => { assert.match(answer.error?.message ?? '', /until/); } },
		{ says: 'TOOMANYREQUESTS with another status', server: always(refuse(403, 'TOOMANYREQUESTS', 'You have reached your pull rate limit')), code: 'rate-limit-reached' },
		{ says: 'a page with 200', server: always(page(200)), code: 'registry-returned-html' },
		{ says: 'a page with 403', server: always(page(403)), code: 'registry-returned-html' },
		{ says: 'a page for everything: no registry', server: () => page(404), code: 'registry-not-v2' },
		{ says: 'a page with 200 for everything', server: () => page(200), code: 'registry-returned-html' },
		{ says: 'text for everything: no registry', server: () => ({ status: 404, headers: { 'content-type': 'text/plain' }, body: 'nothing here' }), code: 'registry-not-v2' },
		{ says: 'a front door without Content-Type is a front door', server: registry({ manifests: () => ({ status: 404 }), ping: () => ({ status: 200, body: '{}' }), tags: () => json({ tags: ['1.1'] }) }), code: 'tag-not-found' },
		{ says: 'an empty 200', server: always({ status: 200, headers: { 'content-type': ociManifest } }), code: 'registry-unexpected-status' },
		{ says: 'half a JSON text', server: always(manifest(manifestBody.slice(0, 50))), code: 'registry-unexpected-status' },
		{ says: 'JSON that is no manifest', server: always(json({ hello: 'world' })), code: 'registry-unexpected-status' },
		{ says: 'JSON that is a list', server: always(json([1, 2])), code: 'registry-unexpected-status' },
		{ says: 'no Content-Type', server: always({ body: manifestBody }), code: 'ok', found: 'manifest-content-type-broken' },
		{ says: 'application/json as Content-Type', server: always({ headers: { 'content-type': 'application/json' }, body: manifestBody }), code: 'ok', found: 'manifest-content-type-broken', and: answer => { assert.equal(answer.mediaType, ociManifest); } },
		{ says: 'text/html as the Content-Type of a manifest', server: always({ headers: { 'content-type': 'text/html' }, body: manifestBody }), code: 'ok', found: 'manifest-content-type-broken' },
		{ says: 'another type in the header than in the body', server: always(manifest(manifestBody, dockerManifest)), code: 'ok', found: 'manifest-content-type-mismatch' },
		{ says: 'no mediaType in the body: the header counts', server: registry({ manifests: () => manifest(withoutType) }), code: 'ok', and: answer => { assert.equal(answer.mediaType, ociManifest); } },
		{ says: 'no Docker-Content-Digest', server: registry({ manifests: () => ({ headers: { 'content-type': ociManifest }, body: manifestBody }) }), code: 'ok' },
		{ says: 'a Docker-Content-Digest that is none', server: registry({ manifests: () => manifest(manifestBody, ociManifest, { 'docker-content-digest': 'rubbish' }) }), code: 'ok' },
		{ says: 'a wrong Docker-Content-Digest', server: always(manifest(manifestBody, ociManifest, { 'docker-content-digest': otherDigest })), code: 'digest-mismatch' },
		{ says: 'other bytes than the digest asked for', server: always(manifest(manifestBody, ociManifest, { 'docker-content-digest': otherDigest })), image: `{host}/team/app@${otherDigest}`, code: 'digest-mismatch' },
		{ says: 'other bytes than the digest asked for, without a header', server: always({ headers: { 'content-type': ociManifest }, body: manifestBody }), image: `{host}/team/app@${otherDigest}`, code: 'digest-mismatch' },
		{ says: 'schema 1', server: always(manifest(schema1, 'application/vnd.docker.distribution.manifest.v1+prettyjws')), code: 'ok', found: 'schema1-manifest', and: answer => { assert.equal(answer.kind, 'schema1'); } },
		{ says: 'schema 1 as text/plain', server: always({ headers: { 'content-type': 'text/plain' }, body: schema1 }), code: 'ok', found: 'schema1-manifest' },
		{ says: 'an index', server: registry({ manifests: seen => seen.path.endsWith('/1.0') ? manifest(index([child('linux', 'amd64'), child('linux', 'arm64')]), ociIndex) : undefined }), code: 'ok', and: answer => { assert.deepEqual(answer.platforms, ['linux/amd64', 'linux/arm64']); } },
		{ says: 'an index with an attestation', server: registry({ manifests: seen => seen.path.endsWith('/1.0') ? manifest(index([child('linux', 'amd64'), attestation]), ociIndex) : undefined }), code: 'ok', found: 'none', and: answer => { assert.deepEqual(answer.platforms, ['linux/amd64']); assert.equal(answer.attestations?.length, 1); } },
		{ says: 'an empty index', server: always(manifest(index([]), ociIndex)), code: 'ok', found: 'index-empty' },
		{ says: 'only attestations', server: always(manifest(index([attestation]), ociIndex)), code: 'ok', found: 'index-only-attestations', and: answer => { assert.deepEqual(answer.platforms, []); } },
		{ says: 'a Helm chart', server: always(manifest(artifact('application/vnd.cncf.helm.config.v1+json'))), code: 'ok', found: 'not-a-container-image' },
		{ says: 'a WebAssembly module', server: always(manifest(artifact('application/vnd.wasm.config.v0+json'))), code: 'ok', found: 'not-a-container-image' },
		{ says: 'an artifact with the empty configuration', server: always(manifest(artifact('application/vnd.oci.empty.v1+json', { artifactType: 'application/vnd.example.sbom' }))), code: 'ok', found: 'not-a-container-image' },
		{ says: 'a compressed answer', server: always({ headers: { 'content-type': ociManifest, 'content-encoding': 'gzip', 'docker-content-digest': digestOf(manifestBody) }, body: gzipSync(manifestBody) }), code: 'ok' },
		{ says: 'a bomb', server: always({ headers: { 'content-type': ociManifest, 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(64 * 1024 * 1024)) }), code: 'manifest-too-large' },
		{ says: 'five megabytes', server: always(manifest(JSON.stringify({ ...JSON.parse(manifestBody) as object, annotations: { long: 'x'.repeat(5_000_000) } }))), code: 'manifest-too-large' },
		{ says: 'a 404 with five megabytes of words is still a 404', server: registry({ manifests: () => ({ status: 404, headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(5_000_000) }), tags: () => json({ tags: ['1.1'] }) }), code: 'tag-not-found' },
	]);
});
