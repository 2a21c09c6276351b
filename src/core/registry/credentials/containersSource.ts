import { askHelper } from './askHelper.ts';
import type { CredentialAnswer, CredentialSource } from './credentialSource.ts';
import { dockerConfigPath, hostOfKey, isHostKey, type SourceOptions } from './dockerSource.ts';
import { problemOf, readAuthFile, type AuthFile } from './readAuthFile.ts';
import { tildePath } from './tildePath.ts';

/** What containers' tools go by besides the files that all know. */
export interface ContainersOptions extends SourceOptions {
	readonly platform: string;
	readonly uid: number | undefined;
	/** `credential-helpers` of registries.conf; `undefined`: the login files alone. */
	readonly helpers?: () => Promise<readonly string[] | undefined>;
}

/**
 * Logins as podman, skopeo and buildah find them (containers-auth.json(5)): `REGISTRY_AUTH_FILE` alone, or the runtime folder, the
 * configuration folder and Docker's file; in each the helper of the host, then the longest matching path. Before or after them stand
 * the helpers that registries.conf names for all registries.
 */
export function containersSource(options: ContainersOptions): CredentialSource {
	const inFiles = async (host: string, repository: string): Promise<CredentialAnswer> => {
		let rest: CredentialAnswer = {};
		for (const path of paths(options)) {
			const text = await options.files.readText(path);
			if (text === undefined) { continue; }
			const answer = await fromFile(readAuthFile(text, tildePath(path, options.homeFolder)), host, repository, options);
			if (answer.login) { return answer; }
			rest = { ...answer, ...rest };
		}
		return rest;
	};
	return {
		name: 'containers',
		async find(host, repository) {
			let rest: CredentialAnswer = {};
			for (const helper of await options.helpers?.() ?? [files]) {
				const answer = helper === files ? await inFiles(host, repository) : await askHelper(helper, host, 'registries.conf', options.run);
				if (answer.login) { return answer; }
				rest = { ...answer, ...rest };
			}
			return rest;
		},
	};
}

/** Among the helpers: the login files. */
const files = 'containers-auth.json';

function paths(options: ContainersOptions): readonly string[] {
	const { environment, homeFolder } = options;
	const only = environment['REGISTRY_AUTH_FILE'];
	if (only) { return [only]; }
	const config = environment['XDG_CONFIG_HOME'] || `${homeFolder}/.config`;
	const runtime = environment['XDG_RUNTIME_DIR'] ? [`${environment['XDG_RUNTIME_DIR']}/containers/auth.json`]
		: options.platform === 'linux' && options.uid !== undefined ? [`/run/containers/${options.uid}/auth.json`] : [];
	return [...runtime, `${config}/containers/auth.json`, dockerConfigPath(options), `${homeFolder}/.dockercfg`];
}

async function fromFile(file: AuthFile, host: string, repository: string, options: SourceOptions): Promise<CredentialAnswer> {
	const problem = problemOf(file);
	const helper = file.helpers.get(host);
	if (helper !== undefined) {
		const answer = await askHelper(helper, host, file.label, options.run);
		if (answer.login || answer.trouble) { return { ...problem, ...answer }; }
	}
	const segments = repository.split('/');
	for (let length = segments.length; length >= 0; length--) {
		const login = file.auths.get([host, ...segments.slice(0, length)].join('/'));
		if (login) { return { ...problem, login }; }
	}
	const wanted = normal(host);
	for (const [key, login] of file.auths) {
		if (isHostKey(key) && normal(hostOfKey(key)) === wanted) { return { ...problem, login }; }
	}
	return problem;
}

function normal(host: string): string {
	return host === 'docker.io' || host === 'registry-1.docker.io' ? 'index.docker.io' : host.toLowerCase();
}
