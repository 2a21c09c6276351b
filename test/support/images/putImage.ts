import type { Store } from '../fakeRegistry/store.ts';
import { packLayer } from './packLayer.ts';
import type { TarFile } from './tarOf.ts';

/** The media types of the two formats. */
export const types = {
	oci: {
		index: 'application/vnd.oci.image.index.v1+json', manifest: 'application/vnd.oci.image.manifest.v1+json',
		config: 'application/vnd.oci.image.config.v1+json', layer: 'application/vnd.oci.image.layer.v1.tar+gzip', zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
	},
	docker: {
		index: 'application/vnd.docker.distribution.manifest.list.v2+json', manifest: 'application/vnd.docker.distribution.manifest.v2+json',
		config: 'application/vnd.docker.container.image.v1+json', layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip', zstd: 'application/vnd.docker.image.rootfs.diff.tar.zstd',
	},
} as const;

/** What an image to store is like. */
export interface ImageRecipe {
	readonly format: keyof typeof types;
	readonly os?: string;
	readonly architecture?: string;
	readonly variant?: string;
	readonly osVersion?: string;
	/** One layer for each list. */
	readonly layers: readonly (readonly TarFile[])[];
	readonly compression?: 'gzip' | 'zstd';
	readonly config?: Readonly<Record<string, unknown>>;
	/** ISO 8601. */
	readonly created?: string;
	/** Of the manifest. */
	readonly annotations?: Readonly<Record<string, string>>;
	/** Instead of made-up history; a step with `layer` made the next layer. */
	readonly history?: readonly { readonly command: string; readonly layer?: boolean }[];
}

/** A stored image, ready to stand in an index. */
export interface StoredImage {
	readonly digest: string;
	readonly size: number;
	readonly mediaType: string;
	readonly platform: Readonly<Record<string, string>>;
}

/** Stores layers, configuration and manifest of one platform. */
export function putImage(store: Store, repository: string, tags: string | readonly string[], recipe: ImageRecipe): StoredImage {
	const type = types[recipe.format];
	const created = recipe.created ?? '2026-05-04T10:20:30Z';
	const platform = {
		architecture: recipe.architecture ?? 'amd64', os: recipe.os ?? 'linux',
		...(recipe.variant ? { variant: recipe.variant } : {}), ...(recipe.osVersion ? { 'os.version': recipe.osVersion } : {}),
	};
	const packed = recipe.layers.map(files => packLayer(files, recipe.compression));
	const { blobs } = store.repository(repository);
	const layers = packed.map(({ bytes, digest }) => {
		blobs.set(digest, bytes);
		return { mediaType: recipe.compression === 'zstd' ? type.zstd : type.layer, digest, size: bytes.length };
	});
	const config = {
		...platform, created,
		config: { Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'], Cmd: ['/bin/sh'], WorkingDir: '/app', Labels: { 'org.opencontainers.image.title': repository }, ...recipe.config },
		rootfs: { type: 'layers', diff_ids: packed.map(({ diffId }) => diffId) },
		history: recipe.history?.map(({ command, layer }) => ({ created, created_by: command, comment: 'buildkit.dockerfile.v0', ...(layer ? {} : { empty_layer: true }) })) ?? [
			...packed.flatMap((_, index) => [
				{ created, created_by: index === 0 ? 'ADD rootfs.tar.gz / # buildkit' : `COPY layer${index} / # buildkit`, comment: 'buildkit.dockerfile.v0' },
				...(index === 0 ? [{ created, created_by: 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', empty_layer: true }] : []),
			]),
			{ created, created_by: 'CMD ["/bin/sh"]', empty_layer: true },
		],
	};
	const configBytes = Buffer.from(JSON.stringify(config));
	const manifest = {
		schemaVersion: 2, mediaType: type.manifest,
		config: { mediaType: type.config, digest: store.putBlob(repository, configBytes), size: configBytes.length },
		layers, ...(recipe.annotations && { annotations: recipe.annotations }),
	};
	const bytes = Buffer.from(JSON.stringify(manifest, null, 2));
	return { digest: store.put(repository, tags, bytes, type.manifest), size: bytes.length, mediaType: type.manifest, platform };
}

/** Stores an index (or Docker manifest list) over stored images and any further descriptors. */
export function putIndex(store: Store, repository: string, tags: string | readonly string[], format: keyof typeof types, children: readonly object[]): string {
	return store.put(repository, tags, { schemaVersion: 2, mediaType: types[format].index, manifests: children }, types[format].index);
}
