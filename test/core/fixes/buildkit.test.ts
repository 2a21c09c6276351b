import { fixCases } from '../../support/fixCases.ts';

const old = { code: 'oci-unsupported-by-target', settings: 'targets: openshift-3.11' };
const quay = { code: 'push-attestation-rejected-quay', settings: 'targets: quay-3.8' };
const flags = '⟦→ --provenance=false --sbom=false⟧';
const output = '⟦--push→--output type=image,oci-mediatypes=false,push=true⟧';

fixCases('A pushing BuildKit build is made to write Docker format', old, [
	['buildx build', 'b.sh', `docker buildx build${flags} --platform linux/amd64,linux/arm64 -t reg.acme.dev/a:1 ${output} .\n`],
	['build', 'b.sh', `docker build${flags} -t reg.acme.dev/a:1 ${output} .\n`],
	['image build', 'b.sh', `docker image build${flags} ${output} -t reg.acme.dev/a:1 .\n`],
	['the short form', 'b.sh', `docker buildx b${flags} ${output} -t reg.acme.dev/a:1 .\n`],
	['flags of buildx', 'b.sh', `docker buildx --builder multi build${flags} -t reg.acme.dev/a:1 ${output} .\n`],
	['the page about Quay', 'quay.md', `\`\`\`bash\ndocker buildx build${flags} --platform linux/amd64,linux/arm64,linux/arm/v7 -t quay.acme.dev/admin/template-ausbildung:1.0 ${output} .\n\n\`\`\`\n`],
	['equals signs', 'b.sh', `docker buildx build${flags} --tag=reg.acme.dev/a:1 ⟦--push→--output=type=image,oci-mediatypes=false,push=true⟧ .\n`],
	['lines of their own', 'b.sh', 'docker buildx build \\\n⟦→  --provenance=false \\\n  --sbom=false \\\n⟧  --platform linux/amd64 \\\n  -t reg.acme.dev/a:1 \\\n  ⟦--push→--output type=image,oci-mediatypes=false,push=true⟧ \\\n  .\n'],
	['CRLF', 'b.sh', 'docker buildx build \\\r\n⟦→  --provenance=false \\\r\n  --sbom=false \\\r\n⟧  -t reg.acme.dev/a:1 \\\r\n  ⟦--push→--output type=image,oci-mediatypes=false,push=true⟧ .\r\n'],
	['first on the line', 'b.sh', `docker buildx build${flags} ${output} \\\n  -t reg.acme.dev/a:1 .\n`],
	['provenance is off', 'b.sh', 'docker buildx build⟦→ --sbom=false⟧ --provenance false -t reg.acme.dev/a:1 ⟦--push→--output type=image,oci-mediatypes=false,push=true⟧ .\n'],
	['provenance is on', 'b.sh', 'docker buildx build⟦→ --sbom=false⟧ ⟦--provenance mode=max→--provenance=false⟧ -t reg.acme.dev/a:1 ⟦--push→--output type=image,oci-mediatypes=false,push=true⟧ .\n'],
	['attestations by name', 'b.sh', 'docker buildx build⟦→ --sbom=false⟧ ⟦--attest type=provenance,mode=max→--provenance=false⟧ -t reg.acme.dev/a:1 ⟦--push→--output type=image,oci-mediatypes=false,push=true⟧ .\n'],
	['an attestation is off by name', 'b.sh', 'docker buildx build⟦→ --sbom=false⟧ --attest type=provenance,disabled=true -t reg.acme.dev/a:1 ⟦--push→--output type=image,oci-mediatypes=false,push=true⟧ .\n'],
	['the environment', 'b.sh', 'BUILDX_NO_DEFAULT_ATTESTATIONS=1 docker buildx build -t reg.acme.dev/a:1 ⟦--push→--output type=image,oci-mediatypes=false,push=true⟧ .\n'],
	['export', 'b.sh', 'export BUILDX_NO_DEFAULT_ATTESTATIONS=true\ndocker buildx build -t reg.acme.dev/a:1 ⟦--push→--output type=image,oci-mediatypes=false,push=true⟧ .\n'],
	['env of a workflow', '.github/workflows/a.yml', 'on: push\nenv:\n  BUILDX_NO_DEFAULT_ATTESTATIONS: 1\njobs:\n  a:\n    steps:\n      - run: docker buildx build -t reg.acme.dev/a:1 ⟦--push→--output type=image,oci-mediatypes=false,push=true⟧ .\n'],
	['an output', 'b.sh', `docker buildx build${flags} -t reg.acme.dev/a:1 --output type=image,⟦→oci-mediatypes=false,⟧push=true .\n`],
	['a short output', 'b.sh', `docker buildx build${flags} -t reg.acme.dev/a:1 -o type=registry⟦→,oci-mediatypes=false⟧ .\n`],
	['a quoted output', 'b.sh', `docker buildx build${flags} --output="type=image,name=reg.acme.dev/a:1,⟦→oci-mediatypes=false,⟧push=true" .\n`],
	['OCI types asked for', 'b.sh', `docker buildx build${flags} --output type=image,oci-mediatypes=⟦true→false⟧,name=reg.acme.dev/a:1,push=true .\n`],
	['zstd, which Docker\'s layers cannot have', 'b.sh', `docker buildx build${flags} -o ⟦compression=zstd,→⟧type=image,⟦→oci-mediatypes=false,⟧push=true⟦,compression-level=19→⟧ -t reg.acme.dev/a:1 .\n`],
	['gzip stays', 'b.sh', `docker buildx build${flags} -o type=image,⟦→oci-mediatypes=false,⟧push=true,compression=gzip,compression-level=9 -t reg.acme.dev/a:1 .\n`],
	['a recipe', 'Makefile', `push:\n\tdocker buildx build${flags} -t $(IMAGE):$(TAG) ${output} .\n`],
	['a Taskfile', 'Taskfile.yml', `version: 3\ntasks:\n  push:\n    - docker buildx build${flags} -t reg.acme.dev/a:1 ${output} .\n`],
	['npm scripts', 'package.json', `{ "scripts": { "push": "docker buildx build${flags} -t reg.acme.dev/a:1 ${output} ." } }`],
	['bake', 'b.sh', `docker buildx bake${flags} ⟦--push→--set *.output=type=image,oci-mediatypes=false,push=true⟧ web\n`],
	['a dev container', 'b.sh', '⟦→BUILDX_NO_DEFAULT_ATTESTATIONS=1 ⟧devcontainer build --workspace-folder . ⟦--push true→--output type=image,name=reg.acme.dev/a:1,oci-mediatypes=false,push=true⟧ --image-name reg.acme.dev/a:1\n'],
	['a dev container with an output', 'b.sh', '⟦→BUILDX_NO_DEFAULT_ATTESTATIONS=1 ⟧devcontainer build --workspace-folder . --output "type=image,name=reg.acme.dev/a:1,⟦→oci-mediatypes=false,⟧push=true"\n'],
	['the short form of bake', 'b.sh', `docker buildx f${flags} ⟦--push→--set *.output=type=image,oci-mediatypes=false,push=true⟧\n`],
]);

