import assert from 'node:assert/strict';
import { basic, bearer, challenge, registry, unknown, withTokens } from './openRegistry.ts';
import { instead, table, type Row } from './runRow.ts';
import { json, refuse, type Reply, type Script } from './scriptedServer.ts';

/** The server answers in the place of a well-known registry, by registries.conf. */
const at = (name: string, says: string, server: Script, code: Row['code'], more: Partial<Row> = {}): Row => ({ says: `${name}: ${says}`, server, code, conf: instead(name), image: `${name}/team/app:1.0`, ...more });
/** A challenge, and a token server that says this to everybody. */
const tokenRefuses = (reply: Reply): Script => registry({ token: () => reply, gate: (seen, self) => seen.headers.authorization === undefined ? challenge(bearer(self)) : undefined });
const nobody: Script = withTokens('never');
const missingTag = withTokens('t', { token: () => json({ token: 't' }), manifests: unknown, tags: () => json({ tags: ['1.1'] }) });

describe('What the answers of well-known registries mean', () => {
	table([
		at('docker.io', 'an anonymous token that opens nothing', nobody, 'repository-missing-or-private'),
		at('docker.io', 'a login that opens nothing still does not tell', nobody, ['repository-missing-or-private', 'credentials-insufficient-scope'], { login: 'joe:secret' }),
		at('docker.io', 'a missing tag', missingTag, 'tag-not-found'),
		at('docker.io', 'a limit', registry({ gate: () => refuse(429, 'TOOMANYREQUESTS', 'You have reached your unauthenticated pull rate limit.') }), 'rate-limit-reached', { requests: 1 }),
		at('docker.io', 'a limit at the token server, in its own words', tokenRefuses(json({ details: 'too many requests' }, 429)), 'rate-limit-reached'),
		at('docker.io', 'the one that others count under, by its shortest name', registry({ manifests: ({ path }) => path.startsWith('/v2/library/node/manifests/22') ? unknown() : undefined, tags: () => json({ tags: ['20'] }) }), 'tag-not-found', { image: 'node:22' }),
		at('ghcr.io', '403 at the token server', tokenRefuses(refuse(403, 'DENIED', 'requested access to the resource is denied')), 'repository-missing-or-private', { requests: 2 }),
		at('ghcr.io', '401 at the token server', tokenRefuses(refuse(401, 'UNAUTHORIZED', 'authentication required')), 'repository-missing-or-private', { requests: 2 }),
		at('ghcr.io', 'a missing tag', missingTag, 'tag-not-found'),
		at('ghcr.io', 'a bad login on a public image', withTokens('t', { token: seen => seen.headers.authorization === undefined ? json({ token: 't' }) : refuse(403, 'DENIED', 'denied') }), 'ok', { login: 'joe:old', found: 'credentials-stale-image-public' }),
		at('quay.io', '401', withTokens('never', { token: () => json({ token: 'x' }) }), 'repository-missing-or-private'),
		at('quay.io', 'an expired tag', withTokens('t', { token: () => json({ token: 't' }), manifests: () => refuse(404, 'TAG_EXPIRED', 'Tag 1.0 was deleted or has expired. To pull, revive via time machine') }), 'tag-expired'),
		at('quay.io', 'NAME_UNKNOWN for those who are known', withTokens('t', { token: () => json({ token: 't' }), manifests: () => refuse(404, 'NAME_UNKNOWN', 'repository not found') }), 'repository-not-found', { login: 'joe:secret' }),
		at('quay.io', 'a login that is none', withTokens('t', { token: () => refuse(401, 'UNAUTHORIZED', 'Invalid username or password.') }), 'credentials-rejected', { login: 'joe:wrong' }),
		at('quay.io', 'an app repository', registry({ manifests: () => refuse(405, 'UNSUPPORTED', 'This endpoint is not supported for app repositories') }), 'registry-unexpected-status', { found: 'registry-unavailable' }),
		at('europe-docker.pkg.dev', 'Permission denied (or it may not exist)', registry({ gate: (seen, self) => seen.headers.authorization === undefined ? challenge(bearer(self)) : refuse(403, 'DENIED', 'Permission "artifactregistry.repositories.downloadArtifacts" denied on resource "projects/x" (or it may not exist)') }), 'repository-missing-or-private'),
		at('gcr.io', '403 at the token server', tokenRefuses(refuse(403, 'DENIED', 'Caller does not have permission or the resource may not exist')), 'repository-missing-or-private'),
		at('123456789012.dkr.ecr.eu-north-1.amazonaws.com', 'nobody logged in', registry({ gate: () => ({ status: 401, headers: { 'www-authenticate': 'Basic realm="https://123456789012.dkr.ecr.eu-north-1.amazonaws.com/",service="ecr.amazonaws.com"' }, body: 'Not Authorized' }) }), 'image-private-no-credentials'),
		at('123456789012.dkr.ecr.eu-north-1.amazonaws.com', 'not allowed', registry({ gate: seen => seen.headers.authorization === undefined ? challenge('Basic realm="x"') : refuse(403, 'DENIED', 'User: arn:aws:sts::1:x is not authorized to perform: ecr:BatchGetImage') }), 'credentials-insufficient-scope', { login: 'AWS:secret' }),
		at('123456789012.dkr.ecr.eu-north-1.amazonaws.com', 'a missing repository', registry({ gate: seen => seen.headers.authorization === undefined ? challenge('Basic realm="x"') : refuse(404, 'NAME_UNKNOWN', 'The repository with name \'team/app\' does not exist in the registry with id \'123456789012\'') }), 'repository-not-found', { login: 'AWS:secret' }),
		at('public.ecr.aws', 'a missing repository', registry({ manifests: () => refuse(404, 'NAME_UNKNOWN', 'The repository does not exist') }), 'repository-not-found'),
		at('acme.azurecr.io', '401', registry({ gate: (seen, self) => refuse(401, 'UNAUTHORIZED', 'authentication required, visit https://aka.ms/acr/authorization for more information.', { 'www-authenticate': bearer(self) }), token: () => json({ access_token: 'x' }) }), 'repository-missing-or-private'),
		at('acme.azurecr.io', 'the token server: 401', tokenRefuses(refuse(401, 'UNAUTHORIZED', 'authentication required')), 'repository-missing-or-private'),
		at('acme.azurecr.io', 'its firewall', registry({ gate: () => refuse(403, 'DENIED', 'client with IP \'1.2.3.4\' is not allowed access, refer https://aka.ms/acr/firewall') }), 'credentials-insufficient-scope', { and: answer => { assert.match(answer.error?.message ?? '', /does not give out/); } }),
		at('mcr.microsoft.com', 'a missing repository', registry({ manifests: unknown, tags: () => refuse(404, 'NAME_UNKNOWN', 'repository name not known') }), 'repository-not-found'),
		at('mcr.microsoft.com', 'a missing tag', registry({ manifests: unknown, tags: () => json({ tags: ['1.1'] }) }), 'tag-not-found'),
		at('registry.redhat.io', '401', withTokens('never', { token: () => refuse(401, 'UNAUTHORIZED', 'Please login to the Red Hat Registry using your Customer Portal credentials.') }), 'registry-redhat-login-required'),
		at('registry.redhat.io', '401 by Basic', registry({ gate: () => challenge('Basic realm="registry.redhat.io"') }), 'registry-redhat-login-required'),
		at('registry.gitlab.com', '403 at the token server', tokenRefuses(refuse(403, 'DENIED', 'access forbidden')), 'repository-missing-or-private'),
		at('registry.k8s.io', 'a missing tag', registry({ manifests: unknown, tags: () => json({ tags: ['1.1'] }) }), 'tag-not-found'),
		at('harbor.acme-corp.net', '401 for everybody', registry({ token: () => json({ token: 'x', expires_in: 1800 }), gate: (seen, self) => challenge(seen.headers.authorization === undefined ? bearer(self) : 'Basic realm="harbor"') }), 'repository-missing-or-private'),
		at('harbor.acme-corp.net', 'a policy that blocks', registry({ manifests: () => refuse(412, 'PROJECTPOLICYVIOLATION', 'current image with 5 vulnerabilities cannot be pulled') }), ['credentials-insufficient-scope', 'registry-unexpected-status']),
		at('harbor.acme-corp.net', '500 of an old one', registry({ manifests: () => refuse(500, 'UNKNOWN', 'unknown error') }), 'registry-unavailable'),
		at('codeberg.org', 'Bearer and Basic in one', registry({ token: () => json({ token: 't' }), gate: (seen, self) => seen.headers.authorization === 'Bearer t' ? undefined : challenge(`Bearer realm="http://${self}/token",service="container_registry",scope="*",Basic realm="x"`) }), 'ok'),
		at('zot.acme-corp.net', 'NAME_UNKNOWN', registry({ manifests: () => refuse(404, 'NAME_UNKNOWN', 'repository name not known to registry') }), 'repository-not-found'),
		at('nexus.acme-corp.net', 'Basic for everybody', registry({ gate: seen => seen.headers.authorization === basic('joe:secret') ? undefined : challenge('BASIC realm="Sonatype Nexus Repository Manager"') }), 'ok', { login: 'joe:secret' }),
		at('acme.jfrog.io', 'a landing page', registry({ manifests: () => ({ status: 302, headers: { location: '/landing' } }), gate: ({ path }) => path === '/landing' ? { headers: { 'content-type': 'text/html' }, body: '<html></html>' } : undefined }), 'registry-returned-html'),
		at('image-registry.apps.acme-corp.net', '500 for a stream that is not there', registry({ manifests: () => ({ status: 500 }) }), 'registry-unavailable'),
	]);
});

