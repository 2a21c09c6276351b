import type { RegistryFiles } from '../options.ts';

/** Certificates kept for one host. */
export interface HostCertificates {
	/** PEM texts. */
	readonly cas: readonly string[];
	readonly client?: { readonly cert: string; readonly key: string };
}

/** Reads `certs.d/<host:port>/` of Docker and of containers' tools: `*.crt` are authorities, `x.cert` with `x.key` the client's own. */
export async function hostCertificates(host: string, { files, environment, homeFolder }: {
	readonly files: RegistryFiles; readonly environment: Readonly<Record<string, string | undefined>>; readonly homeFolder: string;
}): Promise<HostCertificates> {
	if (/[/\\]|\.\./.test(host)) { return { cas: [] }; }
	const config = environment['XDG_CONFIG_HOME'] || `${homeFolder}/.config`;
	const folders = [
		'/etc/docker/certs.d', `${config}/docker/certs.d`, `${homeFolder}/.docker/certs.d`, `${config}/containers/certs.d`,
		'/etc/containers/certs.d',
	].map(folder => `${folder}/${host}`);
	const cas: string[] = [];
	let client: HostCertificates['client'];
	for (const folder of folders) {
		for (const name of [...await files.list(folder)].sort()) {
			const read = async (file: string): Promise<string> => await files.readText(`${folder}/${file}`) ?? '';
			if (name.endsWith('.crt')) { cas.push(await read(name)); }
			if (name.endsWith('.cert') && !client) {
				const key = await read(name.replace(/cert$/, 'key'));
				if (key !== '') { client = { cert: await read(name), key }; }
			}
		}
	}
	return { cas: cas.filter(text => text !== ''), ...(client ? { client } : {}) };
}
