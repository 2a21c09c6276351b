import { createHash } from 'node:crypto';
import type { Descriptor, Evidence, ImageConfig, Manifest, Platform, Reference, Verdict } from '../../src/core/model/index.ts';
import type { RegistryPort } from '../../src/core/registry/port.ts';

/*
 * A registry as a page's `registry` block describes it, one repository a line:
 *
 *     docker.io/library/node: 20-alpine 22[index,linux/amd64,linux/arm64]
 *     quay.io/acme/secret: !missing-or-private
 *     quay.io/acme/api: 2.1[docker] 2.0!tag-missing,expired
 *
 * In brackets: `oci` (the default) or `docker` or `schema1`; `index`; platforms; `attested`; `zstd`, `foreign`, `encrypted` layers;
 * `artifact=TYPE`; `created=DATE`; `header=TYPE` for a Content-Type that is not the manifest's; `digest=sha256:…`.
 * `*: …` is every repository that is not listed.
 * `windows/amd64:10.0.20348.1` is a platform with its `os.version`.
 * After `!`: a verdict and its fields, `!unreachable,cause=dns`; dots lead into a field, `!exists,evidence.remaining=4`. A repository that is not listed was not asked.
 */

interface Image {
	readonly tag: string;
	readonly manifest: Manifest;
	readonly children: readonly Manifest[];
	readonly platforms: readonly string[];
	readonly created?: string;
}

interface Repository {
	readonly verdict?: Fields;
	readonly images: readonly Image[];
	readonly verdicts: ReadonlyMap<string, Fields>;
}

type Fields = Readonly<Record<string, unknown>> & { readonly verdict: string };

const at = '2026-01-01T12:00:00.000Z';

/** The port over the block's text. Every answer is immediate. */
export function pageRegistry(text: string): RegistryPort {
	const repositories = new Map<string, Repository>();
	for (const line of text.split('\n')) {
		const [, name, rest] = /^\s*(\S+):\s+(.*)$/.exec(line) ?? [];
		if (name !== undefined && rest !== undefined) { repositories.set(name, readRepository(name, rest)); }
	}
	const statistics = { lookups: 0, requests: 0 };
	const find = (reference: Reference): Image | Manifest | undefined => {
		const images = repositories.get(reference.repository)?.images ?? [];
		if (!reference.digest) { return images.find(({ tag }) => tag === (reference.tag ?? 'latest')); }
		return images.find(({ manifest }) => manifest.digest === reference.digest) ?? images.flatMap(({ children }) => children).find(({ digest }) => digest === reference.digest);
	};
	const check = (reference: Reference): Verdict => {
		statistics.lookups++;
		const evidence = evidenceOf(reference);
		const repository = repositories.get(reference.repository) ?? repositories.get('*');
		const fields = repository?.verdicts.get(reference.tag ?? 'latest') ?? repository?.verdict;
		if (!repository) { return { verdict: 'not-asked', reason: 'host-not-allowed', evidence }; }
		if (fields) { return { ...fields, evidence: { ...evidence, ...(fields['evidence'] as Partial<Evidence> | undefined) } } as unknown as Verdict; }
		const found = find(reference);
		const manifest = found && 'manifest' in found ? found.manifest : found;
		if (!manifest) { return { verdict: reference.digest ? 'digest-missing' : 'tag-missing', evidence: { ...evidence, status: 404, code: 'MANIFEST_UNKNOWN' } }; }
		return { verdict: 'exists', digest: manifest.digest, mediaType: manifest.mediaType, size: manifest.size, evidence };
	};
	return {
		statistics, check: async reference => check(reference), known: check,
		tags: async reference => {
			const repository = repositories.get(reference.repository);
			const evidence = evidenceOf(reference);
			return repository && !repository.verdict
				? { known: true, value: { tags: repository.images.map(({ tag }) => tag), complete: true }, evidence: { ...evidence, tagsRead: repository.images.length } }
				: { known: false, reason: repository?.verdict?.verdict === 'repository-missing' ? 'missing' : 'not-allowed', evidence };
		},
		manifest: async reference => {
			const found = find(reference);
			const value = found && 'manifest' in found ? found.manifest : found;
			return value ? { known: true, value, evidence: evidenceOf(reference) } : { known: false, reason: 'missing', evidence: evidenceOf(reference) };
		},
		config: async (reference, manifest) => {
			const images = repositories.get(reference.repository)?.images ?? [];
			const image = images.find(one => one.manifest.digest === manifest.digest);
			const config = configOf(image?.platforms[0] ?? 'linux/amd64', manifest.config?.digest ?? '');
			return { known: true, value: image?.created === undefined ? config : { ...config, created: image.created }, evidence: evidenceOf(reference) };
		},
		inspect: async reference => ({ known: false, reason: 'missing', evidence: evidenceOf(reference) }),
		refresh: async () => undefined,
		dispose: async () => undefined,
	};
}

function evidenceOf({ domain }: Reference): Evidence {
	return { host: domain, at, cached: false };
}

function readRepository(name: string, rest: string): Repository {
	const images: Image[] = [];
	const verdicts = new Map<string, Fields>();
	let verdict: Fields | undefined;
	for (const token of rest.trim().split(/\s+/)) {
		const [, tag = '', attributes = '', answer] = /^([\w.-]*)(?:\[([^\]]*)\])?(?:!(.+))?$/.exec(token) ?? [];
		if (answer !== undefined) {
			const fields = readFields(answer);
			if (tag === '') { verdict = fields; } else { verdicts.set(tag, fields); }
		} else { images.push(imageOf(name, tag, attributes === '' ? [] : attributes.split(','))); }
	}
	return { images, verdicts, ...(verdict ? { verdict } : {}) };
}

