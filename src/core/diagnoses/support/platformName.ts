import type { Descriptor, Platform } from '../../model/index.ts';

/** `linux/arm64/v8` without the variant that goes without saying: `linux/arm64`. */
export function platformName({ os, architecture, variant }: Platform): string {
	return normalPlatform(variant === undefined ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`);
}

/** One spelling of a platform name, after containerd's normalisation: `x86_64` is `amd64`, `aarch64` is `arm64`, `arm` is `arm/v7`. */
export function normalPlatform(name: string): string {
	const [os = 'linux', architecture = '', variant] = name.toLowerCase().split('/');
	const normal = aliases[architecture] ?? architecture;
	if (normal === 'arm64') { return variant === undefined || variant === 'v8' || variant === '8' ? `${os}/arm64` : `${os}/arm64/${variant}`; }
	if (normal === 'arm') { return `${os}/arm/${architecture === 'armel' ? 'v6' : (variant ?? 'v7').replace(/^(\d)/, 'v$1')}`; }
	if (normal === 'amd64' && variant === 'v1') { return `${os}/amd64`; }
	return variant === undefined ? `${os}/${normal}` : `${os}/${normal}/${variant}`;
}

const aliases: Readonly<Record<string, string>> = { 'x86_64': 'amd64', 'x86-64': 'amd64', 'aarch64': 'arm64', 'armhf': 'arm', 'armel': 'arm', 'i386': '386' };

/** A child of an index that attests another one and runs nowhere. */
export function isAttestation({ platform, annotations }: Descriptor): boolean {
	return annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' || platform?.os === 'unknown' || platform?.architecture === 'unknown';
}

/** Distinct platform names of the children that run, in the index' order. */
export function runnablePlatforms(manifests: readonly Descriptor[]): readonly string[] {
	return [...new Set(manifests.flatMap(child => child.platform && !isAttestation(child) ? platformName(child.platform) : []))];
}

/** True when an engine that wants `wanted` finds an image among `available` (a lower ARM variant serves a higher one). */
export function servesPlatform(wanted: string, available: readonly string[]): boolean {
	const normal = normalPlatform(wanted);
	if (available.includes(normal)) { return true; }
	const arm = /^(?<os>\w+)\/arm\/v(?<version>\d)$/.exec(normal)?.groups;
	if (arm) { return available.some(name => new RegExp(`^${arm['os']}/arm/v[5-${arm['version']}]$`).test(name)); }
	if (/^\w+\/arm64$/.test(normal)) { return available.some(name => name.startsWith(`${normal}/`)); }
	const amd = /^(?<os>\w+)\/amd64\/v(?<level>[2-4])$/.exec(normal)?.groups;
	if (amd) { return available.some(name => name === `${amd['os']}/amd64`) || available.some(name => name.startsWith(`${amd['os']}/amd64/`)); }
	return normal.split('/').length === 2 && available.some(name => name.startsWith(`${normal}/`));
}
