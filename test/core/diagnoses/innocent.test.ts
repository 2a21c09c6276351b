import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/util/formatMessage.ts';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';

const digest = `sha256:${'ab'.repeat(32)}`;

describe('Files with nothing wrong in them', () => {
	const table: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		'capitals where the grammar allows them': { Dockerfile: 'FROM Registry.acme.dev/api:RC1\nFROM quay.io/acme/api:V2-Final\n' },
		'stages, numbers, scratch and predefined arguments': { Dockerfile: 'ARG BASE=alpine:3.22\nFROM --platform=$BUILDPLATFORM golang:1.25 AS Build\nFROM build AS test\nFROM scratch\nCOPY --from=BUILD /a /a\nCOPY --from=0 /b /b\nRUN --mount=from=test,target=/t true\nFROM ${BASE}\nFROM alpine-${TARGETARCH}:3\n' },
		'renovate\'s tag with a digest': { Dockerfile: `FROM alpine:3.22@${digest}\n` },
		'digests that a page abbreviates': { 'README.md': '```console\n$ docker pull alpine@sha256:0123456789\n```\n' },
		'marks of a page\'s generator, and names that stand for any': { 'README.md': '```console\n$ docker pull quay.io/acme/a:(=acme.version=)\n```\n\n```yaml\napiVersion: v1\nkind: Pod\nspec: {containers: [{image: "quay.io/acme/a:(=acme.version=)"}]}\n```\n\n```dockerfile\nFROM ImageName\n```\n\n```\n  cosign attach signature command attaches payload, signature, etc to an image.\n```\n' },
		'a folder where an image could stand': { 'verify.sh': 'cosign verify --key cosign.pub --local-image ./path/to/dir\ndocker run $OPTIONS ./bin/start\n' },
		'quotes of Make variables, which the shell takes off': { Makefile: 'HUB ?= "quay.io/acme"\nTAG ?= \'1.0\'\npush:\n\tdocker build -t $(HUB)/a:$(TAG) .\n\tdocker push "$(HUB)/a:$(TAG)"\n' },
		'a prefix that a condition of a Makefile decides': { Makefile: 'NAMESPACE ?=\nifneq ($(NAMESPACE),)\nPREFIX = $(NAMESPACE)/\nelse\nPREFIX =\nendif\npush:\n\tdocker push $(PREFIX)a:1\n' },
		'templates that others fill in': {
			'compose.yaml': 'services:\n  a:\n    image: "{{ registry }}/a:{{ tag }}"\n  c:\n    image: ${IMG:-alpine:3.22}\n',
			'deploy.sh': 'docker pull "$REGISTRY/$NAME:$TAG"\ndocker run "$(make image-name)" true\ndocker pull %IMAGE%\n',
		},
		'transports where tools want them': {
			'copy.sh': 'skopeo copy docker://quay.io/acme/a:1 oci:dir:1\nskopeo copy --format v2s2 docker://quay.io/acme/a:1 dir:/tmp/a\nbuildah from docker://quay.io/acme/a:1\nskopeo inspect containers-storage:localhost/a\n',
			'.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: docker://alpine:3.22\n      - uses: actions/checkout@v4\n',
		},
		'a podman project with its own names': { Containerfile: 'FROM localhost/base:1\nHEALTHCHECK NONE\n', 'build.sh': 'podman build -t base -f Base .\npodman run --rm base\npodman run --rm fedora:42\n', 'compose.yaml': 'services:\n  a:\n    image: localhost/base:1\n' },
		'arguments and variables that pipelines pass': {
			Dockerfile: 'ARG TAG\nFROM node:${TAG}\n', 'compose.yaml': 'services:\n  a:\n    image: ghcr.io/acme/a:${WEB_TAG}\n',
			'.github/workflows/ci.yml': 'on: push\nenv:\n  WEB_TAG: "1.4"\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: docker build --build-arg TAG=22 -t ghcr.io/acme/a:1 .\n',
		},
		'builders with a network of their own, and plain loopback': { 'build.sh': 'docker buildx create --driver-opt network=host --use\ndocker buildx build --platform linux/amd64,linux/arm64 -t localhost:5000/a:1 --push .\ndocker push localhost:5000/a:1\n' },
		'formats that are asked for already': { Dockerfile: 'FROM quay.io/acme/base:1\nHEALTHCHECK CMD true\n', 'build.sh': 'buildah bud --format docker -t a .\nBUILDAH_FORMAT=docker podman build -t a .\nbuildah build --format="$FORMAT" -t a .\ndocker build -t a .\n' },
		'text that only looks like a reference': { Dockerfile: 'FROM alpine:3.22\nRUN <<EOF\nFROM Foo/Bar\nEOF\n# FROM https://x\n', 'compose.yaml': 'services:\n  a:\n    image: alpine:3.22\n    environment:\n      IMAGE: "https://hub.docker.com/_/node"\n    labels:\n      image: Foo/Bar\n' },
	};
	for (const [what, files] of Object.entries(table)) {
		it(`${what} are left alone`, async () => {
			const { findings } = await checkDiagnosis(files);
			assert.deepEqual(findings.map(({ file, code, message }) => `${file} ${code} ${formatMessage(message)}`), []);
		});
	}
});
