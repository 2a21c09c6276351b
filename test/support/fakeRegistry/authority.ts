import type { LoggedRequest } from '../fakeRegistry.ts';
import type { FakeAnswer, FakeProfile } from './profiles.ts';
import type { Reply } from './serveContent.ts';
import type { Store } from './store.ts';

/** Who may read. Passwords are test data only. */
export type FakeAuth =
	| { readonly type: 'open' }
	| { readonly type: 'basic'; readonly users: Readonly<Record<string, string>>; readonly realm?: string }
	| {
		readonly type: 'bearer';
		readonly users?: Readonly<Record<string, string>>;
		/** Refresh (identity) tokens and whose they are. */
		readonly refreshTokens?: Readonly<Record<string, string>>;
		/** URL of the token endpoint; this server's `/token` by default. */
		readonly realm?: string;
		/** The registry whose tokens hold here too. */
		readonly tokensOf?: { readonly authority: Authority };
		/** Whole WWW-Authenticate values instead of the usual one; `{realm}`, `{scope}` are filled in. */
		readonly challenges?: readonly string[];
		/** Seconds; left out of the answer when absent. */
		readonly expiresIn?: number;
		/** The answer's field; both names are in use. */
		readonly tokenField?: 'token' | 'access_token';
		/** Status of `POST` to the token endpoint where it is not served. */
		readonly postStatus?: number;
	};

/** The part of a fake registry that decides who may read what. */
export interface Authority {
	readonly origin: string;
	restrict(repository: string, users?: readonly string[]): void;
	/** Tokens given out so far. */
	readonly tokens: ReadonlyMap<string, { readonly user?: string; readonly repositories: readonly string[]; revoked: boolean }>;
	revokeTokens(): void;
	userOf(request: LoggedRequest): string | undefined;
	/** The answer of the token endpoint, or `undefined` when the request is not for it. */
	token(request: LoggedRequest, url: URL): Reply | undefined;
	/** A refusal, or `undefined` when the request may pass. */
	refuse(request: LoggedRequest, url: URL): Reply | undefined;
}

