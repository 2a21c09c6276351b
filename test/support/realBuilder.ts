import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RealRegistry } from './realRegistry.ts';
import { realTools } from './realTools.ts';
import { runProgram } from './runProgram.ts';

/** What buildah makes from nothing: one layer with the files, and a configuration. */
export interface RealImage {
	/** Repository and tag in the registry: `demo/app:1`. */
	readonly name: string;
	/** What the manifest is written as; `oci` when undefined. */
	readonly format?: 'oci' | 'docker';
	/** As in `linux/arm64` or `linux/arm/v7`; `linux/amd64` when undefined. */
	readonly platform?: string;
	/** Paths in the image with their text; one small file when undefined. */
	readonly files?: Readonly<Record<string, string>>;
	/** Options of `buildah config`, as in `['--env', 'A=b', '--cmd', '/app']`. */
	readonly config?: readonly string[];
}

/** Makes and copies real images, without a daemon and without a network but the loopback registry. */
export interface RealBuilder {
	/** Builds an image from scratch and pushes it; returns its digest. */
	build(registry: RealRegistry, image: RealImage): Promise<string>;
	/** Builds an image for each platform and pushes an index (OCI) or manifest list (Docker) of them; returns its digest. */
	buildIndex(registry: RealRegistry, image: Omit<RealImage, 'platform'> & { readonly platforms: readonly string[] }): Promise<string>;
	/** Copies an image, or an index with everything in it; `format` converts. Returns the digest of the copy. */
	copy(from: RealRegistry, fromName: string, to: RealRegistry, toName: string, format?: 'oci' | 'v2s2' | 'v2s1'): Promise<string>;
	/** Runs buildah with its storage apart from the user's; returns what it prints. */
	buildah(...args: readonly string[]): Promise<string>;
	skopeo(...args: readonly string[]): Promise<string>;
	/** Removes its storage. */
	dispose(): Promise<void>;
}

/** Prepares a storage for images in a temporary folder. */
export async function startRealBuilder(): Promise<RealBuilder> {
	const tools = await realTools();
	const folder = await mkdtemp(join(tmpdir(), 'pullcheck-builder-'));
	const policy = join(folder, 'policy.json');
	await writeFile(policy, '{ "default": [{ "type": "insecureAcceptAnything" }] }');
	await writeFile(join(folder, 'registries.conf'), '');
	await writeFile(join(folder, 'auth.json'), '{}');
	const env = {
		...process.env, ...tools.env, HOME: folder, XDG_RUNTIME_DIR: folder, TMPDIR: folder, BUILDAH_ISOLATION: 'chroot', STORAGE_DRIVER: 'vfs',
		CONTAINERS_REGISTRIES_CONF: join(folder, 'registries.conf'), REGISTRY_AUTH_FILE: join(folder, 'auth.json'),
	};
	const buildah = (...args: readonly string[]): Promise<string> =>
		runProgram(tools.buildah, ['--root', join(folder, 'storage'), '--runroot', join(folder, 'run'), ...args], { env });
	if (process.getuid?.() !== 0) {
		await buildah('unshare', 'true').catch(async (error: unknown) => {
			await rm(folder, { recursive: true, force: true });
			throw new Error('The tests with real images need root, or a user who may make user namespaces (not in a chroot; user.max_user_namespaces and '
				+ 'kernel.unprivileged_userns_clone allow it; subordinate ids come with the package uidmap).', { cause: error });
		});
	}
	const skopeo = (...args: readonly string[]): Promise<string> => runProgram(tools.skopeo, ['--policy', policy, ...args], { env });
	let count = 0;

	async function container(image: Omit<RealImage, 'name'>): Promise<string> {
		const [os, arch, variant] = (image.platform ?? 'linux/amd64').split('/');
		const content = join(folder, `content-${++count}`);
		for (const [path, text] of Object.entries(image.files ?? { 'etc/made-by': 'pullcheck tests\n' })) {
			await mkdir(dirname(join(content, path)), { recursive: true });
			await writeFile(join(content, path), text);
		}
		const made = await buildah('from', '--signature-policy', policy, 'scratch');
		await buildah('copy', '--quiet', made, content, '/');
		await buildah('config', '--os', os ?? '', '--arch', arch ?? '', ...variant ? ['--variant', variant] : [], ...image.config ?? [], made);
		return made;
	}

	async function commit(image: Omit<RealImage, 'name'>, target: string, options: readonly string[]): Promise<void> {
		const made = await container(image);
		await buildah('commit', '--quiet', '--rm', '--signature-policy', policy, '--format', image.format ?? 'oci', ...options, made, target);
	}

	const digest = async (registry: RealRegistry, name: string): Promise<string> => {
		const raw = await skopeo('inspect', '--format', '{{ .Digest }}', ...access(registry), `docker://${registry.host}/${name}`);
		return raw.trim();
	};

	return {
		buildah, skopeo,
		async build(registry, image) {
			await commit(image, `docker://${registry.host}/${image.name}`, access(registry));
			return digest(registry, image.name);
		},
		async buildIndex(registry, { platforms, ...image }) {
			const list = `localhost/list-${++count}`;
			await buildah('manifest', 'create', list);
			for (const platform of platforms) {
				// Not into its storage: unpacking the layers there needs more rights than a container or a chroot gives.
				const single = `dir:${join(folder, `single-${++count}`)}`;
				await commit({ ...image, platform }, single, []);
				await buildah('manifest', 'add', list, single);
			}
			const format = image.format === 'docker' ? 'v2s2' : 'oci';
			await buildah('manifest', 'push', '--all', '--signature-policy', policy, '--format', format, ...access(registry), list, `docker://${registry.host}/${image.name}`);
			return digest(registry, image.name);
		},
		async copy(from, fromName, to, toName, format) {
			await skopeo('copy', '--quiet', ...format ? ['--format', format] : ['--all'], ...access(from, 'src-'), ...access(to, 'dest-'),
				`docker://${from.host}/${fromName}`, `docker://${to.host}/${toName}`);
			return digest(to, toName);
		},
		dispose: async () => {
			if (process.getuid?.() !== 0) {
				// In its user namespace buildah made files that only root of that namespace can remove.
				await buildah('unshare', 'rm', '-rf', join(folder, 'storage'), join(folder, 'run'));
			}
			await rm(folder, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}

/** Certificates are the business of pullcheck's own tests, not of the tools that make its input. */
function access({ login }: RealRegistry, prefix = ''): readonly string[] {
	return [`--${prefix}tls-verify=false`, ...login ? [`--${prefix}creds`, `${login.username}:${login.password}`] : []];
}
