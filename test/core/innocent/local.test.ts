import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/util/formatMessage.ts';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';

/** No registry has any image: whoever is asked about what the workspace makes itself, or about nobody's name, accuses a right file. */
describe('Names that no registry needs to know are not asked for', () => {
	const table: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		'what a workflow builds and runs': { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          load: true\n          tags: acme/app:ci\n      - run: docker run --rm acme/app:ci pytest\n      - uses: aquasecurity/trivy-action@0.28.0\n        with:\n          image-ref: acme/app:ci\n' },
		'what an output names': { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          outputs: type=docker,name=acme/app:ci\n      - run: docker run --rm acme/app:ci\n' },
		'a container that is kept as an image': { Makefile: 'image:\n\tdocker commit $$(docker ps -aqf "name=^tool$$") tool:latest\nrun: image\n\tdocker run --rm tool true\n' },
		'what a build prints, with the words behind it': { 'test.sh': 'docker run --rm $(docker build -q .) npm test\ndocker run --rm `podman build --quiet .` pytest\ndocker run --rm $(sudo docker-compose images -q web) pytest\n' },
		'functions of make in a continued line': { Makefile: 'Q =\npush:\n\t$(Q)docker manifest create $(R)/app:1 \\\n\t\t$(foreach ARCH,$(ARCHS),--amend docker.io/app:$(ARCH))\n' },
		'names that podman looks for elsewhere': { Containerfile: 'FROM ubi8-init\nFROM ubi9:9.6\nFROM fedora-minimal:42\nFROM app-base\n', 'run.sh': 'podman run --rm centos:stream9 true\npodman run --rm tool true\n' },
		'a Dockerfile of another program\'s words': { 'Dockerfile.deb.m4': 'ARG from=DOCKER_IMAGE\nFROM ${from} AS build\nifelse(D_TYPE, docker)\n' },
		'names that mean nothing': { 'compose.yaml': 'services:\n  a:\n    image: foo\n  b:\n    image: foo/bar:1\n', 'docs/use.md': '```sh\ndocker pull myuser/image:1\ndocker pull myregistry.local:5000/test/image\ndocker pull registry.mycompany.com/tools/cli:2\n```\n' },
		'what is never pulled': { 'pod.yaml': 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: acme/app:dev\n      imagePullPolicy: Never\n', 'compose.yaml': 'services:\n  a:\n    image: acme/a:1\n    pull_policy: never\n', 'a.container': '[Container]\nImage=quay.io/acme/a:1\nPull=never\n', 'run.sh': 'docker run --pull=never acme/b:1\nkubectl run a --image=acme/c:1 --image-pull-policy=Never\n' },
		'what a program builds that nobody knows': { Makefile: 'image:\n\t$(OCI_BUILD) $(ARGS) -f Dockerfile -t rootfs .\n\tdocker create rootfs true\n' },
		'caches of commands and actions': { 'build.sh': 'docker build --cache-from acme/app:cache,acme/app:old .\ndocker buildx bake --set app.cache-from=type=registry,ref=acme/app:buildcache\n' },
		'names in the data of tests': { 'pkg/testdata/pod.yaml': 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: test-image\n' },
		'stages that the platform chooses': { Dockerfile: 'FROM scratch AS bin-linux\nFROM scratch AS bin-windows\nFROM bin-${TARGETOS}\n', 'docker-bake.hcl': 'target "bin" { platforms = ["local"] }\ntarget "all" { platforms = ["linux/amd64", "windows/amd64"] }\n' },
	};
	for (const [what, files] of Object.entries(table)) {
		it(what, async () => {
			const { findings } = await checkDiagnosis(files, { registry: '*: !repository-missing' });
			assert.deepEqual(findings.map(({ file, span, code, message }) => `${file}:${span.start} ${code} ${formatMessage(message)}`), []);
		});
	}
});
