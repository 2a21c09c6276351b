import type { Platform } from '../../model/index.ts';

/** `os/arch[/variant]` as people write it. */
export function platformName({ os, architecture, variant }: Platform): string {
	return variant === undefined ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}

/** Does a wanted name mean this platform? Names without a variant mean all of them; arm64 and arm64/v8 are one. */
export function matchesPlatform(wanted: string, platform: Platform): boolean {
	const [os = '', architecture = '', variant] = wanted.toLowerCase().split('/');
	if (os !== platform.os || normal(architecture) !== normal(platform.architecture)) { return false; }
	return variant === undefined || variant === platform.variant || (variant === 'v8' && normal(architecture) === 'arm64' && platform.variant === undefined);
}

function normal(architecture: string): string {
	return { x86_64: 'amd64', 'x86-64': 'amd64', aarch64: 'arm64', armhf: 'arm', i386: '386' }[architecture] ?? architecture;
}
