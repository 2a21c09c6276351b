import type { LayerEntry, LayerFilesView } from '../../src/protocol/layerFilesView.ts';
import { digest } from './sampleImage.ts';

/** Layer 4 of the sample image, cut to what a page draws: folders, links, whiteouts. */
export function sampleFiles(): LayerFilesView {
	const entries = [...gcc(), ...libraries(), ...others()];
	return {
		reference: { canonical: 'docker.io/library/golang:1.25', prefix: 'docker.io/library/', name: 'golang:1.25' },
		platform: digest('cf0c4b8a21e6'), platformName: 'linux/amd64', digest: digest('a3f6f5ab7c0e'), layer: 4, layerCount: 7,
		createdBy: 'RUN /bin/sh -c apt-get install -y g++ gcc libc6-dev make pkg-config # buildkit',
		compressedSize: 102_413_877, size: entries.reduce((sum, { size }) => sum + size, 0), entries,
	};
}

/** A file with the given size; everything else as usual. */
export function file(path: string, size: number, more: Partial<LayerEntry> = {}): LayerEntry {
	return { path, kind: 'file', size, mode: 0o644, uid: 0, gid: 0, modified: '2025-08-08T17:20:00Z', ...more };
}

function folder(path: string): LayerEntry { return file(path, 0, { kind: 'folder', mode: 0o755 }); }

function gcc(): readonly LayerEntry[] {
	const base = 'usr/libexec/gcc/x86_64-linux-gnu/14';
	return [
		folder('usr'), folder('usr/libexec'), folder('usr/libexec/gcc'), folder('usr/libexec/gcc/x86_64-linux-gnu'), folder(base),
		file(`${base}/cc1plus`, 38_914_560, { mode: 0o755 }), file(`${base}/cc1`, 36_700_000, { mode: 0o755 }),
		file(`${base}/lto1`, 35_800_000, { mode: 0o755 }), file(`${base}/lto-dump`, 35_600_000, { mode: 0o755 }),
		...Array.from({ length: 17 }, (_, at) => file(`${base}/tool-${at}`, 341_176, { mode: 0o755 })),
	];
}

function libraries(): readonly LayerEntry[] {
	const base = 'usr/lib/gcc/x86_64-linux-gnu/14';
	return [
		folder('usr/lib'), folder('usr/lib/gcc'), folder('usr/lib/gcc/x86_64-linux-gnu'), folder(base),
		file(`${base}/libtsan.a`, 14_200_000), file(`${base}/libasan.a`, 12_600_000), file(`${base}/libstdc++.a`, 9_100_000),
		file(`${base}/libgcc_s.so`, 0, { kind: 'symlink', mode: 0o777, target: '/lib/x86_64-linux-gnu/libgcc_s.so.1' }),
		file('usr/lib/x86_64-linux-gnu/libc.a', 48_900_000), folder('usr/lib/x86_64-linux-gnu'),
	];
}

function others(): readonly LayerEntry[] {
	return [
		folder('usr/include'), ...Array.from({ length: 30 }, (_, at) => file(`usr/include/header-${at}.h`, 600_000)),
		folder('usr/bin'), file('usr/bin/gcc', 11_200_000, { mode: 0o755 }),
		folder('var'), folder('var/lib'), folder('var/lib/dpkg'), file('var/lib/dpkg/status', 731_400), folder('var/cache'), folder('var/cache/ldconfig'),
		file('var/cache/ldconfig/aux-cache', 0, { kind: 'whiteout', mode: 0, hides: 1 }),
		file('var/lib/apt/lists', 0, { kind: 'opaque', mode: 0, hides: 3 }),
		folder('etc'), file('etc/ld.so.cache', 9300), file('etc/alternatives/cc', 0, { kind: 'symlink', mode: 0o777, target: '/usr/bin/gcc' }),
	];
}
