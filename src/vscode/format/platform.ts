import { arch, platform } from 'node:os';
import type { Platform } from '../../core/model/index.ts';

/** `linux/arm64/v8`, as tools take it. */
export function platformName({ os, architecture, variant }: Platform): string {
	return [os, architecture, ...variant ? [variant] : []].join('/');
}

/** The platform that a container of this machine has: containers on macOS run in a Linux machine. */
export function machinePlatform(): string {
	const architectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386', arm: 'arm/v7' };
	return `${platform() === 'win32' ? 'windows' : 'linux'}/${architectures[arch()] ?? arch()}`;
}

/** True when `wanted` (`os/arch[/variant]`) is served by `offered`; arm64 means v8. */
export function samePlatform(wanted: string, offered: string): boolean {
	const plain = (name: string) => name.replace(/^(.*\/arm64)\/v8$/, '$1');
	return plain(wanted) === plain(offered);
}

/** {@link machinePlatform} as a value. */
export const machine: Platform = (() => {
	const [os = '', architecture = '', variant] = machinePlatform().split('/');
	return { os, architecture, ...variant && { variant } };
})();
