import { gzipSync } from 'node:zlib';
import { digestOf } from '../fakeRegistry/store.ts';
import { tarOf, type TarFile } from './tarOf.ts';
import { zstdOf } from './zstdOf.ts';

/** A layer as it is stored. */
export interface PackedLayer {
	readonly bytes: Buffer;
	readonly digest: string;
	readonly diffId: string;
}

const packed = { gzip: new WeakMap<readonly TarFile[], PackedLayer>(), zstd: new WeakMap<readonly TarFile[], PackedLayer>() };

/** Makes the archive of a layer. The same list of files is packed once in a process, however many images and registries have it. */
export function packLayer(files: readonly TarFile[], compression: 'gzip' | 'zstd' = 'gzip'): PackedLayer {
	const known = packed[compression].get(files);
	if (known) { return known; }
	const tar = tarOf(files);
	// Large samples are made of noise: more effort would not make them smaller.
	const bytes = compression === 'zstd' ? zstdOf(tar) : gzipSync(tar, { level: tar.length > 100_000 ? 1 : 9 });
	const layer = { bytes, digest: digestOf(bytes), diffId: digestOf(tar) };
	packed[compression].set(files, layer);
	return layer;
}
