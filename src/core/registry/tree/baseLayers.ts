import type { Descriptor, Manifest, Platform, Reference } from '../../model/index.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { matchesPlatform, platformName } from './matchesPlatform.ts';

/** The annotations that name a base image (OCI image-spec, annotations.md). */
const nameKey = 'org.opencontainers.image.base.name';
const digestKey = 'org.opencontainers.image.base.digest';

/** Reads a manifest that an image names as its base; `undefined` when it is not known and may not or cannot be read. */
export type ReadBase = (base: { readonly digest?: string; readonly reference?: Reference }) => Promise<Manifest | undefined>;

/**
 * How many layers from the bottom are the base image's. Only what is certain counts: the annotations say which image it is, and its layers are
 * the lowest ones of this image, digest by digest. `sources`: annotations of manifest, descriptor and index, the nearest first. Labels do not
 * count, an image inherits those of its base.
 */
export async function baseLayers(
	image: Manifest, platform: Platform | undefined, sources: readonly (Readonly<Record<string, string>> | undefined)[], read: ReadBase,
): Promise<number | undefined> {
	const source = sources.find(annotations => annotations?.[nameKey] !== undefined || annotations?.[digestKey] !== undefined);
	if (!source || image.layers.length === 0) { return undefined; }
	const parsed = parseReference(source[nameKey] ?? '');
	const digest = source[digestKey];
	const reference = parsed.ok ? parsed.reference : undefined;
	let base = await read({ ...digest !== undefined && { digest }, ...reference && { reference } });
	if (base?.kind === 'index') {
		const child = platform && childFor(base.manifests, platform);
		base = child && await read({ digest: child.digest, ...reference && { reference } });
	}
	const count = base?.layers.length ?? 0;
	return base && count > 0 && count <= image.layers.length && base.layers.every((layer, at) => layer.digest === image.layers[at]?.digest) ? count : undefined;
}

function childFor(children: readonly Descriptor[], platform: Platform): Descriptor | undefined {
	const fits = children.filter(child => child.platform && matchesPlatform(platformName(platform), child.platform));
	return fits.find(child => child.platform?.osVersion === platform.osVersion) ?? fits[0];
}
