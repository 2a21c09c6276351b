import assert from 'node:assert/strict';
import { applyEdits, checkDiagnosis } from '../../support/checkDiagnosis.ts';
import { fixCases } from '../../support/fixCases.ts';

const off = '--provenance=false --sbom=false';
const step = (outputs: string): string => `on: push\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          outputs: ${outputs}\n          provenance: false\n          sbom: false\n          tags: r.acme.dev/a:1\n`;
const target = (output: string): string => `target "a" {\n  tags   = ["r.acme.dev/a:1"]\n  output = ["${output}"]\n  attest = ["type=provenance,disabled=true", "type=sbom,disabled=true"]\n}\n`;

fixCases('Compression that Docker\'s layers cannot have goes', { code: 'push-oci-mediatype-conflict' }, [
	['a command', 'b.sh', `docker buildx build ${off} -t r.acme.dev/a:1 --output type=image,push=true⟦,compression=zstd,compression-level=3→⟧,oci-mediatypes=false .\n`],
	['a step', '.github/workflows/a.yml', step('type=image,oci-mediatypes=false⟦,compression=zstd→⟧,push=true')],
	['a bake file', 'docker-bake.hcl', target('type=image,oci-mediatypes=false⟦,compression=estargz→⟧,push=true')],
	['gzip', 'docker-bake.hcl', target('type=image,oci-mediatypes=false,compression=gzip,push=true')],
	['an output for Docker has no attestations', 'b.sh', 'docker buildx build -t r.acme.dev/a:1 --output type=docker,oci-mediatypes=false,dest=a.tar .\n'],
]);

const zstd = 'quay.io/acme/z: 1[zstd]';
fixCases('A copy of zstd layers compresses them anew', { code: 'layers-zstd', registry: zstd, settings: 'targets: docker-20.10' }, [
	['skopeo', 'b.sh', 'skopeo copy⟦→ --dest-compress-format gzip --dest-force-compress-format⟧ docker://quay.io/acme/z:1 docker://r.acme.dev/z:1\n'],
	['it does', 'b.sh', 'skopeo copy --dest-compress-format gzip --dest-force-compress-format docker://quay.io/acme/z:1 docker://r.acme.dev/z:1\n'],
]);

const health = { Containerfile: 'FROM docker.io/library/alpine:3.22\nHEALTHCHECK CMD true\n' };
const buildah = (oci: string): string => `on: push\njobs:\n  a:\n    steps:\n      - uses: redhat-actions/buildah-build@v2\n        with:\n          image: a\n          containerfiles: ./Containerfile\n${oci}          tags: latest\n`;
fixCases('The action of buildah keeps HEALTHCHECK in Docker format', { code: 'buildah-oci-drops-instruction' }, [
	['OCI', '.github/workflows/a.yml', buildah('⟦          oci: true\n→⟧'), health],
	['its default', '.github/workflows/a.yml', buildah(''), health],
	['nothing to lose', '.github/workflows/a.yml', buildah('          oci: true\n'), { Containerfile: 'FROM docker.io/library/alpine:3.22\n' }],
]);

fixCases('A repeated flag with a platform that a base lacks goes whole', { code: 'platform-multiarch-partial', registry: 'quay.io/acme/one: 1[index,linux/amd64]' }, [
	['the last', 'b.sh', 'docker buildx build --platform linux/amd64⟦ --platform linux/arm64→⟧ -t r.acme.dev/a:1 --push .\n', { Dockerfile: 'FROM quay.io/acme/one:1\n' }],
	['on lines', 'Makefile', 'i:\n\tdocker buildx build \\\n\t  --platform=linux/amd64⟦ \\\n\t  --platform=linux/arm64→⟧ \\\n\t  -t r.acme.dev/a:1 --push .\n', { Dockerfile: 'FROM quay.io/acme/one:1\n' }],
]);

fixCases('A scheme goes from the variable that holds it', { code: 'ref-has-scheme' }, [
	['make', 'Makefile', 'IMG := ⟦https://ghcr.io/acme/a:1→ghcr.io/acme/a:1⟧\nb:\n\tdocker build -t $(IMG) .\n'],
	['an argument', 'Dockerfile', 'ARG BASE=⟦https://quay.io/v2/acme/a:1→quay.io/acme/a:1⟧\nFROM ${BASE}\n'],
]);

fixCases('What is no tag is mended in the variable that holds it', { code: 'ref-invalid-format' }, [
	['an empty tag', 'Makefile', 'IMG := ghcr.io/acme/a⟦:→⟧\nb:\n\tdocker pull $(IMG)\n'],
	['two tags', 'Dockerfile', 'ARG BASE=docker.io/library/node:⟦24:1→24.1⟧\nFROM ${BASE}\n'],
]);

fixCases('A variable that is empty here may hold the output', { code: 'builder-output-missing' }, [
	['make', 'Makefile', 'OUTPUT ?=\nb:\n\tdocker buildx build --platform=linux/amd64,linux/arm64 $(OUTPUT) -t r.acme.dev/a:1 .\npush: OUTPUT=--push\npush: b\n'],
	['an array', 'b.sh', 'OUT=()\n. ./settings.sh\ndocker buildx build --platform linux/amd64,linux/arm64 -t r.acme.dev/a:1 "${OUT[@]}" .\n'],
	['an array that only one branch fills', 'b.sh', 'OUT=()\nif [ -n "$CI" ]; then OUT+=(--push); fi\ndocker buildx build --platform linux/amd64,linux/arm64 -t r.acme.dev/a:1 "${OUT[@]}" .\n'],
	['a variable with a value', 'Makefile', 'P = linux/amd64,linux/arm64\nb:\n\tdocker buildx build⟦→ --push⟧ --platform $(P) -t r.acme.dev/a:1 .\n'],
]);

describe('Further fixes', () => {
	it('give a Compose variable the default that it has at another place, else "latest" where it is all of a tag', async () => {
		const image = (name: string): string => `services:\n  a:\n    image: ${name}\n`;
		assert.equal(await second('compose.yaml', image('ghcr.io/acme/a:${TAG}')), image('ghcr.io/acme/a:${TAG:-latest}'));
		const other = '  b:\n    image: ghcr.io/acme/b:${TAG:-1.4}\n';
		assert.equal(await second('compose.yaml', image('ghcr.io/acme/a:v${TAG}') + other), image('ghcr.io/acme/a:v${TAG:-1.4}') + other);
	});

	it('tell each of several variables that nobody declares', async () => {
		const text = 'FROM quay.io/$ORG/app:${TAG}-$TAG\n';
		const { findings } = await checkDiagnosis({ Dockerfile: text });
		assert.deepEqual(findings.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`), ['ref-undefined-arg $ORG', 'ref-undefined-arg ${TAG}']);
	});

	it('add the port of a registry behind podman\'s prefix', async () => {
		assert.equal(await second('Dockerfile', 'FROM localhost/base:1\n'), 'FROM localhost:5000/base:1\n');
	});
});

async function second(file: string, text: string): Promise<string> {
	const { findings } = await checkDiagnosis({ [file]: text });
	return applyEdits(text, findings[0]?.fixes[1]?.edits ?? []);
}
