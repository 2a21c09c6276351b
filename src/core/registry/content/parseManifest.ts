import { createHash } from 'node:crypto';
import type { Descriptor, Manifest, ManifestFormat, Platform } from '../../model/index.ts';
import { asList, asRecord, asSize, asText, asTexts, parseJson } from './jsonValues.ts';
import { bareType, isManifestType, manifestTypes } from './mediaTypes.ts';

const maximumEntries = 2000;

/**
 * Reads a manifest or index from its exact bytes; `undefined` when it is none. The body's own `mediaType` counts more
 * than the header, the structure more than silence (OCI image-spec, manifest.md). `digest` is what the registry calls
 * it; without one the bytes are hashed.
 */
export function parseManifest(
	bytes: Buffer,
	{ contentType, digest }: { readonly contentType?: string | undefined; readonly digest?: string | undefined } = {},
): Manifest | undefined {
	const raw = bytes.toString('utf8');
	const root = asRecord(parseJson(raw));
	if (!root) { return undefined; }
	const header = bareType(contentType);
	const own = asText(root['mediaType']);
	const shape = shapeOf(root);
	if (!shape) { return undefined; }
	const mediaType = own ?? (isManifestType(header) && fits(header, shape) ? header : usualType(root, shape));
	const config = descriptor(root['config']);
	const subject = descriptor(root['subject']);
	const artifactType = asText(root['artifactType']);
	const annotations = asTexts(root['annotations']);
	return {
		mediaType, raw, size: bytes.length, format: formatOf(mediaType),
		digest: digest ?? `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
		...(own !== undefined && isManifestType(header) && header !== own ? { contentTypeMismatch: { header, body: own } } : {}),
		...(isManifestType(header) || header === own ? {} : { contentTypeBroken: header }),
		kind: shape === 'image' ? imageOrArtifact(mediaType, artifactType, config) : shape,
		manifests: descriptors(root['manifests']),
		layers: shape === 'schema1' ? schema1Layers(root) : descriptors(root['layers'] ?? root['blobs']),
		...(config && shape === 'image' ? { config } : {}),
		...(subject ? { subject } : {}), ...(artifactType === undefined ? {} : { artifactType }), ...(annotations ? { annotations } : {}),
	};
}

type Shape = 'index' | 'image' | 'schema1';

function shapeOf(root: Readonly<Record<string, unknown>>): Shape | undefined {
	const own = asText(root['mediaType']);
	if (Array.isArray(root['manifests'])) { return 'index'; }
	if (Array.isArray(root['fsLayers'])) { return 'schema1'; }
	if (asRecord(root['config']) || Array.isArray(root['layers']) || Array.isArray(root['blobs'])) { return 'image'; }
	return own === manifestTypes.ociIndex || own === manifestTypes.dockerList ? 'index' : undefined;
}

function fits(type: string, shape: Shape): boolean {
	return shapeOfType[type] === shape;
}

const shapeOfType: Readonly<Record<string, Shape>> = {
	[manifestTypes.ociIndex]: 'index', [manifestTypes.dockerList]: 'index', [manifestTypes.ociManifest]: 'image',
	[manifestTypes.dockerManifest]: 'image', [manifestTypes.schema1]: 'schema1', [manifestTypes.schema1Signed]: 'schema1',
};

function usualType(root: Readonly<Record<string, unknown>>, shape: Shape): string {
	if (shape === 'schema1') { return Array.isArray(root['signatures']) ? manifestTypes.schema1Signed : manifestTypes.schema1; }
	return shape === 'index' ? manifestTypes.ociIndex : manifestTypes.ociManifest;
}

function formatOf(mediaType: string): ManifestFormat {
	if (mediaType === manifestTypes.schema1 || mediaType === manifestTypes.schema1Signed) { return 'schema1'; }
	return mediaType.startsWith('application/vnd.docker.') ? 'docker' : 'oci';
}

const imageConfigs = new Set([
	'application/vnd.oci.image.config.v1+json',
	'application/vnd.docker.container.image.v1+json',
	'application/octet-stream',
	'application/vnd.docker.plugin.v1+json',
]);

function imageOrArtifact(mediaType: string, artifactType: string | undefined, config: Descriptor | undefined): 'image' | 'artifact' {
	if (mediaType === 'application/vnd.oci.artifact.manifest.v1+json' || (artifactType !== undefined && !imageConfigs.has(artifactType))) { return 'artifact'; }
	return config && imageConfigs.has(config.mediaType) && config.mediaType !== 'application/vnd.docker.plugin.v1+json' ? 'image' : 'artifact';
}

function schema1Layers(root: Readonly<Record<string, unknown>>): readonly Descriptor[] {
	// Schema 1 lists the newest layer first and knows no sizes.
	return asList(root['fsLayers']).slice(0, maximumEntries).flatMap(layer => {
		const digest = asText(asRecord(layer)?.['blobSum']);
		return digest === undefined ? [] : [{ mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', digest, size: 0 }];
	}).reverse();
}

function descriptors(value: unknown): readonly Descriptor[] {
	return asList(value).slice(0, maximumEntries).flatMap(one => descriptor(one) ?? []);
}

/** An OCI descriptor; `undefined` without a digest. */
export function descriptor(value: unknown): Descriptor | undefined {
	const record = asRecord(value);
	const digest = asText(record?.['digest']);
	if (!record || digest === undefined) { return undefined; }
	const platform = platformOf(record['platform']);
	const annotations = asTexts(record['annotations']);
	const artifactType = asText(record['artifactType']);
	return {
		mediaType: asText(record['mediaType']) ?? '', digest, size: asSize(record['size']) ?? 0,
		...(platform ? { platform } : {}), ...(annotations ? { annotations } : {}), ...(artifactType === undefined ? {} : { artifactType }),
	};
}

/** The `platform` object of a descriptor, or the same fields of a configuration. */
export function platformOf(value: unknown): Platform | undefined {
	const record = asRecord(value);
	const os = asText(record?.['os']);
	const architecture = asText(record?.['architecture']);
	if (!record || os === undefined || architecture === undefined) { return undefined; }
	const variant = asText(record['variant']);
	const osVersion = asText(record['os.version']);
	return { os, architecture, ...(variant === undefined ? {} : { variant }), ...(osVersion === undefined ? {} : { osVersion }) };
}
