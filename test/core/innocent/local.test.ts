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
		'what a chart never pulls': { 'chart/values.yaml': 'image:\n  repository: acme/app\n  tag: dev\n  pullPolicy: Never\nsidecar:\n  image: acme/side:dev\n  imagePullPolicy: Never\n' },
		'one name of several services, one of which builds it': { 'compose.yaml': 'x-app: &app\n  image: acme/app:dev\nservices:\n  worker: *app\n  web:\n    <<: *app\n    build: .\n  clock: *app\n' },
		'what Compose calls its images': { 'compose.yaml': 'name: shop\nservices:\n  web:\n    build: ./web\n', 'e2e/docker-compose.yml': 'services:\n  runner:\n    build: ./runner\n', 'ci.sh': 'docker compose build\ndocker run --rm shop-web true\ndocker run --rm e2e_runner true\n' },
		'names of which a loop knows one part': { 'build.sh': 'for d in services/*/; do\n  docker build -t "acme/shop-$(basename $d):dev" "$d"\ndone\ndocker run --rm acme/shop-cart:dev true\n', 'build.cmd': 'docker build -t ghcr.io/acme/%NAME%:1 .\n', 'pod.yaml': 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: ghcr.io/acme/cart:1\n' },
		'what an archive holds': { 'run.sh': 'docker load -i app.tar\ndocker run --rm acme/app:1.4 true\ndocker tag tool:1 acme/tool:1\n', 'pod.sh': 'podman image load < app.tar\npodman create localhost/app:1\n' },
		'what programs for other languages build': { 'run.sh': './mvnw compile jib:dockerBuild -Djib.to.image=jibbed\ndocker run jibbed\n./gradlew bootBuildImage --imageName=booted\ndocker run booted\ndotnet publish -t:PublishContainer -p:ContainerRepository=netted\ndocker run netted\ns2i build . quay.io/acme/builder sourced\ndocker run sourced\n' },
		'what a kustomization gives another name or tag': { 'base/pod.yaml': 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: controller\n    - image: ghcr.io/acme/app:latest\n', 'kustomization.yaml': 'images:\n  - name: controller\n    newName: built\n  - newTag: v1\n    name: ghcr.io/acme/app\n', 'build.sh': 'docker build -t built .\ndocker build -t ghcr.io/acme/app:v1 .\n' },
		'what another file of the project builds': { 'compose.yaml': 'services:\n  app:\n    image: acme/app\n', 'build.yaml': 'services:\n  app:\n    build: .\n', 'up.sh': 'docker compose up -d\ndocker compose -f compose.yaml -f build.yaml up --build\n' },
		'what is copied into an engine': { 'run.sh': 'skopeo copy oci-archive:a.tar docker-daemon:copied:1\ndocker run copied:1\n' },
		'what an included pipeline builds': { '.gitlab-ci.yml': 'include: ci/build.yml\ntest:\n  image: acme/tester:ci\n  script: x\n', 'ci/build.yml': 'b:\n  stage: build\n  script:\n    - docker build -t acme/tester:ci .\n' },
		'archives among what a cluster takes': { 'load.sh': 'minikube image load ./out/app.tgz\nk3d image import /tmp/app.tar other.tar.gz\n' },
	};
	for (const [what, files] of Object.entries(table)) {
		it(what, async () => {
			const { findings } = await checkDiagnosis(files, { registry: '*: !repository-missing' });
			assert.deepEqual(findings.map(({ file, span, code, message }) => `${file}:${span.start} ${code} ${formatMessage(message)}`), []);
		});
	}

	const asked: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		'another name than the built ones of which one part is known': { 'build.sh': 'docker build -t "acme/shop-$d:dev" .\ndocker run --rm acme/cart:dev true\n' },
		'a name of which nothing is known when it is built': { 'build.sh': 'docker build -t "$REPO/app:1" .\ndocker run --rm acme/app:1 true\n' },
		'a name of whose namespace nothing is known when it is built': { 'build.sh': 'docker build -t "ghcr.io/$OWNER/$NAME:1" .\ndocker run --rm ghcr.io/acme/app:1 true\n' },
		'an image of Docker\'s own that is called as a service would be': { 'compose.yaml': 'services:\n  temurin:\n    build: ./web\n', 'run.sh': 'docker run --rm eclipse-temurin\n' },
		'an image of Docker\'s own after an archive was loaded': { 'run.sh': 'docker load -i app.tar\ndocker run --rm postgres:17 true\n' },
		'what is pulled after an archive was loaded': { 'run.sh': 'docker load -i app.tar\ndocker pull acme/app:1\n' },
		'what is run before an archive is loaded': { 'run.sh': 'docker run --rm acme/app:1 true\ndocker load -i app.tar\n' },
		'a service that has a name of its own': { 'compose.yaml': 'name: shop\nservices:\n  web:\n    build: ./web\n    image: acme/web\n', 'ci.sh': 'docker run --rm shop-web true\n' },
		'what a kustomization puts in place': { 'pod.yaml': 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: app:1\n', 'kustomization.yaml': 'images:\n  - name: app\n    newName: ghcr.io/acme/app\n    newTag: v1\n' },
		'what a pipeline beside a kustomization runs': { '.gitlab-ci.yml': 'test:\n  image: ghcr.io/acme/app:latest\n', 'kustomization.yaml': 'images:\n  - name: ghcr.io/acme/app\n' },
		'a chart that pulls what is not there': { 'values.yaml': 'image:\n  repository: acme/app\n  tag: dev\n  pullPolicy: IfNotPresent\n' },
	};
	for (const [what, files] of Object.entries(asked)) {
		it(`but ${what} is`, async () => {
			const { findings } = await checkDiagnosis(files, { registry: '*: !repository-missing' });
			assert.deepEqual(findings.map(({ code }) => code), ['repository-not-found']);
		});
	}
});
