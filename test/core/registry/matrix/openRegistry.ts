import { config, digestOf, json, manifest, manifestBody, refuse, type Reply, type Script, type Seen } from './scriptedServer.ts';

/** Answers by path; anything absent is what a registry says of things it does not have. */
export interface Parts {
	/** For `/v2/<name>/manifests/<tag or digest>`. */
	readonly manifests?: (seen: Seen, self: string) => Reply | undefined;
	readonly tags?: (seen: Seen, self: string) => Reply | undefined;
	readonly blobs?: (seen: Seen, self: string) => Reply | undefined;
	readonly ping?: (seen: Seen, self: string) => Reply | undefined;
	readonly token?: (seen: Seen, self: string) => Reply | undefined;
	/** Asked first for everything that is not the token server: a reply here ends it. */
	readonly gate?: (seen: Seen, self: string) => Reply | undefined;
}

/** `team/app:1.0` and its configuration, with some answers replaced. */
export function registry(parts: Parts = {}): Script {
	return (seen, self) => {
		const { path } = seen;
		if (path.startsWith('/token')) { return parts.token?.(seen, self) ?? json({ token: 'anonymous-token' }); }
		const gated = parts.gate?.(seen, self);
		if (gated) { return gated; }
		if (path === '/v2/') { return parts.ping?.(seen, self) ?? json({}, 200, { 'docker-distribution-api-version': 'registry/2.0' }); }
		if (path.includes('/tags/list')) { return parts.tags?.(seen, self) ?? (path.startsWith('/v2/team/app/') ? json({ name: 'team/app', tags: ['1.0', '1.1'] }) : refuse(404, 'NAME_UNKNOWN', 'repository name not known to registry')); }
		if (path.includes('/blobs/')) { return parts.blobs?.(seen, self) ?? (path.endsWith(digestOf(config)) ? { headers: { 'content-type': 'application/octet-stream' }, body: config } : refuse(404, 'BLOB_UNKNOWN', 'blob unknown to registry')); }
		if (path.includes('/manifests/')) { return parts.manifests?.(seen, self) ?? (/^\/v2\/team\/app\/manifests\/1\.0$/.test(path) || path.endsWith(digestOf(manifestBody)) ? manifest() : unknown()); }
		return { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found\n' };
	};
}

/** What distribution says of any manifest that it does not have. */
export const unknown = (): Reply => refuse(404, 'MANIFEST_UNKNOWN', 'manifest unknown');

/** Always this answer for manifests. */
export const always = (reply: Reply): Script => registry({ manifests: () => reply, tags: () => json({ name: 'team/app', tags: ['1.1'] }) });

/** 401 with these challenges. */
export const challenge = (...values: readonly string[]): Reply => refuse(401, 'UNAUTHORIZED', 'authentication required', values.length === 0 ? {} : { 'www-authenticate': values });

/** The usual Bearer challenge. */
export const bearer = (self: string, more = ''): string => `Bearer realm="http://${self}/token",service="registry",scope="repository:team/app:pull"${more}`;

/** Wants a token; `good` opens, any other is refused again with `insufficient_scope`. */
export function withTokens(good: string, parts: Parts = {}): Script {
	return registry({
		...parts,
		gate: (seen, self) => {
			if (seen.headers.authorization === `Bearer ${good}`) { return undefined; }
			return challenge(bearer(self, seen.headers.authorization === undefined ? '' : ',error="insufficient_scope"'));
		},
	});
}

/** `Basic …` for `user:password`. */
export const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;
