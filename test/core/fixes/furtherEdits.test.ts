import { fixCases } from '../../support/fixCases.ts';

const step = (inputs: string): string => `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: docker/build-push-action@v6\n${inputs}`;
const workflow = '.github/workflows/a.yml';
const single = 'docker.io/library/one: 1[index,linux/amd64]';

fixCases('A push to a place without OCI says its format', { code: 'skopeo-dest-format-implicit', settings: 'targets: openshift-3.11' }, [
	['podman', 'b.sh', 'podman push⟦→ --format=v2s2⟧ r.acme.dev/p/app:1\n'],
	['as the command spells flags', 'b.sh', 'buildah push⟦→ --format=v2s2⟧ --tls-verify=false app:1 docker://r.acme.dev/p/app:1\n'],
	['a recipe', 'Makefile', 'p:\n\t@podman image push⟦→ --format=v2s2⟧ r.acme.dev/p/app:1\n'],
	['what the file builds has its format', 'b.sh', 'podman build --format=docker -t r.acme.dev/p/app:1 .\npodman push r.acme.dev/p/app:1\n'],
	['a place on this machine', 'b.sh', 'podman push app:1 oci-archive:app.tar\n'],
	['it is said', 'b.sh', 'podman push --format docker r.acme.dev/p/app:1\n'],
	['perhaps it is said', 'b.sh', 'podman push $PUSH_FLAGS r.acme.dev/p/app:1\n'],
]);

fixCases('A name with a variable gets its transport', { code: 'skopeo-missing-transport' }, [
	['a tag', 'b.sh', 'skopeo copy docker://quay.io/a/b:1 "⟦→docker://⟧r.acme.dev/b:$TAG"\n'],
	['a port', 'b.sh', 'skopeo inspect ⟦→docker://⟧localhost:5000/b:${TAG}\n'],
	['the whole name', 'b.sh', 'skopeo inspect "$IMAGE"\n'],
	['a transport', 'b.sh', 'skopeo copy dir:$DIR oci:x/y:$TAG\n'],
]);

fixCases('A blank behind a backslash goes, whatever the next line is', { code: 'shell-line-continuation' }, [
	['an operand', 'b.sh', 'skopeo copy \\⟦  →⟧\n  docker://a/b:1 docker://r.acme.dev/b:1\n'],
	['in a block', 'README.md', '```sh\nskopeo copy \\⟦ →⟧\n  docker://a/b:1 docker://r.acme.dev/b:1\n```\n'],
	['another command', 'b.sh', 'docker build -t a:1 . \\ \necho done\n'],
]);

fixCases('Inputs in braces keep their lines', { code: 'gha-provenance-default', settings: 'targets: quay-3.8' }, [
	['lines', workflow, step('        with: {\n          push: true,\n          tags: r.acme.dev/a:1⟦→,\n          provenance: false,\n          sbom: false⟧\n        }\n')],
	['CRLF', workflow, step('        with: {\n          push: true,\n          tags: r.acme.dev/a:1⟦→,\n          provenance: false,\n          sbom: false⟧\n        }\n').replaceAll('\n', '\r\n')],
	['one line', workflow, step('        with: { push: true, tags: "r.acme.dev/a:1"⟦→, provenance: false, sbom: false⟧ }\n')],
	['outputs on lines', workflow, step('        with:\n          outputs: |\n            type=registry\n          tags: r.acme.dev/a:1\n⟦→          provenance: false\n          sbom: false\n⟧')],
	['a variable from elsewhere', workflow, step('        with:\n          push: true\n          tags: r.acme.dev/a:1\n        env:\n          BUILDX_NO_DEFAULT_ATTESTATIONS: ${{ vars.PLAIN }}\n')],
]);

fixCases('Outputs on lines are made to write Docker format', { code: 'oci-unsupported-by-target', settings: 'targets: openshift-3.11' }, [
	['a block', workflow, step('        with:\n          outputs: |\n            type=image,name=r.acme.dev/a,⟦→oci-mediatypes=false,⟧push=true\n          provenance: false\n          sbom: false\n          tags: r.acme.dev/a:1\n')],
	['what does not push stays', workflow, step('        with:\n          outputs: |\n            type=docker\n            type=registry⟦→,oci-mediatypes=false⟧\n          provenance: false\n          sbom: false\n          tags: r.acme.dev/a:1\n')],
	['the variable of buildx is set', workflow, step('        with:\n          ⟦push: true→outputs: type=image,oci-mediatypes=false,push=true⟧\n          tags: r.acme.dev/a:1\n        env:\n          BUILDX_NO_DEFAULT_ATTESTATIONS: 1\n')],
]);

fixCases('A step with Docker media types makes no attestations', { code: 'push-oci-mediatype-conflict' }, [
	['inputs are added', workflow, step('        with:\n          outputs: type=image,oci-mediatypes=false,push=true\n          tags: r.acme.dev/a:1\n⟦→          provenance: false\n          sbom: false\n⟧')],
	['one is changed', workflow, step('        with:\n          outputs: type=image,oci-mediatypes=false,push=true\n          provenance: ⟦mode=max→false⟧\n          sbom: false\n')],
	['they are off', workflow, step('        with:\n          outputs: type=image,oci-mediatypes=false,push=true\n          provenance: false\n')],
]);

fixCases('A platform that is there can be asked for', { code: 'platform-missing', registry: single }, [
	['FROM', 'Dockerfile', 'FROM --platform=⟦linux/arm64→linux/amd64⟧ one:1\n'],
	['a service', 'compose.yaml', 'services:\n  a:\n    platform: "⟦linux/arm64→linux/amd64⟧"\n    image: one:1\n'],
	['a command', 'b.sh', 'docker run --platform ⟦linux/arm64→linux/amd64⟧ one:1\n'],
	['a dev container', '.devcontainer/devcontainer.json', '{ "image": "one:1", "runArgs": ["--platform=⟦linux/arm64→linux/amd64⟧"] }\n'],
]);

fixCases('A platform can be named where none is', { code: 'platform-missing', registry: single, settings: 'platforms: linux/arm64' }, [
	['FROM', 'Dockerfile', 'FROM ⟦→--platform=linux/amd64 ⟧one:1 AS x\n'],
	['a service', 'compose.yaml', 'services:\n  a:\n    image: one:1 # x\n⟦→    platform: linux/amd64\n⟧    ports: []\n'],
	['the end of the file', 'compose.yaml', 'services:\r\n  a:\r\n    image: one:1⟦→\r\n    platform: linux/amd64⟧'],
	['a command', 'b.sh', 'docker run⟦→ --platform=linux/amd64⟧ --rm one:1\n'],
]);

fixCases('A flag without its value takes no other along', { code: 'push-attestation-rejected-quay', settings: 'targets: quay-3.8' }, [
	['the next one is there', 'b.sh', 'docker buildx build --provenance⟦→=false⟧ --sbom=false -t r.acme.dev/a:1 --push .\n'],
]);