const closed = (location: string): string => `[[registry.mirror]]\nlocation = "${location}"\ninsecure = true\n`;
const mirrored = (...mirrors: readonly string[]): string => `[[registry]]\nprefix = "quay.io"\nlocation = "127.0.0.1:9"\ninsecure = true\n${mirrors.join('')}`;

describe('Mirrors and other places', () => {
	table([
		{ says: 'a mirror before the registry', server: registry(), image: 'quay.io/team/app:1.0', conf: mirrored(closed('{host}')), code: 'ok', and: answer => { assert.equal(answer.evidence?.['host'], 'quay.io'); } },
		{ says: 'the first mirror is down, the second is not', server: registry(), image: 'quay.io/team/app:1.0', conf: mirrored(closed('127.0.0.1:9'), closed('{host}')), code: 'ok' },
		{ says: 'a mirror that has it not: the registry itself', server: registry({ manifests: ({ path }) => path.includes('/cache/') ? unknown() : undefined }), image: 'quay.io/team/app:1.0', conf: `${instead('quay.io')}${closed('{host}/cache')}`, code: 'ok' },
		{ says: 'a mirror with a path of its own', server: registry({ manifests: ({ path }) => path.startsWith('/v2/cache/quay/team/app/manifests/1.0') ? json({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [] }) : unknown() }), image: 'quay.io/team/app:1.0', conf: mirrored(closed('{host}/cache/quay')), code: 'ok', found: 'index-empty' },
		{ says: 'a mirror for digests is not asked for tags', server: registry(), image: 'quay.io/team/app:1.0', conf: mirrored(`${closed('{host}')}pull-from-mirror = "digest-only"\n`), code: 'registry-connection-refused', and: (_, seen) => { assert.equal(seen.length, 0); } },
		{ says: 'mirror-by-digest-only', server: registry(), image: 'quay.io/team/app:1.0', conf: mirrored(closed('{host}')).replace('insecure = true\n', 'insecure = true\nmirror-by-digest-only = true\n'), code: 'registry-connection-refused', and: (_, seen) => { assert.equal(seen.length, 0); } },
		{ says: 'a login of the registry stays away from its mirror', server: registry({ gate: () => challenge('Basic realm="x"') }), image: 'quay.io/team/app:1.0', conf: mirrored(closed('{host}')), files: { '.docker/config.json': JSON.stringify({ auths: { 'quay.io': { auth: 'am9lOnNlY3JldA==' } } }) }, code: 'registry-connection-refused', and: (_, seen) => { assert.ok(seen.length > 0 && seen.every(one => one.headers.authorization === undefined)); } },
		{ says: 'mirrors that failed before the registry did are named', server: () => ({ status: 503 }), image: 'quay.io/team/app:1.0', conf: mirrored(closed('{host}')), code: 'registry-connection-refused', and: answer => { assert.match(String(answer.error?.evidence['note']), /^mirrors asked before: 127\.0\.0\.1:\d+ \(unavailable\)$/); } },
		{ says: 'hosts.toml with a path that is taken as it stands', server: (seen, self) => seen.path.startsWith('/api/proxy/') ? registry()({ ...seen, path: seen.path.replace('/api/proxy', '/v2') }, self) : unknown(), image: 'quay.io/team/app:1.0', files: { '.config/containerd/certs.d/quay.io/hosts.toml': '[host."http://{host}/api/proxy"]\noverride_path = true\n' }, code: 'ok', and: (_, seen) => { assert.deepEqual([seen[0]?.path, seen[0]?.query.get('ns')], ['/api/proxy/team/app/manifests/1.0', 'quay.io']); } },
		{ says: 'the longest prefix', server: registry(), image: 'quay.io/team/app:1.0', conf: `[[registry]]\nprefix = "quay.io"\nlocation = "127.0.0.1:9"\ninsecure = true\n[[registry]]\nprefix = "quay.io/team"\nlocation = "{host}/team"\ninsecure = true\n`, code: 'ok' },
		{ says: 'a prefix ends at a boundary', server: registry(), image: 'quay.io/team/app:1.0', conf: `${instead('quay.io')}[[registry]]\nprefix = "quay.io/te"\nblocked = true\n`, code: 'ok' },
		{ says: 'any host of a domain', server: registry(), image: 'a.example.com/team/app:1.0', conf: '[[registry]]\nprefix = "*.example.com"\nlocation = "{host}"\ninsecure = true\n', code: 'ok' },
		{ says: 'a blocked registry is not asked', server: registry(), image: 'quay.io/team/app:1.0', conf: '[[registry]]\nprefix = "quay.io"\nblocked = true\nlocation = "{host}"\n', code: 'registry-blocked', requests: 0, and: answer => { assert.match(answer.error?.message ?? '', /^registries\.conf of this machine blocks quay\.io;/); } },
		{ says: 'CONTAINERS_REGISTRIES_CONF', server: registry(), image: 'quay.io/team/app:1.0', environment: { CONTAINERS_REGISTRIES_CONF: '{folder}/home/own.conf' }, files: { 'own.conf': instead('quay.io') }, code: 'ok' },
		{ says: 'a file in registries.conf.d', server: registry(), image: 'quay.io/team/app:1.0', files: { '.config/containers/registries.conf.d/50-own.conf': instead('quay.io') }, code: 'ok' },
		{ says: 'registries.conf that is broken', server: registry(), conf: '[[registry\nprefix = ', code: 'ok' },
	]);
});
