import { fixCases } from '../../support/fixCases.ts';

const tags = ['docker.io/library/node: 20-alpine 20.11-alpine 22-alpine 22', 'quay.io/projectquay/quay: v3.8.5 v3.8.6 v3.9.0', 'ghcr.io/acme/api: 1.4.0 1.4.1 2.0.0'].join('\n');
const digest = 'ab'.repeat(32);

fixCases('A missing tag becomes the nearest one', { code: 'tag-not-found', registry: tags }, [
	['a misspelling', 'Dockerfile', 'FROM node:20-⟦alpin→alpine⟧ AS base\n'.replace('20-⟦alpin→alpine⟧', '⟦20-alpin→20-alpine⟧')],
	['a missing v', 'Dockerfile', 'FROM quay.io/projectquay/quay:⟦3.8.5→v3.8.5⟧\n'],
	['Compose in quotes', 'compose.yaml', 'services:\n  a:\n    image: "quay.io/projectquay/quay:⟦3.8.5→v3.8.5⟧" # quay\n'],
	['a v too many', 'compose.yaml', 'services:\n  a:\n    image: ghcr.io/acme/api:⟦v1.4.1→1.4.1⟧\n'],
	['Kubernetes', 'p.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: ghcr.io/acme/api:⟦v2.0.0→2.0.0⟧\n'],
	['a script', 'b.sh', 'docker pull "quay.io/projectquay/quay:⟦3.8.5→v3.8.5⟧"\n'],
	['skopeo', 'b.sh', 'skopeo copy docker://quay.io/projectquay/quay:⟦3.8.5→v3.8.5⟧ dir:out\n'],
	['a recipe', 'Makefile', 'pull:\n\t@docker pull quay.io/projectquay/quay:⟦3.8.5→v3.8.5⟧\n'],
	['a workflow', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    container: { image: "ghcr.io/acme/api:⟦v2.0.0→2.0.0⟧" }\n    steps: [{ run: "true" }]\n'],
	['a dev container', '.devcontainer/devcontainer.json', '{ "image": "ghcr.io/acme/api:⟦v2.0.0→2.0.0⟧" }'],
	['Quadlet', 'a.container', '[Container]\nImage=ghcr.io/acme/api:⟦v2.0.0→2.0.0⟧\n'],
	['a variable of make', 'Makefile', 'TAG := ⟦3.8.5→v3.8.5⟧\npull:\n\tdocker pull quay.io/projectquay/quay:$(TAG)\n'],
	['a variable of a script', 'b.sh', 'TAG=⟦3.8.5→v3.8.5⟧\ndocker pull quay.io/projectquay/quay:$TAG\n'],
	['a default of Compose', 'compose.yaml', 'services:\n  a:\n    image: quay.io/projectquay/quay:${TAG:-⟦3.8.5→v3.8.5⟧}\n'],
	['an argument', 'Dockerfile', 'ARG TAG=⟦3.8.5→v3.8.5⟧\nFROM quay.io/projectquay/quay:${TAG}\n'],
	['CRLF', 'Dockerfile', 'FROM quay.io/projectquay/quay:⟦3.8.5→v3.8.5⟧\r\nRUN true\r\n'],
	['a variable of .env', '.env', 'A=1\nTAG=⟦3.8.5→v3.8.5⟧\n', { 'compose.yaml': 'services:\n  a:\n    image: quay.io/projectquay/quay:${TAG}\n' }],
	['bake', 'docker-bake.hcl', 'target "a" {\n  contexts = { base = "docker-image://quay.io/projectquay/quay:⟦3.8.5→v3.8.5⟧" }\n}\n'],
	['what is there', 'Dockerfile', 'FROM node:22\nFROM quay.io/projectquay/quay:v3.8.5\n'],
	['what is built', 'b.sh', 'docker build -t ghcr.io/acme/api:9 .\ndocker push ghcr.io/acme/api:9\n'],
]);

const platforms = `docker.io/acme/a: 1[index,linux/amd64] 2[index,linux/amd64,linux/arm64] 3[linux/amd64,docker]`;
fixCases('A missing platform is named', { code: 'platform-missing', registry: platforms, settings: 'platforms: linux/arm64' }, [
	['FROM', 'Dockerfile', 'FROM⟦→ --platform=linux/amd64⟧ acme/a:1\n'],
	['FROM with a stage', 'Dockerfile', 'from⟦→ --platform=linux/amd64⟧ acme/a:1 AS b\n'],
	['it is there', 'Dockerfile', 'FROM acme/a:2\nFROM --platform=linux/amd64 acme/a:1\n'],
]);

fixCases('A platform that a base lacks is taken from the list', { code: 'platform-multiarch-partial', registry: platforms }, [
	['the last', 'b.sh', 'docker buildx build --platform linux/amd64⟦,linux/arm64→⟧ -t ghcr.io/acme/b:1 --push .\n', { Dockerfile: 'FROM acme/a:1\n' }],
	['the first', 'b.sh', 'docker buildx build --platform=⟦linux/arm64,→⟧linux/amd64 -t ghcr.io/acme/b:1 --push .\n', { Dockerfile: 'FROM acme/a:1\n' }],
	['in quotes', 'b.sh', 'docker buildx build --platform "linux/amd64⟦,linux/arm64→⟧" -t ghcr.io/acme/b:1 --push .\n', { Dockerfile: 'FROM acme/a:1\n' }],
	['all are there', 'b.sh', 'docker buildx build --platform linux/amd64,linux/arm64 -t ghcr.io/acme/b:1 --push .\n', { Dockerfile: 'FROM acme/a:2\n' }],
]);

const moved = 'registry.k8s.io/pause: 3.9\nmcr.microsoft.com/devcontainers/base: ubuntu\ndocker.io/library/eclipse-temurin: 17-jdk 11-jre\ndocker.io/library/openjdk: 17-jdk-slim';
fixCases('A new place is asked first', { code: 'registry-moved', registry: moved }, [
	['it is there', 'Dockerfile', 'FROM ⟦k8s.gcr.io→registry.k8s.io⟧/pause:3.9\n'],
	['dev containers', '.devcontainer/devcontainer.json', '{ "image": "⟦mcr.microsoft.com/vscode/devcontainers/base→mcr.microsoft.com/devcontainers/base⟧:ubuntu" }'],
]);
fixCases('A successor is asked first', { code: 'image-deprecated', registry: moved }, [
	['it is there', 'Dockerfile', 'FROM ⟦openjdk→eclipse-temurin⟧:⟦17-jdk-slim→17-jdk⟧\n'],
]);

const http = 'reg.acme.dev:5000/a: !unreachable,cause=http-not-https';
fixCases('Plain HTTP is allowed where the tool has a flag', { code: 'http-registry-https-client', registry: http }, [
	['podman', 'b.sh', 'podman pull⟦→ --tls-verify=false⟧ reg.acme.dev:5000/a:1\n'],
	['skopeo from', 'b.sh', 'skopeo copy⟦→ --src-tls-verify=false⟧ docker://reg.acme.dev:5000/a:1 dir:out\n'],
	['skopeo inspect', 'b.sh', 'skopeo inspect⟦→ --tls-verify=false⟧ docker://reg.acme.dev:5000/a:1\n'],
	['buildah from', 'b.sh', 'buildah from⟦→ --tls-verify=false⟧ reg.acme.dev:5000/a:1\n'],
	['podman push', 'b.sh', 'podman push⟦→ --tls-verify=false⟧ a docker://reg.acme.dev:5000/a:1\n'],
	['skopeo to', 'b.sh', 'skopeo copy⟦→ --dest-tls-verify=false⟧ dir:in docker://reg.acme.dev:5000/a:1\n'],
]);

fixCases('A misspelt repository becomes the right one', { code: 'repository-missing-or-private', registry: `${tags}\nquay.io/project-quay/quay: !missing-or-private` }, [
	['the page about Quay', 'compose.yaml', 'services:\n  quay:\n    image: quay.io/⟦project-quay/quay→projectquay/quay⟧:⟦3.8.5→v3.8.5⟧\n'],
	['with the right tag', 'Dockerfile', 'FROM quay.io/⟦project-quay/quay→projectquay/quay⟧:v3.8.5\n'],
]);

fixCases('A digest that is gone becomes that of the tag', { code: 'digest-not-found', registry: `docker.io/library/node: 22[digest=sha256:${digest}]` }, [
	['FROM', 'Dockerfile', `FROM node:22@⟦sha256:${'cd'.repeat(32)}→sha256:${digest}⟧\n`],
]);

fixCases('Red Hat\'s open registry is taken', { code: 'registry-redhat-login-required', registry: 'registry.redhat.io/ubi9/ubi: !login-needed\nregistry.access.redhat.com/ubi9/ubi: 9.6' }, [
	['FROM', 'Dockerfile', 'FROM ⟦registry.redhat.io→registry.access.redhat.com⟧/ubi9/ubi:9.6\n'],
]);

fixCases('A misspelt host becomes the right one', { code: 'registry-dns-failure' }, [
	['GitHub', 'Dockerfile', 'FROM ⟦ghrc.io→ghcr.io⟧/acme/a:1\n'],
	['Quay', 'compose.yaml', 'services:\n  a:\n    image: "⟦qauy.io→quay.io⟧/acme/a:1"\n'],
]);

const spec = (indent: string): string => `${indent}containers:\n${indent}  - name: a\n${indent}    image: quay.io/acme/private:1\n`;
fixCases('A manifest names a pull secret', { code: 'openshift-pull-secret-required', registry: 'quay.io/acme/private: !login-needed' }, [
	['a pod', 'p.yaml', `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n⟦→  imagePullSecrets:\n    - name: NAME\n⟧${spec('  ')}`],
	['a Deployment', 'd.yaml', `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n⟦→      imagePullSecrets:\n        - name: pull\n⟧${spec('      ')}`, { 'b.sh': 'oc create secret docker-registry pull --docker-server=quay.io --docker-password="$P"\noc secrets link default pull --for=pull\n' }],
	['in braces', 'p.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { ⟦→imagePullSecrets: [{ name: NAME }], ⟧containers: [{ name: a, image: quay.io/acme/private:1 }] }\n'],
	['JSON', 'p.json', '{\n  "apiVersion": "v1", "kind": "Pod",\n  "spec": {\n    ⟦→"imagePullSecrets": [{ "name": "NAME" }],\n    ⟧"containers": [{ "name": "a", "image": "quay.io/acme/private:1" }]\n  }\n}\n'],
	['it is there', 'p.yaml', `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  imagePullSecrets: [{ name: x }]\n${spec('  ')}`],
]);

fixCases('A manifest with an image that is refused names a pull secret', { code: 'openshift-pull-secret-required', registry: 'quay.io/acme/private: !missing-or-private\nquay.io/project-quay/quay: !missing-or-private\nquay.io/projectquay/quay: v3.8.5' }, [
	['a pod', 'p.yaml', `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n⟦→  imagePullSecrets:\n    - name: NAME\n⟧${spec('  ')}`],
	['a misspelt name needs none', 'p.yaml', `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n${spec('  ').replace('acme/private:1', 'project-quay/quay:v3.8.5')}`],
]);
