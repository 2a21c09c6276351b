import type { Platform } from '../model/index.ts';

/** `linux/arm64/v8` as the image says it; empty parts left out. */
export function platformName({ os, architecture, variant }: Platform): string {
	return variant ? `${os}/${architecture}/${variant}` : `${os}/${architecture}`;
}

const processors: Readonly<Record<string, string>> = {
	x64: 'amd64',
	ia32: '386',
	arm64: 'arm64',
	arm: 'arm',
	ppc64: 'ppc64le',
	s390x: 's390x',
	riscv64: 'riscv64',
	loong64: 'loong64',
};

/** The platform that containers have on this machine: Linux (in Docker Desktop's machine too) with this processor. */
export function hostPlatform(processor: string = process.arch): string {
	return `linux/${processors[processor] ?? processor}`;
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
