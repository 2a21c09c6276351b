import type { RegistryFiles } from '../options.ts';
import { askHelper } from './askHelper.ts';
import type { CredentialAnswer, CredentialSource } from './credentialSource.ts';
import { inlineLogins } from './inlineLogins.ts';
import { problemOf, readAuthFile, type AuthFile } from './readAuthFile.ts';
import type { RunHelper } from './runHelper.ts';
import { tildePath } from './tildePath.ts';
import { isLoopbackName } from '../transport/privateAddress.ts';

/** Where a source of logins looks. */
export interface SourceOptions {
	readonly files: RegistryFiles;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly homeFolder: string;
	readonly run: RunHelper | false;
}

/** The key under which Docker keeps Docker Hub's login. */
export const hubKey = 'https://index.docker.io/v1/';

/**
 * Logins as the docker command finds them: `DOCKER_AUTH_CONFIG`, then `config.json` with credHelpers, credsStore, auths. Docker has one key
 * for a host; paths under it, which containers' tools write, are understood too.
 */
export function dockerSource(options: SourceOptions): CredentialSource {
	return {
		name: 'docker',
		async find(host, repository) {
			const key = dockerKey(host);
			const inline = options.environment['DOCKER_AUTH_CONFIG'];
			const fromEnvironment = inline ? inlineLogins(inline) : undefined;
			const login = fromEnvironment && lookUp(fromEnvironment, key, repository);
			if (login) { return { login }; }
			const path = dockerConfigPath(options);
			const text = await options.files.readText(path);
			const problem = fromEnvironment ? problemOf(fromEnvironment) : {};
			if (text === undefined) { return problem; }
			return { ...problem, ...await fromFile(readAuthFile(text, tildePath(path, options.homeFolder)), key, repository, options.run) };
		},
	};
}

/** `$DOCKER_CONFIG/config.json`, else in the home folder. */
export function dockerConfigPath({ environment, homeFolder }: Pick<SourceOptions, 'environment' | 'homeFolder'>): string {
	return `${environment['DOCKER_CONFIG'] || `${homeFolder}/.docker`}/config.json`;
}

async function fromFile(file: AuthFile, key: string, repository: string, run: RunHelper | false): Promise<CredentialAnswer> {
	const problem = problemOf(file);
	const helper = file.helpers.get(key) ?? (key === hubKey ? file.helpers.get('docker.io') ?? file.helpers.get('index.docker.io') : undefined) ?? file.store;
	if (helper !== undefined) {
		const answer = await askHelper(helper, key, file.label, run);
		if (answer.login) { return { ...problem, ...answer, login: { ...answer.login, fromStore: helper === file.store } }; }
		// Docker asks only the helper; a login left in the file is still worth a try when the helper is not there.
		const login = lookUp(file, key, repository);
		return { ...problem, ...answer, ...(login ? { login } : {}) };
	}
	const login = lookUp(file, key, repository);
	const odd = otherKey(file, key);
	return { ...problem, ...(login ? { login } : {}), ...(odd ? { odd } : {}) };
}

/** A login that Docker does not find because of its key: another name of Docker Hub, or the same host with another port or none. */
function otherKey(file: AuthFile, wanted: string): CredentialAnswer['odd'] {
	const isHub = wanted === hubKey;
	const isWanted = (key: string): boolean => isHub ? key.replace(/\/$/, '') === hubKey.replace(/\/$/, '') : hostOfKey(key) === wanted;
	const keys = [...file.auths.keys()];
	if (keys.some(isWanted)) { return undefined; }
	const isOther = (key: string): boolean => isHub
		? ['docker.io', 'index.docker.io', 'registry-1.docker.io'].includes(key.replace(/^https:\/\//, '').replace(/\/$/, ''))
		: isHostKey(key) && isSameHost(hostOfKey(key), wanted);
	const key = keys.find(isOther);
	return key === undefined ? undefined : { kind: 'other-key', key, wanted, source: file.label };
}

/** On this machine every port may be another registry; elsewhere a second one on a host is rare. */
function isSameHost(one: string, other: string): boolean {
	const [name, port] = portOf(one);
	const [otherName, otherPort] = portOf(other);
	return name === otherName && (port === '' || otherPort === '' || !isLoopbackName(name));
}

function portOf(host: string): readonly [name: string, port: string] {
	const port = /:\d+$/.exec(host)?.[0] ?? '';
	return [host.slice(0, host.length - port.length), port];
}

/** The longest path that the repository is in, as containers' tools want it; then the host. A login for another path is not for us. */
function lookUp(file: AuthFile, key: string, repository: string): CredentialAnswer['login'] {
	const segments = repository.split('/');
	for (let length = segments.length; length > 0; length--) {
		const login = file.auths.get([key, ...segments.slice(0, length)].join('/'));
		if (login) { return login; }
	}
	const exact = file.auths.get(key);
	if (exact) { return exact; }
	const wanted = hostOfKey(key);
	for (const [name, login] of file.auths) { if (hostOfKey(name) === wanted && isHostKey(name)) { return login; } }
	return undefined;
}

function dockerKey(host: string): string {
	return ['docker.io', 'index.docker.io', 'registry-1.docker.io'].includes(host) ? hubKey : host;
}

/** A key for a whole host: its name, an address, or the versions that old ones end with. */
export function isHostKey(key: string): boolean {
	return /^https?:\/\//.test(key) || /^[^/]*(\/(v1|v2)?\/?)?$/.test(key);
}

/** `https://host/v1/` and `host` are one key to Docker. */
export function hostOfKey(key: string): string {
	return key.replace(/^https?:\/\//, '').replace(/\/.*$/, '').toLowerCase();
}
