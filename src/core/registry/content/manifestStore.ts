import type { Manifest } from '../../model/index.ts';
import type { DiskCache } from '../cache/diskCache.ts';
import { forever } from '../cache/lifetime.ts';
import { createMemoryCache } from '../cache/memoryCache.ts';
import type { PendingWrites } from '../cache/pendingWrites.ts';
import { parseManifest } from './parseManifest.ts';

/** Manifests by their digest, in memory and on disk: bytes with one digest cannot be others. */
export interface ManifestStore {
	keep(manifest: Manifest): void;
	find(digest: string): Promise<Manifest | undefined>;
	clear(): void;
}

/** At most 24 MB in memory. */
export function createManifestStore(clock: () => number, disk: DiskCache | undefined, writes: PendingWrites): ManifestStore {
	const manifests = createMemoryCache<Manifest>(clock, 24 * 1024 * 1024, manifest => manifest.raw.length * 2 + 1000);
	return {
		keep(manifest) {
			if (manifests.get(manifest.digest)) { return; }
			manifests.set(manifest.digest, manifest, forever);
			// Kept with its header's type in the body or not at all: a file has no header.
			if (manifest.contentTypeMismatch === undefined && manifest.contentTypeBroken === undefined) {
				writes.add(disk?.keepContent(manifest.digest, Buffer.from(manifest.raw)));
			}
		},
		async find(digest) {
			const found = manifests.get(digest);
			if (found) { return found; }
			const bytes = await disk?.content(digest);
			const own = bytes && parseManifest(bytes, { digest });
			const manifest = own && own.raw.includes('"mediaType"') && own.contentTypeBroken === '' ? withoutBroken(own) : undefined;
			if (manifest) { manifests.set(digest, manifest, forever); }
			return manifest;
		},
		clear: manifests.clear,
	};
}

/** Bytes from disk come without a header, which is no fault of the registry. */
function withoutBroken(manifest: Manifest): Manifest {
	const { contentTypeBroken: _, ...rest } = manifest;
	return rest;
}
