import type { RegistryFiles } from '../options.ts';
import type { HostCertificates } from '../trust/hostCertificates.ts';
import { hostsToml, type ContainerdHost } from './hostsToml.ts';
import { readToml } from './readToml.ts';

/** A place to ask, with the certificates that its entry names. */
export interface ContainerdPlace extends ContainerdHost {
	readonly certificates: HostCertificates;
}

/** Where containerd, nerdctl and Docker's containerd store ask for a registry: other places first, then its server. */
export interface ContainerdPlaces {
	readonly hosts: readonly ContainerdPlace[];
	readonly server?: ContainerdPlace;
}

/** Reads `certs.d/<registry>/hosts.toml`, else the one in `_default`; `undefined` when there is none. */
export async function containerdHosts(registry: string, { files, environment, homeFolder, report }: {
	readonly files: RegistryFiles;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly homeFolder: string;
	report(problem: string): void;
}): Promise<ContainerdPlaces | undefined> {
	if (/[/\\]|\.\./.test(registry)) { return undefined; }
	const config = environment['XDG_CONFIG_HOME'] || `${homeFolder}/.config`;
	const folders = ['/etc/containerd/certs.d', '/etc/docker/certs.d', `${config}/containerd/certs.d`, `${config}/docker/certs.d`];
	// Where a name may not hold a colon, the port stands between underscores.
	const names = [...new Set([registry, registry.replace(/:(\d+)$/, '_$1_'), '_default'])];
	const candidates = names.flatMap(name => folders.map(folder => `${folder}/${name}`));
	const texts = await Promise.all(candidates.map(async folder => ({ folder, text: await files.readText(`${folder}/hosts.toml`) })));
	const found = texts.find(({ text }) => text !== undefined);
	if (found?.text === undefined) { return undefined; }
	const { hosts, server } = hostsToml(readToml({ path: `${found.folder}/hosts.toml`, text: found.text }, report));
	const read = async (file: string): Promise<string> => await files.readText(/^(\/|[A-Za-z]:)/.test(file) ? file : `${found.folder}/${file}`) ?? '';
	const place = async (one: ContainerdHost): Promise<ContainerdPlace> => ({ ...one, certificates: await certificatesOf(one, read) });
	return { hosts: await Promise.all(hosts.map(place)), ...(server ? { server: await place(server) } : {}) };
}

async function certificatesOf({ cas, client }: ContainerdHost, read: (file: string) => Promise<string>): Promise<HostCertificates> {
	const texts = await Promise.all(cas.map(read));
	const own = client && { cert: await read(client.cert), key: await read(client.key) };
	return { cas: texts.filter(text => text !== ''), ...(own && own.cert !== '' && own.key !== '' ? { client: own } : {}) };
}
