import type { Descriptor } from '../../model/index.ts';

/** The digest of the image that a child of an index attests; `undefined` for what is no attestation. */
export function attestedDigest({ annotations, platform, artifactType }: Descriptor): string | undefined {
	const subject = annotations?.['vnd.docker.reference.digest'];
	const says = annotations?.['vnd.docker.reference.type'] === 'attestation-manifest'
		|| artifactType === 'application/vnd.docker.attestation.manifest.v1+json';
	if (says) { return subject ?? ''; }
	return isUnknownPlatform(platform) && subject !== undefined ? subject : undefined;
}

/** `unknown/unknown`: nothing that runs. */
export function isUnknownPlatform(platform: Descriptor['platform']): boolean {
	return platform !== undefined && platform.os === 'unknown' && platform.architecture === 'unknown';
}
