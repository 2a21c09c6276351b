import type { SavedLogin } from '../../model/index.ts';
import type { Login } from './credentialSource.ts';

/** A Docker or containers login file, as far as it is understood. */
export interface AuthFile {
	readonly label: string;
	readonly auths: ReadonlyMap<string, Login>;
	/** Keys that stand without a login: markers for a helper. */
	readonly helpers: ReadonlyMap<string, string>;
	readonly store?: string;
	/** What is broken in it, in a sentence for the log. */
	readonly problem?: string;
	/** The same as data. */
	readonly odd?: SavedLogin;
}

/** Reads the JSON of `config.json` and `auth.json`, or of the old `.dockercfg`, which is what they call `auths`. Broken parts are left out and named. */
export function readAuthFile(text: string, label: string): AuthFile {
	let parsed: unknown;
	try { parsed = JSON.parse(text); } catch { return nothing(label, `${label} is not valid JSON`); }
	if (!record(parsed)) { return nothing(label, `${label} is not a JSON object`); }
	const root = label.endsWith('/.dockercfg') ? { auths: parsed } : record(parsed);
	const auths = new Map<string, Login>();
	let problem: Pick<AuthFile, 'problem' | 'odd'> = {};
	for (const [key, value] of Object.entries(record(root?.['auths']) ?? {})) {
		const login = loginOf(record(value), label);
		if (login === 'broken') {
			problem = { problem: `the login for ${key} in ${label} cannot be decoded`, odd: { kind: 'unreadable', source: label, fault: 'login', key } };
			continue;
		}
		if (login) { auths.set(key, login); }
	}
	const helpers = new Map<string, string>();
	for (const [key, value] of Object.entries(record(root?.['credHelpers']) ?? {})) {
		if (typeof value === 'string' && value !== '') { helpers.set(key, value); }
	}
	const store = root?.['credsStore'];
	return { label, auths, helpers, ...(typeof store === 'string' && store !== '' ? { store } : {}), ...problem };
}

/** What is wrong with the file, for {@link CredentialAnswer}. */
export function problemOf({ problem, odd }: AuthFile): Pick<AuthFile, 'problem' | 'odd'> {
	return { ...(problem === undefined ? {} : { problem }), ...(odd ? { odd } : {}) };
}

function nothing(label: string, problem: string): AuthFile {
	return { label, auths: new Map(), helpers: new Map(), problem, odd: { kind: 'unreadable', source: label, fault: 'json' } };
}

function loginOf(entry: Record<string, unknown> | undefined, source: string): Login | 'broken' | undefined {
	if (!entry) { return undefined; }
	const { auth, identitytoken, registrytoken, username, password } = entry;
	if (typeof registrytoken === 'string' && registrytoken !== '') { return { type: 'registry-token', token: registrytoken, source }; }
	const pair = typeof auth === 'string' && auth !== ''
		? decode(auth)
		: typeof username === 'string' && typeof password === 'string' && username !== '' ? [username, password] as const
		: undefined;
	if (typeof identitytoken === 'string' && identitytoken !== '') {
		return { type: 'identity', token: identitytoken, source, ...(pair?.[0] ? { username: pair[0] } : {}) };
	}
	if (typeof auth === 'string' && auth !== '' && !pair) { return 'broken'; }
	if (!pair) { return undefined; }
	return pair[0] === '<token>' ? { type: 'identity', token: pair[1], source } : { type: 'password', username: pair[0], password: pair[1], source };
}

function decode(auth: string): readonly [string, string] | undefined {
	if (!/^[A-Za-z0-9+/_=\s-]+$/.test(auth)) { return undefined; }
	const text = Buffer.from(auth, 'base64').toString('utf8');
	const colon = text.indexOf(':');
	return colon < 1 ? undefined : [text.slice(0, colon), text.slice(colon + 1).replace(/\0+$/, '')];
}

function record(value: unknown): Record<string, unknown> | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : undefined;
}