fixCases('A build that writes Docker format, or pushes nothing, is left alone', old, [
	['all three', 'b.sh', 'docker buildx build --provenance=false --sbom=false --output type=image,oci-mediatypes=false,push=true -t reg.acme.dev/a:1 .\n'],
	['load', 'b.sh', 'docker buildx build --load -t reg.acme.dev/a:1 .\ndocker build -t reg.acme.dev/a:1 .\ndocker build -o out .\n'],
	['a push that is off', 'b.sh', 'docker buildx build --push=false -t reg.acme.dev/a:1 .\n'],
	['dev containers', 'b.sh', 'devcontainer build --buildkit never --push true --image-name reg.acme.dev/a:1\ndevcontainer build --output type=image,name=reg.acme.dev/a:1,oci-mediatypes=false,push=true\ndevcontainer build --output type=docker,dest=a.tar\n'],
	['a local output', 'b.sh', 'docker buildx build --output type=local,dest=out .\ndocker buildx build -o type=docker -t a .\n'],
]);

fixCases('The place in one word of a file decides without a setting', { code: 'oci-unsupported-by-target' }, [
	['a host of OpenShift 3.11', 'b.sh', `docker buildx build${flags} -t docker-registry.rahti.csc.fi/project/a:1 ${output} .\n`],
	['buildah', 'b.sh', 'buildah bud⟦→ --format=docker⟧ -t docker-registry.rahti.csc.fi/project/a:1 .\n'],
	['another host', 'b.sh', 'docker buildx build -t ghcr.io/acme/a:1 --push .\nbuildah bud -t quay.io/acme/a:1 .\n'],
]);