/** Makes the authority for one fake registry. */
export function createAuthority(auth: FakeAuth, profile: FakeProfile, origin: string, store: Store): Authority {
	const restricted = new Map<string, readonly string[] | undefined>();
	const tokens = new Map<string, { user?: string; repositories: readonly string[]; revoked: boolean }>();
	const users = auth.type === 'open' ? {} : auth.users ?? {};
	let issued = 0;

	const basicUser = (header: string | undefined): string | false | undefined => {
		const encoded = /^basic (.+)$/i.exec(header ?? '')?.[1];
		if (encoded === undefined) { return undefined; }
		const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
		return users[user] === rest.join(':') ? user : false;
	};
	const mayRead = (repository: string, user: string | undefined): boolean =>
		!restricted.has(repository) || (user !== undefined && (restricted.get(repository)?.includes(user) ?? true));
	const refusalFor = (repository: string, user: string | undefined): FakeAnswer | undefined => {
		const there = store.repositories.has(repository);
		if (there) { return mayRead(repository, user) ? undefined : user === undefined ? profile.privateRepository : profile.forbidden; }
		const missing = user === undefined ? profile.missingRepository : profile.missingRepositoryKnownUser;
		return missing.status === 404 ? undefined : missing;
	};
	const challenge = (repository: string, error?: string): string[] => {
		if (auth.type === 'basic') { return [`Basic realm="${auth.realm ?? 'Registry Realm'}"`]; }
		if (auth.type === 'open') { return []; }
		const realm = auth.realm ?? (auth.tokensOf ? `${auth.tokensOf.authority.origin}/token` : `${origin}/token`);
		const scope = repository === '' ? '' : `repository:${repository}:pull`;
		const usual = `Bearer realm="{realm}",service="fake-registry"${scope === '' ? '' : ',scope="{scope}"'}${error ? `,error="${error}"` : ''}`;
		return (auth.challenges ?? [usual]).map(text => text.replaceAll('{realm}', realm).replaceAll('{scope}', scope));
	};
	const reply = (answer: FakeAnswer, challenges: readonly string[] = []): Reply => ({
		status: answer.status,
		headers: { 'content-type': answer.contentType ?? 'application/json', ...(challenges.length > 0 ? { 'www-authenticate': [...challenges] } : {}) },
		body: Buffer.from(answer.body ?? JSON.stringify({ errors: [{ code: answer.code, message: answer.message, detail: null }] })),
	});

	const authority: Authority = {
		origin,
		tokens,
		restrict(repository, allowed) { restricted.set(repository, allowed); },
		revokeTokens() { for (const token of tokens.values()) { token.revoked = true; } },
		userOf(request) {
			const header = request.headers['authorization'];
			const bearer = /^bearer (.+)$/i.exec(header ?? '')?.[1];
			if (bearer !== undefined) { return find(bearer)?.user; }
			return basicUser(header) || undefined;
		},
		token(request, url) {
			if (url.pathname !== '/token' || auth.type !== 'bearer') { return undefined; }
			let user: string | false | undefined;
			let scopes = url.searchParams.getAll('scope');
			if (request.method === 'POST') {
				if (auth.postStatus !== undefined) { return reply({ status: auth.postStatus, code: 'UNSUPPORTED', message: 'no such method' }); }
				const form = new URLSearchParams(request.body);
				user = auth.refreshTokens?.[form.get('refresh_token') ?? ''] ?? false;
				scopes = form.getAll('scope');
			} else {
				user = basicUser(request.headers['authorization']);
			}
			if (user === false) { return reply(profile.wrongLogin); }
			const wanted = scopes.map(scope => /^repository:(.+):[^:]+$/.exec(scope)?.[1] ?? '').filter(name => name !== '');
			for (const repository of wanted) {
				const refusal = refusalFor(repository, user);
				if (refusal?.at === 'token') { return reply(refusal); }
			}
			const granted = wanted.filter(repository => refusalFor(repository, user) === undefined);
			const access = granted.map(name => ({ type: 'repository', name, actions: ['pull'] }));
			const parts = [{ alg: 'none', typ: 'JWT' }, { sub: user ?? '', access, jti: String(++issued) }].map(part => Buffer.from(JSON.stringify(part)).toString('base64url'));
			const token = `${parts.join('.')}.c2ln`;
			tokens.set(token, { ...(user === undefined ? {} : { user }), repositories: granted, revoked: false });
			return {
				status: 200, headers: { 'content-type': 'application/json' },
				body: Buffer.from(JSON.stringify({ [auth.tokenField ?? 'token']: token, ...(auth.expiresIn === undefined ? {} : { expires_in: auth.expiresIn }) })),
			};
		},
		refuse(request, url) {
			if (!url.pathname.startsWith('/v2')) { return undefined; }
			const repository = /^\/v2\/(.+?)\/(?:manifests|blobs|tags|referrers)\//.exec(url.pathname)?.[1] ?? '';
			const header = request.headers['authorization'];
			if (auth.type === 'open') { return undefined; }
			if (auth.type === 'basic') {
				const user = basicUser(header);
				if (user === undefined) { return reply(store.repositories.has(repository) ? profile.privateRepository : { ...profile.privateRepository, ...(profile.missingRepository.status === 401 ? profile.missingRepository : {}) }, challenge(repository)); }
				if (user === false) { return reply(profile.wrongLogin, profile.wrongLogin.status === 401 ? challenge(repository) : []); }
				const refusal = repository === '' ? undefined : refusalFor(repository, user);
				return refusal && reply(refusal, refusal.status === 401 ? challenge(repository) : []);
			}
			const bearer = /^bearer (.+)$/i.exec(header ?? '')?.[1];
			if (bearer === undefined) { return reply({ status: 401, code: 'UNAUTHORIZED', message: 'authentication required' }, challenge(repository)); }
			const token = find(bearer);
			if (!token || token.revoked) { return reply({ status: 401, code: 'UNAUTHORIZED', message: 'invalid token' }, challenge(repository, 'invalid_token')); }
			if (repository === '' || token.repositories.includes(repository)) { return undefined; }
			const refusal = refusalFor(repository, token.user) ?? { status: 401, code: 'UNAUTHORIZED', message: 'authentication required' };
			return reply(refusal, refusal.status === 401 ? challenge(repository, 'insufficient_scope') : []);
		},
	};

	function find(bearer: string): { user?: string; repositories: readonly string[]; revoked: boolean } | undefined {
		return tokens.get(bearer) ?? (auth.type === 'bearer' ? auth.tokensOf?.authority.tokens.get(bearer) : undefined);
	}
	return authority;
}
