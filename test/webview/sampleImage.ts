import type { Descriptor, HistoryStep, ImageTree, Platform, PlatformImage } from '../../src/core/model/index.ts';

/** `golang:1.25` as it was on a day in September 2025, cut to what a page draws: the image of the pictures in the specification. */
export function sampleImage(): ImageTree {
	return {
		reference: 'docker.io/library/golang:1.25',
		root: {
			mediaType: `${oci}index.v1+json`, digest: digest('81bf5927dc91'), size: 8410, format: 'oci', raw: '{}', kind: 'index', layers: [],
			manifests: [],
		},
		platforms: platforms.map(([platform, hex, size, statements]) => samplePlatform(platform, hex, size, statements)),
		others: [],
		referrers: [{ mediaType: `${oci}manifest.v1+json`, digest: digest('5160'), size: 1200, artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json' }],
		evidence: { host: 'docker.io', endpoint: 'registry-1.docker.io', at: new Date(Date.now() - 4 * 60_000).toISOString(), status: 200, cached: false },
	};
}

/** A digest that begins with the given hex digits. */
export function digest(hex: string): string {
	return `sha256:${hex.padEnd(64, 'e64f2d7b18e93a5c0214be7d96f3085ac4d1e2b79f06c83d5a741')}`.slice(0, 71);
}

const oci = 'application/vnd.oci.image.';
const docker = 'application/vnd.docker.';

const platforms: readonly (readonly [Platform, string, number, boolean])[] = [
	[{ os: 'linux', architecture: 'amd64' }, 'cf0c4b8a21e6', 305_200_000, true],
	[{ os: 'linux', architecture: 'arm', variant: 'v7' }, 'b64c7d21b0a9', 268_400_000, true],
	[{ os: 'linux', architecture: 'arm64', variant: 'v8' }, '3f1a6c55d08e', 296_900_000, true],
	[{ os: 'linux', architecture: '386' }, '70e8b92a4cd1', 303_000_000, true],
	[{ os: 'linux', architecture: 'ppc64le' }, '0ad93e417bc5', 309_600_000, true],
	[{ os: 'linux', architecture: 'riscv64' }, 'e59f20c8d634', 351_100_000, true],
	[{ os: 'linux', architecture: 's390x' }, '5c27fe0b9a18', 281_700_000, true],
	[{ os: 'windows', architecture: 'amd64', osVersion: '10.0.26100.6584' }, '9b4de1f7c302', 1_920_000_000, false],
	[{ os: 'windows', architecture: 'amd64', osVersion: '10.0.20348.4171' }, '2e75ac086df9', 1_790_000_000, false],
];

const steps: readonly (readonly [command: string, size?: number, hex?: string])[] = [
	['# debian.sh --arch \'amd64\' out/ \'trixie\' \'@1757289600\'', 49_300_000, '15b1d8a5ff03'],
	['RUN /bin/sh -c set -eux; \tapt-get update; \tapt-get install -y --no-install-recommends \t\tca-certificates \t\tcurl \t\tgnupg \t\tnetbase \t\tsq \t\twget \t; \trm -rf /var/lib/apt/lists/* # buildkit', 25_600_000, '22718812f617'],
	['RUN /bin/sh -c apt-get update && apt-get install -y --no-install-recommends \t\tgit \t\tmercurial \t\topenssh-client \t\tsubversion \t\tprocps \t&& rm -rf /var/lib/apt/lists/* # buildkit', 67_800_000, '401a98f7495b'],
	['RUN /bin/sh -c set -eux; \tapt-get update; \tapt-get install -y --no-install-recommends \t\tg++ \t\tgcc \t\tlibc6-dev \t\tmake \t\tpkg-config \t; \trm -rf /var/lib/apt/lists/* # buildkit', 102_413_877, 'a3f6f5ab7c0e'],
	['ENV GOLANG_VERSION=1.25.1'],
	['ENV GOTOOLCHAIN=local'],
	['ENV GOPATH=/go'],
	['ENV PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
	['COPY /target/ / # buildkit', 60_085_965, 'e8c7d7d9b1f2'],
	['RUN /bin/sh -c mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH" # buildkit', 126, 'c4a1e5c0d0a7'],
	['WORKDIR /go', 32, '4f4fb700ef54'],
];

function samplePlatform(platform: Platform, hex: string, size: number, statements: boolean): PlatformImage {
	const windows = platform.os === 'windows';
	const mediaType = windows ? `${docker}distribution.manifest.v2+json` : `${oci}manifest.v1+json`;
	const descriptor: Descriptor = { mediaType, digest: digest(hex), size: 2321, platform };
	const layers = windows ? windowsLayers(size) : linuxLayers(size);
	const statement: Descriptor = { mediaType: 'application/vnd.in-toto+json', digest: digest('77'), size: 2_360_000 };
	const attestation: Descriptor = { mediaType: `${oci}manifest.v1+json`, digest: digest('d1e0e3c06a2b'), size: 840 };
	return {
		descriptor,
		manifest: { ...descriptor, format: windows ? 'docker' : 'oci', raw: '{}', kind: 'image', manifests: [], layers, config: { mediaType: windows ? `${docker}container.image.v1+json` : `${oci}config.v1+json`, digest: digest('9e07d4f7ab53'), size: 2940 } },
		config: {
			digest: digest('9e07d4f7ab53'), platform, created: '2025-09-09T01:12:30Z', cmd: ['bash'], workingDir: '/go',
			env: ['PATH=/go/bin:/usr/local/go/bin', 'GOLANG_VERSION=1.25.1', 'GOTOOLCHAIN=local', 'GOPATH=/go', 'LANG=C.UTF-8'],
			exposedPorts: [], labels: {}, raw: '{}', history: windows ? [] : history(), diffIds: layers.map((_, at) => digest(`7bd1c0e2f94a6358d07e41bc92a6f5380e1d74c${at}`)),
		},
		baseLayers: windows ? 0 : 3,
		attestations: statements ? [{ descriptor: attestation, manifest: { ...attestation, format: 'oci', raw: '{}', kind: 'artifact', manifests: [], layers: [statement, statement] }, predicateTypes: ['https://slsa.dev/provenance/v1', 'https://spdx.dev/Document'] }] : [],
	};
}

/** The last big layer takes what is missing to the size of the platform. */
function linuxLayers(size: number): readonly Descriptor[] {
	const sizes = steps.flatMap(([, bytes, hex]) => bytes === undefined || hex === undefined ? [] : [{ bytes, hex }]);
	const rest = size - sizes.reduce((sum, { bytes }) => sum + bytes, 0);
	return sizes.map(({ bytes, hex }, at) => ({ mediaType: `${oci}layer.v1.tar+gzip`, digest: digest(hex), size: at === 4 ? bytes + rest : bytes }));
}

function windowsLayers(size: number): readonly Descriptor[] {
	return Array.from({ length: 11 }, (_, at) => ({ mediaType: `${docker}image.rootfs.diff.tar.gzip`, digest: digest(`${at + 1}0aa`), size: at === 0 ? size - 1000 : 100 }));
}

function history(): readonly HistoryStep[] {
	let layer = 0;
	return steps.map(([createdBy, size]) => ({ createdBy, created: '2025-09-09T01:12:00Z', ...(size !== undefined && { layer: layer++ }) }));
}