fixCases('Attestations are switched off where the place refuses them', quay, [
	['buildx build', 'b.sh', `docker buildx build${flags} --platform linux/amd64,linux/arm64 -t reg.acme.dev/a:1 --push .\n`],
	['an output', 'b.sh', `docker buildx build${flags} -t reg.acme.dev/a:1 -o type=registry .\n`],
	['build', 'b.sh', `docker build${flags} -t reg.acme.dev/a:1 --push .\n`],
	['an array that one branch fills', 'b.sh', `A=(--pull)\nOUT=()\nif [ -n "$CI" ]; then OUT=(--push); A+=(--no-cache); fi\ndocker buildx build${flags} -t reg.acme.dev/a:1 "\${A[@]}" "\${OUT[@]}" .\n`],
	['arrays that begin alike', 'b.sh', `OUT=(--pull)\nif [ -n "$CI" ]; then OUT+=(--push); fi\ndocker buildx build${flags} -t reg.acme.dev/a:1 "\${OUT[@]}" .\n`],
	['lines of their own', 'b.sh', 'docker buildx build \\\n⟦→\t--provenance=false \\\n\t--sbom=false \\\n⟧\t-t reg.acme.dev/a:1 \\\n\t--push .\n'],
	['provenance is on', 'b.sh', 'docker buildx build⟦→ --sbom=false⟧ --push ⟦--provenance=true→--provenance=false⟧ -t reg.acme.dev/a:1 .\n'],
	['an SBOM is on', 'b.sh', 'docker buildx build⟦→ --provenance=false⟧ --push ⟦--sbom=true→--sbom=false⟧ -t reg.acme.dev/a:1 .\n'],
	['an SBOM without a value', 'b.sh', 'docker buildx build⟦→ --provenance=false⟧ --push ⟦--sbom→--sbom=false⟧ -t reg.acme.dev/a:1 .\n'],
	['by name', 'b.sh', 'docker buildx build ⟦--attest type=provenance,mode=max→--provenance=false⟧ ⟦--attest=type=sbom→--sbom=false⟧ --push -t reg.acme.dev/a:1 .\n'],
	['bake', 'b.sh', `docker buildx bake${flags} --push\n`],
	['bake with a file', 'b.sh', `docker buildx bake${flags} -f docker-bake.hcl --push web\n`],
	['compose', 'b.sh', `docker compose build${flags} --push\n`],
	['compose with a file', 'b.sh', `docker compose -f prod.yaml build${flags} --push web\n`],
	['a dev container', 'b.sh', '⟦→BUILDX_NO_DEFAULT_ATTESTATIONS=1 ⟧devcontainer build --workspace-folder . --push true --image-name reg.acme.dev/a:1\n'],
	['a dev container in a workflow', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    steps:\n      - run: |\n          ⟦→BUILDX_NO_DEFAULT_ATTESTATIONS=1 ⟧devcontainer build --push true --image-name reg.acme.dev/a:1\n'],
	['a dev container behind a chain', 'b.sh', 'npm ci && ⟦→BUILDX_NO_DEFAULT_ATTESTATIONS=1 ⟧devcontainer build --push --image-name reg.acme.dev/a:1 --workspace-folder .\n'],
	['a workflow', '.github/workflows/a.yml', `on: push\njobs:\n  a:\n    steps:\n      - run: |\n          docker buildx build${flags} --push -t reg.acme.dev/a:1 .\n`],
	['a pipeline', '.gitlab-ci.yml', `build:\n  script:\n    - docker buildx build${flags} --push -t $CI_REGISTRY_IMAGE:1 .\n`],
]);

fixCases('Attestations that are off, or not pushed, are left alone', quay, [
	['flags', 'b.sh', 'docker buildx build --provenance=false --sbom=false --push -t reg.acme.dev/a:1 .\n'],
	['only the default one', 'b.sh', 'docker buildx build --provenance false --push -t reg.acme.dev/a:1 .\n'],
	['by name', 'b.sh', 'docker buildx build --attest type=provenance,disabled=true --push -t reg.acme.dev/a:1 .\n'],
	['the environment', 'b.sh', 'BUILDX_NO_DEFAULT_ATTESTATIONS=1 docker buildx build --push -t reg.acme.dev/a:1 .\n'],
	['load', 'b.sh', 'docker buildx build --load -t reg.acme.dev/a:1 .\ndocker compose build\ndocker buildx bake --load\n'],
	['the old builder', 'b.sh', 'DOCKER_BUILDKIT=0 docker build -t reg.acme.dev/a:1 .\ndocker push reg.acme.dev/a:1\n'],
	['buildah', 'b.sh', 'buildah bud -t reg.acme.dev/a:1 .\npodman push reg.acme.dev/a:1\n'],
	['bake by set', 'b.sh', 'docker buildx bake --set *.attest=type=provenance,disabled=true --push\n'],
	['a dev container without BuildKit', 'b.sh', 'devcontainer build --buildkit never --push true --image-name reg.acme.dev/a:1\n'],
	['a dev container with the variable', 'b.sh', 'export BUILDX_NO_DEFAULT_ATTESTATIONS=1\ndevcontainer build --push true --image-name reg.acme.dev/a:1\n'],
]);

fixCases('Docker media types and attestations exclude each other', { code: 'push-oci-mediatype-conflict' }, [
	['no flags', 'b.sh', `docker buildx build${flags} --output type=image,oci-mediatypes=false,push=true -t reg.acme.dev/a:1 .\n`],
	['the default provenance is off', 'b.sh', 'docker buildx build --provenance=false --output type=image,oci-mediatypes=false,push=true -t reg.acme.dev/a:1 .\n'],
	['an SBOM is asked for', 'b.sh', 'docker buildx build --provenance=false ⟦--sbom=true→--sbom=false⟧ --output type=image,oci-mediatypes=false,push=true -t reg.acme.dev/a:1 .\n'],
	['zstd', 'b.sh', 'docker buildx build --provenance=false --sbom=false --output type=image,oci-mediatypes=false⟦,compression=zstd→⟧,push=true -t reg.acme.dev/a:1 .\n'],
	['in quotes', 'b.sh', `docker buildx build${flags} -o "type=registry,oci-mediatypes=false" -t reg.acme.dev/a:1 .\n`],
	['a recipe', 'Makefile', `push:\n\t@docker buildx build${flags} -o type=registry,oci-mediatypes=false -t a:1 .\n`],
	['OCI types', 'b.sh', 'docker buildx build -o type=registry,oci-mediatypes=true -t reg.acme.dev/a:1 .\n'],
	['the environment', 'b.sh', 'BUILDX_NO_DEFAULT_ATTESTATIONS=1 docker buildx build -o type=registry,oci-mediatypes=false -t reg.acme.dev/a:1 .\n'],
]);
