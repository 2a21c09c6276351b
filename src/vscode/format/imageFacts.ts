import type { ImageTree, PlatformImage } from '../../core/model/index.ts';
import { machinePlatform, platformName, samePlatform } from './platform.ts';

/** Bytes to download: the sum of the layers; `undefined` until read. */
export function imageSize({ manifest }: PlatformImage): number | undefined {
	return manifest?.layers.reduce((sum, layer) => sum + layer.size, 0);
}

/** Platforms by name with their sizes, this machine's first. */
export function platformsOf({ platforms }: ImageTree): readonly { readonly name: string; readonly bytes: number | undefined }[] {
	const mine = machinePlatform();
	return platforms.map(image => {
		const platform = image.descriptor.platform ?? image.config?.platform;
		return { name: platform ? platformName(platform) : '', bytes: imageSize(image) };
	}).sort((a, b) => Number(samePlatform(mine, b.name)) - Number(samePlatform(mine, a.name)));
}

/** The size that a pull from this machine would have, else the first that is known. */
export function pullSize(tree: ImageTree): number | undefined {
	return platformsOf(tree).find(({ bytes }) => bytes !== undefined)?.bytes;
}
