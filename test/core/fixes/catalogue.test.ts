import { fixCases } from '../../support/fixCases.ts';

const old = 'docker-registry.default.svc:5000/a/redis:7';

fixCases('A list for OpenShift 3.11 becomes one platform', { code: 'openshift311-no-manifest-list' }, [
	['skopeo', 'b.sh', `skopeo copy⟦ --all→⟧ docker://redis:7 docker://${old}\n`],
	['the short flag', 'b.sh', `skopeo copy⟦ -a→⟧ --format v2s2 docker://redis:7 docker://${old}\n`],
	['on a line of its own', 'b.sh', `skopeo copy \\\n  --format v2s2⟦ \\\n  --all→⟧ \\\n  docker://redis:7 docker://${old}\n`],
	['a recipe', 'Makefile', `copy:\n\t@skopeo copy⟦ --all→⟧ docker://redis:7 docker://${old}\n`],
	['a build', 'b.sh', `docker buildx build --platform=⟦linux/amd64,linux/arm64→linux/amd64⟧ -t ${old} --push .\n`],
	['a quoted list', 'b.sh', `docker buildx build --platform "⟦linux/arm64,linux/amd64→linux/arm64⟧" -t ${old} --push .\n`],
	['one platform', 'b.sh', `docker buildx build --platform linux/amd64 -t ${old} --push .\nskopeo copy docker://redis:7 docker://${old}\n`],
	['another registry', 'b.sh', 'skopeo copy --all docker://redis:7 docker://quay.io/a/redis:7\ndocker buildx build --platform linux/amd64,linux/arm64 -t quay.io/a/b:1 --push .\n'],
	['nothing is pushed', 'b.sh', `docker buildx build --platform linux/amd64,linux/arm64 -t ${old} .\n`],
	['the newer registry of the same place', 'b.sh', 'skopeo copy --all docker://redis:7 docker://image-registry.apps.2.rahti.csc.fi/a/redis:7\n'],
]);

fixCases('A feature without registry gets the one that it has', { code: 'devcontainer-feature-registry-invalid' }, [
	['with a version', '.devcontainer/devcontainer.json', '{ "features": { "⟦→ghcr.io/⟧devcontainers/features/node:1": {} } }'],
	['with a digest', '.devcontainer/devcontainer.json', `{\r\n  "features": {\r\n    "⟦→ghcr.io/⟧devcontainers/features/node@sha256:${'ab'.repeat(32)}": {}\r\n  }\r\n}`],
	['a release on GitHub', '.devcontainer/devcontainer.json', '{ "features": { "devcontainers/features/node": {}, "acme/things/tool@v1": {} } }'],
	['a registry', '.devcontainer/devcontainer.json', '{ "features": { "ghcr.io/devcontainers/features/node:1": {}, "localhost:5000/a/b:1": {}, "127.0.0.1:5000/a/b:1": {} } }'],
	['a name from before', '.devcontainer/devcontainer.json', '{ "features": { "docker-in-docker": {}, "./mine": {}, "https://a.example/devcontainer-feature-x.tgz": {} } }'],
	['a variable', '.devcontainer/devcontainer.json', '{ "features": { "${localEnv:REG}/a/b:1": {} } }'],
]);

fixCases('Compose is told that it builds', { code: 'compose-local-image-not-built', settings: 'severity: compose-local-image-not-built=hint' }, [
	['below the image', 'compose.yaml', 'services:\n  a:\n    image: acme/a:1 # ours\n⟦→    pull_policy: build\n⟧    build: .\n'],
	['CRLF', 'compose.yaml', 'services:\r\n  a:\r\n    image: "acme/a:1"\r\n⟦→    pull_policy: build\r\n⟧    build: .\r\n'],
	['it is told', 'compose.yaml', 'services:\n  a:\n    image: acme/a:1\n    build: .\n    pull_policy: always\n'],
	['it only pulls', 'compose.yaml', 'services:\n  a:\n    image: acme/a:1\n'],
]);

fixCases('Capitals beside a variable become small', { code: 'ref-uppercase-repository' }, [
	['a workflow', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          tags: |\n            ghcr.io/${{ github.repository_owner }}/⟦MyApp→myapp⟧:1\n            ghcr.io/${{ github.repository }}:RC1\n'],
	['Compose', 'compose.yaml', 'services:\n  a:\n    image: ghcr.io/⟦Acme→acme⟧/app:${TAG}\n'],
	['a recipe', 'Makefile', 'push:\n\tdocker push ghcr.io/$(OWNER)/⟦MyApp→myapp⟧:1\n'],
	['beside a default', 'compose.yaml', 'services:\n  a:\n    image: ${REGISTRY:-ghcr.io/⟦Acme→acme⟧}/⟦Web→web⟧:1\n'],
	['in an argument and beside it', 'Dockerfile', 'ARG REGISTRY=ghcr.io/⟦Acme→acme⟧\nFROM ${REGISTRY}/⟦Base→base⟧:1\n'],
	['in a variable of a variable', 'Makefile', 'ORG := ⟦Acme→acme⟧\nIMG := ghcr.io/$(ORG)/web:1\npush:\n\tdocker push $(IMG)\n'],
	['in a variable of a bake file', 'docker-bake.hcl', 'variable "REG" { default = "ghcr.io/⟦Acme→acme⟧" }\ntarget "a" { tags = ["${REG}/web:1"] }\n'],
	['in front of an open tag', '.gitlab-ci.yml', 'variables:\n  IMG: ghcr.io/⟦Acme→acme⟧/⟦Web→web⟧\nb:\n  script:\n    - docker push "$IMG:$CI_COMMIT_SHA"\n'],
	['around an open variable', 'b.sh', 'docker push ghcr.io/⟦Acme→acme⟧/$TEAM⟦-App→-app⟧/web:1\n'],
	['what a shell makes small', 'b.sh', 'IMG=ghcr.io/Acme/Web\ndocker push "${IMG,,}:$TAG"\n'],
	['what is lowered by a command', 'b.sh', 'docker push ghcr.io/$(echo $OWNER/App | tr A-Z a-z):1\ndocker run $FLAGS $HOME/Work/Tool\n'],
]);

const gone = 'registry.centos.org/centos/nodejs: !unreachable,cause=dns\nregistry.centos.org/centos: !unreachable,cause=dns\nquay.io/centos/centos: centos7 7';
fixCases('A closed registry becomes the one that has the image', { code: 'registry-retired', registry: gone }, [
	['with its tag', 'Dockerfile', 'FROM ⟦registry.centos.org/centos→quay.io/centos/centos⟧:⟦7→centos7⟧ AS a\n'],
	['another registry', 'Dockerfile', 'FROM quay.io/centos/centos:centos7\n'],
]);
