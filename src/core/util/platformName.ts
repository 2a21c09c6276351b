import type { Platform } from '../model/index.ts';

/** `linux/arm64/v8`; empty parts left out. */
export function platformName({ os, architecture, variant }: Platform): string {
	return variant ? `${os}/${architecture}/${variant}` : `${os}/${architecture}`;
}

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386', arm64: 'arm64', arm: 'arm', ppc64: 'ppc64le', s390x: 's390x', riscv64: 'riscv64', loong64: 'loong64' };

/** The platform that containers have on this machine: Linux (in Docker Desktop's machine too) with this processor. */
export function hostPlatform(architecture: string = process.arch): string {
	return `linux/${architectures[architecture] ?? architecture}`;
}

/**
 * Does an image's platform serve a wanted one (`os/arch[/variant]`)? arm64 without variant means v8, and
 * a machine runs images of its own variant and lower ones (containerd platforms, `Only`).
 */
export function platformServes(wanted: string, platform: Platform): boolean {
	const [os, architecture, variant] = wanted.split('/');
	if (os !== platform.os || normalArchitecture(architecture) !== normalArchitecture(platform.architecture)) { return false; }
	const have = variantNumber(platform.architecture, platform.variant);
	const want = variantNumber(architecture ?? '', variant);
	return have === undefined || want === undefined || have <= want;
}

function normalArchitecture(name: string | undefined): string {
	switch (name) {
		case 'x86_64': case 'x86-64': return 'amd64';
		case 'aarch64': return 'arm64';
		case 'armhf': case 'armel': return 'arm';
		case 'i386': return '386';
		default: return name ?? '';
	}
}

function variantNumber(architecture: string, variant: string | undefined): number | undefined {
	const implied = { arm64: 8, aarch64: 8, arm: 7, armhf: 7, armel: 6, amd64: 1, x86_64: 1 }[architecture];
	if (variant === undefined || variant === '') { return implied; }
	const digits = /^v?(\d+)/.exec(variant)?.[1];
	return digits === undefined ? implied : Number(digits);
}
