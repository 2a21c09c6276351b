import type { Descriptor, Platform } from '../../model/index.ts';
import { normalPlatform } from '../../util/platformName.ts';

/** `linux/arm64/v8` without the variant that goes without saying: `linux/arm64`. */
export function platformName({ os, architecture, variant }: Platform): string {
	return normalPlatform(variant === undefined ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`);
}

/** A child of an index that attests another one and runs nowhere. */
export function isAttestation({ platform, annotations }: Descriptor): boolean {
	return annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' || platform?.os === 'unknown' || platform?.architecture === 'unknown';
}

/** Distinct platform names of the children that run, in the index' order. */
export function runnablePlatforms(manifests: readonly Descriptor[]): readonly string[] {
	return [...new Set(manifests.flatMap(child => child.platform && !isAttestation(child) ? platformName(child.platform) : []))];
}