function readFields(text: string): Fields {
	const [verdict = '', ...pairs] = text.split(',');
	const fields: Record<string, unknown> & { verdict: string } = { verdict };
	for (const pair of pairs) {
		const [key = '', value] = pair.split('=');
		const path = key.split('.');
		let inner: Record<string, unknown> = fields;
		for (const name of path.slice(0, -1)) { inner = (inner[name] ??= {}) as Record<string, unknown>; }
		inner[path.at(-1) ?? ''] = value === undefined ? true : /^\d+$/.test(value) ? Number(value) : value;
	}
	return fields;
}

function imageOf(repository: string, tag: string, attributes: readonly string[]): Image {
	const platforms = attributes.filter(one => one.includes('/') && !one.includes('='));
	const value = (key: string): string | undefined => attributes.find(one => one.startsWith(`${key}=`))?.slice(key.length + 1);
	const format = attributes.includes('docker') ? 'docker' : attributes.includes('schema1') ? 'schema1' : 'oci';
	const single = (platform: string): Manifest => manifestOf(`${repository}:${tag}:${platform}`, format, attributes, value);
	if (!attributes.includes('index')) { return { tag, manifest: withDigest(single(platforms[0] ?? 'linux/amd64'), value('digest')), children: [], platforms: platforms.length > 0 ? platforms : ['linux/amd64'], ...(value('created') === undefined ? {} : { created: value('created')! }) }; }
	const children = platforms.map(single);
	const manifests: Descriptor[] = children.map((child, index) => ({ mediaType: child.mediaType, digest: child.digest, size: child.size, platform: platformOf(platforms[index] ?? '') }));
	if (attributes.includes('attested')) {
		for (const child of children) {
			manifests.push({
				mediaType: child.mediaType, digest: digestOf(`${child.digest}:attestation`), size: 840, platform: { os: 'unknown', architecture: 'unknown' },
				annotations: { 'vnd.docker.reference.type': 'attestation-manifest', 'vnd.docker.reference.digest': child.digest },
			});
		}
	}
	const mediaType = format === 'docker' ? 'application/vnd.docker.distribution.manifest.list.v2+json' : 'application/vnd.oci.image.index.v1+json';
	const digest = value('digest') ?? digestOf(`${repository}:${tag}:index`);
	return { tag, platforms, children, manifest: { mediaType, digest, size: 1000, format: format === 'docker' ? 'docker' : 'oci', raw: '{}', kind: 'index', manifests, layers: [] } };
}

function withDigest(manifest: Manifest, digest: string | undefined): Manifest {
	return digest === undefined ? manifest : { ...manifest, digest };
}

function manifestOf(seed: string, format: 'oci' | 'docker' | 'schema1', attributes: readonly string[], value: (key: string) => string | undefined): Manifest {
	const digest = digestOf(seed);
	const header = value('header');
	const artifact = value('artifact');
	const extra = header === undefined ? {} : header === 'json' ? { contentTypeBroken: 'application/json' } : { contentTypeMismatch: { header: header.replaceAll(';', ','), body: mediaTypes[format].manifest } };
	if (format === 'schema1') {
		return { mediaType: 'application/vnd.docker.distribution.manifest.v1+prettyjws', digest, size: 900, format, raw: '{}', kind: 'schema1', manifests: [], layers: [], ...extra };
	}
	const types = mediaTypes[format];
	const suffix = attributes.includes('zstd') ? '+zstd' : attributes.includes('encrypted') ? '+gzip+encrypted' : '';
	const base = attributes.includes('foreign') ? types.foreign : types.layer;
	const layer = suffix === '' ? base : `${base.replace(/[+.](?:tar\.)?gzip$/, format === 'docker' ? '.tar' : '')}${suffix}`;
	return {
		mediaType: types.manifest, digest, size: 900, format, raw: '{}', manifests: [], kind: artifact === undefined ? 'image' : 'artifact',
		config: { mediaType: artifact ?? types.config, digest: digestOf(`${seed}:config`), size: 400 },
		layers: [{ mediaType: layer, digest: digestOf(`${seed}:layer`), size: Number(value('size') ?? 3_000_000) }],
		...extra,
	};
}

const mediaTypes = {
	oci: {
		manifest: 'application/vnd.oci.image.manifest.v1+json', config: 'application/vnd.oci.image.config.v1+json',
		layer: 'application/vnd.oci.image.layer.v1.tar+gzip', foreign: 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
	},
	docker: {
		manifest: 'application/vnd.docker.distribution.manifest.v2+json', config: 'application/vnd.docker.container.image.v1+json',
		layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip', foreign: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
	},
	schema1: { manifest: 'application/vnd.docker.distribution.manifest.v1+prettyjws', config: '', layer: '', foreign: '' },
} as const;

function platformOf(text: string): Platform {
	const [name = '', osVersion] = text.split(':');
	const [os = '', architecture = '', variant] = name.split('/');
	return { os, architecture, ...(variant === undefined ? {} : { variant }), ...(osVersion === undefined ? {} : { osVersion }) };
}

function configOf(platform: string, digest: string): ImageConfig {
	return { digest, platform: platformOf(platform), env: [], exposedPorts: [], labels: {}, history: [], diffIds: [], raw: '{}' };
}

function digestOf(seed: string): string {
	return `sha256:${createHash('sha256').update(seed).digest('hex')}`;
}
