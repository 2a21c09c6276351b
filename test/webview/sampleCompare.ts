import type { CompareRow, CompareView } from '../../src/protocol/compareView.ts';
import type { NamedReference } from '../../src/protocol/inspectView.ts';

/** `golang:1.24` beside `golang:1.25`. */
export function sampleCompare(): CompareView {
	const platforms = [{ id: '0', name: 'linux/amd64' }, { id: '1', name: 'linux/arm64/v8' }];
	return {
		a: { reference: golang('1.24'), platform: '0', platforms },
		b: { reference: golang('1.25'), platform: '0', platforms },
		summary: { sharedLayers: 4, sharedSize: 245_100_000, differentLayers: 3, differentSizeA: 78_900_158, differentSizeB: 60_100_158, totalA: 324_000_158, totalB: 305_200_158 },
		sections: [
			{ kind: 'platforms', rows: [
				same('p1', { type: 'text', text: 'linux' }, 'amd64, arm/v7, arm64/v8, 386, ppc64le, riscv64, s390x'),
				{ id: 'p2', mark: 'changed', label: { type: 'text', text: 'windows/amd64' }, a: { text: '10.0.26100.4946, 10.0.20348.4052' }, b: { text: '10.0.26100.6584, 10.0.20348.4171' } },
				{ id: 'p3', mark: 'onlyA', label: { type: 'text', text: 'windows/amd64' }, a: { text: '10.0.17763.7678' } },
			] },
			{ kind: 'configuration', rows: [
				{ id: 'c1', mark: 'changed', label: { type: 'field', field: 'created' }, a: { text: '2025-08-12T22:10:00Z' }, b: { text: '2025-09-09T01:12:00Z' } },
				{ id: 'c2', mark: 'changed', label: { type: 'field', field: 'environment' }, a: { text: 'GOLANG_VERSION=1.24.6' }, b: { text: 'GOLANG_VERSION=1.25.1' } },
				same('c3', { type: 'field', field: 'environment' }, 'GOTOOLCHAIN=local'),
				same('c4', { type: 'field', field: 'environment' }, 'GOPATH=/go'),
				same('c5', { type: 'field', field: 'command' }, 'bash'),
				same('c6', { type: 'field', field: 'workingDirectory' }, '/go'),
			] },
			{ kind: 'layers', rows: layers.map(([text, sizeA, digestA, sizeB, digestB], at): CompareRow => ({
				id: `l${at}`, mark: digestA === digestB ? 'same' : 'changed', label: { type: 'layer', number: at + 1 },
				a: { text, size: sizeA, digest: `sha256:${digestA}` }, b: { text, size: sizeB, digest: `sha256:${digestB}` },
			})) },
			{ kind: 'attestations', rows: [same('a1', { type: 'field', field: 'provenance' }, 'https://slsa.dev/provenance/v1')] },
		],
	};
}

const layers: readonly (readonly [string, number, string, number, string])[] = [
	['# debian.sh --arch \'amd64\' out/ \'trixie\' \'@1757289600\'', 49_300_000, '15b1d8a5ff03', 49_300_000, '15b1d8a5ff03'],
	['RUN /bin/sh -c set -eux; apt-get update; apt-get install -y ca-certificates curl gnupg netbase; rm -rf /var/lib/apt/lists/* # buildkit', 25_600_000, '22718812f617', 25_600_000, '22718812f617'],
	['RUN /bin/sh -c apt-get install -y git mercurial openssh-client # buildkit', 67_800_000, '401a98f7495b', 67_800_000, '401a98f7495b'],
	['RUN /bin/sh -c apt-get install -y g++ gcc libc6-dev make pkg-config # buildkit', 102_400_000, 'a3f6f5ab7c0e', 102_400_000, 'a3f6f5ab7c0e'],
	['COPY /target/ / # buildkit', 78_900_000, '0b52d7f1c6aa', 60_100_000, 'e8c7d7d9b1f2'],
	['RUN /bin/sh -c mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH" # buildkit', 126, '5fe10c77a2d4', 126, 'c4a1e5c0d0a7'],
	['WORKDIR /go', 32, '4f4fb700ef53', 32, '91c2de40b8f6'],
];

function golang(tag: string): NamedReference {
	return { canonical: `docker.io/library/golang:${tag}`, prefix: 'docker.io/library/', name: `golang:${tag}` };
}

function same(id: string, label: CompareRow['label'], text: string): CompareRow {
	return { id, mark: 'same', label, a: { text }, b: { text } };
}
