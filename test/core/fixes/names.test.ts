import { fixCases } from '../../support/fixCases.ts';

const digest = `sha256:${'0a'.repeat(32)}`;

fixCases('Capitals in a name become lower case', { code: 'ref-uppercase-repository' }, [
	['FROM', 'Dockerfile', 'FROM quay.io/⟦Acme/Web→acme/web⟧:V1\n'],
	['an action that writes lower case', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    steps:\n      - uses: docker/metadata-action@v5\n        with:\n          images: ghcr.io/Acme/Web\n'],
	['FROM with a stage', 'Dockerfile', 'FROM --platform=linux/amd64 ghcr.io/⟦Acme/web→acme/web⟧:1.0 AS Build # no\n'.replace(' # no', '')],
	['lower-case instructions', 'Dockerfile', 'from ghcr.io/⟦acme/Web→acme/web⟧ as build\n'],
	['CRLF', 'Dockerfile', 'FROM ghcr.io/⟦acme/Web→acme/web⟧:1\r\nRUN true\r\n'],
	['COPY', 'Dockerfile', 'FROM alpine:3.22\nCOPY --from=ghcr.io/⟦acme/Tools→acme/tools⟧:1 /a /a\n'],
	['a mount', 'Dockerfile', 'FROM alpine:3.22\nRUN --mount=type=bind,from=ghcr.io/⟦acme/Tools→acme/tools⟧,target=/t true\n'],
	['Compose', 'compose.yaml', 'services:\n  a:\n    image: ghcr.io/⟦Acme/a→acme/a⟧:1 # x\n'],
	['Compose with quotes', 'compose.yaml', 'services:\n  a:\n    image: "ghcr.io/⟦Acme/a→acme/a⟧:1"\n'],
	['Compose as a flow map', 'compose.yaml', "services: { a: { image: 'ghcr.io/⟦Acme/a→acme/a⟧' } }\n"],
	['a dev container', '.devcontainer/devcontainer.json', '{\n  // base\n  "image": "ghcr.io/⟦Acme/dev→acme/dev⟧:1", // keep\n}\n'],
	['bake', 'docker-bake.hcl', 'target "a" {\n  tags = ["ghcr.io/⟦Acme/a→acme/a⟧:1"]\n}\n'],
	['Kubernetes', 'deploy.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      image: ghcr.io/⟦Acme/a→acme/a⟧:1\n'],
	['Quadlet', 'a.container', '[Container]\nImage=ghcr.io/⟦Acme/a→acme/a⟧:1\n'],
	['a script', 'b.sh', 'docker pull "ghcr.io/⟦Acme/a→acme/a⟧:1"\n'],
	['a job container', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    container: ghcr.io/⟦Acme/a→acme/a⟧:1\n    steps: [{ run: "true" }]\n'],
	['tags of an action', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: |\n            ghcr.io/acme/a:1\n            ghcr.io/⟦Acme/a→acme/a⟧:2\n'],
	['a pipeline', '.gitlab-ci.yml', 'image: registry.gitlab.com/⟦Acme/ci→acme/ci⟧:1\na:\n  script: "true"\n'],
	['with a digest', 'Dockerfile', `FROM ghcr.io/⟦Acme/a→acme/a⟧:1@${digest}\n`],
	['a recipe', 'Makefile', 'pull:\n\t@docker pull ghcr.io/⟦Acme/a→acme/a⟧:1\n'],
]);

fixCases('A scheme is removed', { code: 'ref-has-scheme' }, [
	['the address of the API', 'Dockerfile', 'FROM ⟦https://→⟧quay.io⟦/v2→⟧/acme/app:1\n'],
	['an organisation of that name', 'compose.yaml', 'services:\n  a:\n    image: ⟦docker://→⟧quay.io/v2/app:1\n'],
	['https', 'Dockerfile', 'FROM ⟦https://→⟧ghcr.io/acme/a:1\n'],
	['http', 'Dockerfile', 'FROM ⟦http://→⟧reg.acme.dev:5000/a:1 AS b\n'],
	['docker', 'Dockerfile', 'FROM ⟦docker://→⟧alpine:3.22\n'],
	['oci', 'Dockerfile', 'FROM ⟦oci://→⟧ghcr.io/acme/a:1\n'],
	['Compose', 'compose.yaml', 'services:\n  a:\n    image: "⟦https://→⟧ghcr.io/acme/a:1" # x\n'],
	['Kubernetes', 'p.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: ⟦docker://→⟧ghcr.io/acme/a:1\n'],
	['a dev container', 'devcontainer.json', '{"image":"⟦https://→⟧ghcr.io/acme/a:1"}'],
	['a script', 'b.sh', 'docker pull ⟦https://→⟧ghcr.io/acme/a:1\n'],
	['a kustomization', 'kustomization.yaml', 'images:\n- name: a\n  newName: ⟦https://→⟧reg.acme.dev/a\n  newTag: "1"\n'],
	['values of a chart', 'chart/values.yaml', 'image:\n  repository: ⟦https://→⟧reg.acme.dev/a\n  tag: "1"\n', { 'chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n' }],
	['the address of a source', 'chart/values.yaml', 'source:\n  repository: https://git.acme.dev/a\n  tag: "1"\n', { 'chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n' }],
	['podman takes docker://', 'b.sh', 'podman pull docker://alpine:3.22\nbuildah from docker://quay.io/acme/a:1\n'],
	['skopeo takes docker://', 'b.sh', 'skopeo inspect docker://alpine:3.22\n'],
	['workflow steps take docker://', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    steps:\n      - uses: docker://alpine:3.22\n'],
	['helm takes oci://', 'b.sh', 'helm pull oci://ghcr.io/acme/chart --version 1\n'],
]);

for (const code of ['ref-has-scheme', 'ref-invalid-format']) {
	fixCases('The address of a page is said once', { code }, [
		['with a scheme', 'Dockerfile', 'FROM https://hub.docker.com/r/grafana/loki:3\n'],
		['an official image', 'Dockerfile', 'FROM hub.docker.com/_/node:22\n'],
	]);
}

fixCases('The address of a page becomes the image', { code: 'ref-web-url-pasted' }, [
	['a tag with a default', 'compose.yaml', 'services:\n  a:\n    image: ⟦https://hub.docker.com/r/grafana/loki→docker.io/grafana/loki⟧:${TAG:-3}\n'],
	['an official image', 'Dockerfile', 'FROM ⟦hub.docker.com/_/node→docker.io/library/node⟧:22\n'],
	['an image of Docker Hub', 'Dockerfile', 'FROM ⟦hub.docker.com/r/grafana/loki→docker.io/grafana/loki⟧\n'],
	['with https', 'Dockerfile', 'FROM ⟦https://hub.docker.com/r/grafana/loki→docker.io/grafana/loki⟧\n'],
	['Quay', 'compose.yaml', 'services:\n  a:\n    image: ⟦quay.io/repository/projectquay/quay→quay.io/projectquay/quay⟧\n'],
	['with https in quotes', 'compose.yaml', 'services:\n  a:\n    image: "⟦https://quay.io/repository/projectquay/quay→quay.io/projectquay/quay⟧"\n'],
	['a package of GitHub', 'Dockerfile', 'FROM ⟦github.com/acme/web/pkgs/container/web→ghcr.io/acme/web⟧\n'],
	['Amazon', 'Dockerfile', 'FROM ⟦gallery.ecr.aws/nginx/nginx→public.ecr.aws/nginx/nginx⟧:1\n'],
	['a kustomization', 'kustomization.yaml', 'images:\n- name: x\n  newName: ⟦quay.io/repository/acme/a→quay.io/acme/a⟧\n  newTag: "1"\n'],
	['a script', 'b.sh', 'docker pull ⟦https://hub.docker.com/_/node→docker.io/library/node⟧\n'],
]);

fixCases('Inner hosts of Docker Hub are replaced', { code: 'ref-hub-endpoint-as-domain' }, [
	['a tag that nobody knows', 'b.sh', 'docker pull ⟦registry.hub.docker.com→docker.io⟧/grafana/loki:$TAG\n'],
	['an official image with a tag that nobody knows', 'compose.yaml', 'services:\n  a:\n    image: ⟦registry-1.docker.io→docker.io/library⟧/node:${TAG}\n'],
	['one word', 'Dockerfile', 'FROM ⟦registry-1.docker.io→docker.io/library⟧/node:22\n'],
	['two words', 'Dockerfile', 'FROM ⟦registry.hub.docker.com→docker.io⟧/grafana/loki:3\n'],
	['library', 'Dockerfile', 'FROM ⟦registry.hub.docker.com→docker.io⟧/library/node:22\n'],
	['Compose', 'compose.yaml', 'services:\n  a:\n    image: "⟦registry-1.docker.io→docker.io⟧/grafana/loki:3"\n'],
	['a script', 'b.sh', 'docker pull ⟦registry-1.docker.io→docker.io/library⟧/node:22\n'],
	['the web site', 'Dockerfile', 'FROM ⟦hub.docker.com→docker.io⟧/grafana/loki:3\n'],
	['a page of the web site', 'Dockerfile', 'FROM hub.docker.com/_/node:22\nFROM hub.docker.com/r/grafana/loki:3\n'],
	['the index', 'Dockerfile', 'FROM index.docker.io/library/node:22\nFROM docker.io/node:22\n'],
]);

fixCases('What the grammar refuses is mended', { code: 'ref-invalid-format' }, [
	['an empty tag', 'Dockerfile', 'FROM alpine⟦:→⟧\n'],
	['an empty tag with a stage', 'Dockerfile', 'FROM ghcr.io/acme/a⟦:→⟧ AS b\n'],
	['an empty tag in quotes', 'compose.yaml', 'services:\n  a:\n    image: "node⟦:→⟧"\n'],
	['two tags', 'Dockerfile', 'FROM node:⟦10:16→10.16⟧\n'],
	['two tags and a variant', 'compose.yaml', 'services:\n  a:\n    image: node:⟦10:16-alpine→10.16-alpine⟧\n'],
	['two slashes', 'Dockerfile', 'FROM ghcr.io/⟦/→⟧acme/a:1\n'],
	['two slashes in front of a tag that stands elsewhere', 'kustomization.yaml', 'images:\n- name: a\n  newName: ghcr.io/⟦/→⟧acme/a\n  newTag: "1"\n'],
	['a trailing colon in a script', 'b.sh', 'docker pull alpine⟦:→⟧\n'],
	['templates', 'compose.yaml', 'services:\n  a:\n    image: "node:{{ tag }}"\n'],
	['a quote of a page that is never closed', 'README.md', '# Run\n\n```sh\ndocker run -d -p 5000:5000 registry:2"\n```\n'],
	['percents', 'b.sh', 'docker pull node:%TAG%\n'],
]);

fixCases('Short names get their registry where podman reads them', { code: 'ref-unqualified-short-name' }, [
	['buildah from', 'b.sh', 'buildah from --name x ⟦→docker.io/library/⟧mongo:8\n'],
	['podman pull', 'b.sh', 'podman pull "⟦→docker.io/⟧grafana/loki:3"\n'],
	['podman run', 'b.sh', 'podman run --rm -v "$PWD:/w" ⟦→docker.io/library/⟧mongo:8 mongosh\n'],
	['a Containerfile', 'Containerfile', 'FROM ⟦→docker.io/⟧grafana/loki:3\n'],
	['Quadlet', 'a.container', '[Container]\nImage=⟦→docker.io/library/⟧mongo:8\n'],
	['full names', 'b.sh', 'podman pull docker.io/library/mongo:8\npodman run quay.io/acme/a\n'],
	['names with an alias', 'b.sh', 'podman run --rm alpine:3.22\npodman pull node:22\n'],
	['local names', 'b.sh', 'podman build -t app .\npodman run --rm app\n'],
	['docker', 'b.sh', 'docker pull mongo:8\n'],
]);

fixCases('Short names get their registry for OpenShift', { code: 'ref-unqualified-short-name', settings: 'targets: openshift-4' }, [
	['a manifest', 'p.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: ⟦→docker.io/library/⟧mongo:latest\n'],
	['a manifest with quotes', 'p.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: "⟦→docker.io/⟧acme/a"\n'],
	['library', 'p.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: ⟦→docker.io/⟧library/mongo\n'],
]);

fixCases('Short names get their registry where a kind of OpenShift stands', { code: 'ref-unqualified-short-name' }, [
	['a DeploymentConfig', 'dc.yaml', 'apiVersion: apps.openshift.io/v1\nkind: DeploymentConfig\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: ⟦→docker.io/library/⟧mongo:8\n'],
	['plain Kubernetes', 'd.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: mongo:8\n'],
]);

fixCases('Arguments get a default', { code: 'ref-arg-without-default' }, [
	['the tag', 'Dockerfile', 'ARG TAG⟦→=latest⟧\nFROM node:$TAG\n'],
	['the tag in braces', 'Dockerfile', '# base\nARG TAG⟦→=latest⟧ \nFROM node:${TAG} AS base\n'],
	['an equals sign', 'Dockerfile', 'ARG TAG=⟦→latest⟧\nFROM node:${TAG}\n'],
	['CRLF', 'Dockerfile', 'ARG TAG⟦→=latest⟧\r\nFROM node:${TAG}\r\n'],
	['one of several', 'Dockerfile', 'ARG A=1 TAG⟦→=latest⟧ B=2\nFROM node:${TAG}\n'],
	['lower case', 'Dockerfile', 'arg tag⟦→=latest⟧\nfrom node:${tag}\n'],
	['a default in place', 'Dockerfile', 'ARG TAG\nFROM node:${TAG:-22}\n'],
	['a script', 'Dockerfile', 'ARG TAG\nFROM node:${TAG}\n', { 'b.sh': 'docker build --build-arg TAG=22 .\n' }],
	['Compose', 'Dockerfile', 'ARG TAG\nFROM node:${TAG}\n', { 'compose.yaml': 'services:\n  a:\n    build:\n      context: .\n      args:\n        TAG: "22"\n' }],
	['Compose as a list', 'Dockerfile', 'ARG TAG\nFROM node:${TAG}\n', { 'compose.yaml': 'services:\n  a:\n    build:\n      context: .\n      args: [ TAG ]\n' }],
	['bake', 'Dockerfile', 'ARG TAG\nFROM node:${TAG}\n', { 'docker-bake.hcl': 'target "a" {\n  args = { TAG = "22" }\n}\n' }],
	['an action', 'Dockerfile', 'ARG TAG\nFROM node:${TAG}\n', { '.github/workflows/a.yml': 'on: push\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          build-args: |\n            TAG=22\n' }],
	['a dev container', '.devcontainer/Dockerfile', 'ARG TAG\nFROM node:${TAG}\n', { '.devcontainer/devcontainer.json': '{ "build": { "dockerfile": "Dockerfile", "args": { "TAG": "22" } } }' }],
	['a recipe', 'Dockerfile', 'ARG TAG\nFROM node:${TAG}\n', { Makefile: 'a:\n\tdocker build --build-arg=TAG=$(TAG) .\n' }],
]);

fixCases('Undeclared variables are declared', { code: 'ref-undefined-arg' }, [
	['the tag', 'Dockerfile', '⟦→ARG TAG=\n⟧FROM node:$TAG\n'],
	['CRLF and a comment', 'Dockerfile', '# base\r\n⟦→ARG TAG=\r\n⟧FROM node:${TAG}\r\n'],
	['a later stage', 'Dockerfile', 'ARG A=1\n⟦→ARG TAG=\n⟧FROM node:22 AS a\nARG TAG=2\nFROM node:$TAG\n'],
	['what is left is a name', 'Dockerfile', '⟦→ARG SUFFIX=\n⟧FROM node:22${SUFFIX}\n'],
	['a word for when it is set', 'Dockerfile', 'FROM node:22${SUFFIX:+-alpine}\n'],
	['platform arguments', 'Dockerfile', 'FROM ghcr.io/acme/a-${TARGETARCH}:1\nFROM --platform=$BUILDPLATFORM alpine:3\n'],
	['a default in place', 'Dockerfile', 'FROM node:${TAG:-22}\n'],
]);

fixCases('Compose variables are asked for', { code: 'ref-undefined-compose-variable' }, [
	['braces', 'compose.yaml', 'services:\n  a:\n    image: node:⟦${TAG}→${TAG:?set TAG}⟧\n'],
	['quotes', 'compose.yaml', 'services:\n  a:\n    image: "node:⟦${TAG}→${TAG:?set TAG}⟧" # x\n'],
	['no braces', 'compose.yaml', 'services:\n  a:\n    image: node:⟦$TAG→${TAG:?set TAG}⟧\n'],
	['.env', 'compose.yaml', 'services:\n  a:\n    image: node:${TAG}\n', { '.env': 'TAG=22\n' }],
	['a default', 'compose.yaml', 'services:\n  a:\n    image: node:${TAG:-22}\n  b:\n    image: node:${TAG:?set it}\n  c:\n    image: node:${TAG-22}\n'],
	['a script', 'compose.yaml', 'services:\n  a:\n    image: node:${TAG}\n', { 'up.sh': 'TAG=22 docker compose up\n' }],
	['the second of two', 'compose.yaml', 'services:\n  a:\n    image: ${REG}/node:⟦${TAG}→${TAG:?set TAG}⟧\n', { 'up.sh': 'REG=r.acme.dev docker compose up\n' }],
	['an exported variable', 'compose.yaml', 'services:\n  a:\n    image: node:${TAG}\n', { 'up.sh': 'export TAG=$1\ndocker compose up\n' }],
]);
