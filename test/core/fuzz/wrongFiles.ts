import fc from 'fast-check';
import type { Sample } from './samples.ts';

/** Where a reference stands in each format; `REF` is its place. */
const references: readonly (readonly [file: string, text: string])[] = [
	['Dockerfile', 'FROM REF\n'], ['Dockerfile', 'FROM --platform=$BUILDPLATFORM REF AS a # b\nRUN x\n'], ['Dockerfile', 'FROM "REF"\n'], ['Dockerfile', 'ARG A=REF\nFROM ${A}\n'], ['Dockerfile', 'ARG A="REF"\nFROM $A\n'],
	['Dockerfile', 'FROM scratch\nCOPY --from=REF /a /b\nRUN --mount=type=bind,from=REF,target=/a x\n'], ['Dockerfile', 'FROM \\\n  REF\n'],
	['compose.yaml', 'services:\n  a:\n    image: REF\n'], ['compose.yaml', 'services: { a: { image: "REF" } } # c\n'], ['compose.yaml', 'services:\n  a:\n    image: \'REF\'\n  b:\n    image: ${B:-REF}\n'], ['compose.yaml', 'services:\n  a:\n    build:\n      dockerfile_inline: |\n        FROM REF\n'], ['compose.yaml', 'x: &x REF\nservices:\n  a:\n    image: *x\n'],
	['.devcontainer/devcontainer.json', '{ // c\n  "image": "REF",\n}\n'], ['docker-bake.hcl', 'target "a" {\n  contexts = { b = "docker-image://REF" }\n}\n'],
	['.github/workflows/a.yml', 'jobs:\n  a:\n    container: REF\n    steps:\n      - run: docker pull REF\n'], ['.gitlab-ci.yml', 'image: REF\na:\n  script:\n    - docker pull REF\n    - "docker pull REF"\n'],
	['deploy.yaml', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: REF\n'], ['a.container', '[Container]\nImage=REF\n'],
	['build.sh', 'docker pull REF\ndocker run --rm "REF" x\n'], ['build.sh', 'IMG=REF\ndocker pull $IMG\n'], ['build.sh', 'podman pull \\\n  \'REF\'\n'], ['build.sh', 'bash -c "docker pull REF"\n'], ['build.sh', 'cat <<EOF >Dockerfile\nFROM REF\nEOF\n'],
	['Makefile', 'I = REF\na:\n\tdocker pull $(I)\n\t@docker pull REF\n'], ['package.json', '{ "scripts": { "a": "docker pull \\"REF\\" && x" } }\n'], ['.vscode/tasks.json', '{ "tasks": [ { "type": "shell", "command": "docker", "args": ["pull", "REF"] } ] }\n'],
	['README.md', '```sh\n$ docker pull REF\n```\n\n> ```dockerfile\n> FROM REF\n> ```\n'], ['justfile', 'a:\n    docker pull REF\n'], ['Taskfile.yml', 'version: "3"\ntasks:\n  a:\n    cmds: [ "docker pull REF" ]\n'], ['.circleci/config.yml', 'version: 2.1\njobs:\n  a:\n    docker: [ { image: "REF" } ]\n'],
];

const wrong = [
	'https://ghcr.io/acme/a:1', 'http://quay.io/a/b', 'docker://alpine:3', 'ghcr.io/Acme/Api:1', 'acme/API', 'https://hub.docker.com/_/node', 'https://hub.docker.com/r/acme/a', 'https://quay.io/repository/acme/a', 'index.docker.io/v1/acme/a:1', 'hub.docker.com/acme/a', 'registry.hub.docker.com/library/node:20',
	'k8s.gcr.io/pause:3.9', 'gcr.io/google-containers/pause:3', 'docker.pkg.github.com/a/b/c:1', 'openjdk:8-jdk', 'acme/a:', 'acme/a:1:2', 'acme/a@sha256:12', 'acme/a:v 1', 'acme//a', '/acme/a', 'acme/a/', 'a_-_b/c', 'localhost/a:1', 'acme.dev:5000/A/b:1', `acme/a:1@sha256:${'ab'.repeat(32)}`, 'alpine', 'node:latest', '<image>', 'quay.io/a/b:1',
];

/** Where a command stands in each format; `CMD` is its place. */
const hosts: readonly (readonly [file: string, text: string])[] = [
	['build.sh', 'set -e\nCMD\n'], ['build.sh', 'if true; then\n\tA=b CMD && x\nfi\n'], ['build.sh', 'sudo CMD | tee log\n'], ['build.sh', 'x=$(CMD)\n'], ['Makefile', 'a:\n\t@CMD\n'], ['.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - run: CMD\n      - run: |\n          set -e\n          CMD\n      - run: >\n          CMD\n      - run: "CMD"\n'],
	['.gitlab-ci.yml', 'a:\n  script:\n    - CMD\n    - |\n      CMD\n    - \'CMD\'\n'], ['azure-pipelines.yml', 'steps:\n- script: CMD\n'], ['.circleci/config.yml', 'version: 2.1\njobs:\n  a:\n    steps:\n      - run: CMD\n'], ['Taskfile.yml', 'version: "3"\ntasks:\n  a:\n    cmds:\n      - CMD\n'], ['justfile', 'a:\n    CMD\n'],
	['package.json', '{ "scripts": { "a": "CMD" } }\n'], ['.vscode/tasks.json', '{ "tasks": [ { "type": "shell", "command": "CMD" } ] }\n'], ['README.md', '```sh\n$ CMD\n```\n'], ['README.md', '- a\n\n  ```console\n  $ CMD\n  ```\n'], ['Dockerfile', 'FROM alpine:3\nRUN CMD\n'],
];

const commands = [
	'buildah bud -t acme/a:1 .', 'podman build -t registry.acme.dev/a:1 .', 'buildah bud --format oci -t a .', 'buildah bud --format=oci .', 'podman build .', 'docker buildx build -t a.dev/a:1 --push .', 'docker buildx build --tag=a.dev/a:1 --push .', 'docker buildx build -o type=registry -t a.dev/a .', 'docker buildx build --output type=image,push=true -t a.dev/a:1 .',
	'docker buildx build --output=type=image,name=a.dev/a:1,push=true .', 'docker build --push -t a.dev/a:1 .', 'docker buildx build --provenance=true -t a.dev/a:1 --push .', 'docker buildx build --platform linux/amd64,linux/arm64 --load -t a .', 'skopeo copy alpine:3 docker://a.dev/a:1', 'skopeo copy docker://alpine:3 docker://a.dev/a:1', 'skopeo inspect alpine',
	'docker build --format docker -t a .', 'podman build --provenance=false -t a .', 'docker manifest inspect a/b:1', 'docker login -u x -p secret quay.io', 'buildah push a docker://a.dev/a:1', 'podman push a.dev/a:1', 'podman push --format oci a.dev/a:1', 'devcontainer build --push true --output type=oci --image-name a.dev/a:1', 'docker push localhost:5000/a:1', 'oc import-image a --from=b --confirm',
	'docker buildx build \\\n    -t a.dev/a:1 \\\n    --push .', 'buildah bud \\\n    -t a .',
];

const settings = fc.constantFrom('', 'targets: openshift-3.11', 'targets: quay-3.8', 'targets: openshift-3.11 quay-3.8 harbor-1', 'targets: docker-1.13 gitlab').map(text => `${text}\nprofile: strict`);

/** A file of any format with one wrong thing, or one that is only not the best, in it. */
export const wrongFile: fc.Arbitrary<Sample> = fc.tuple(
	fc.oneof(
		fc.tuple(fc.constantFrom(...references), fc.constantFrom(...wrong)).map(([[file, text], value]) => ({ file, text: text.replaceAll('REF', value) })),
		fc.tuple(fc.constantFrom(...hosts), fc.constantFrom(...commands)).map(([[file, text], value]) => ({ file, text: put(text, value) })),
	),
	settings, fc.boolean(), fc.boolean(),
).map(([{ file, text }, chosen, crlf, end]) => {
	const cut = end ? text : text.trimEnd();
	return { file, settings: chosen, text: crlf ? cut.replaceAll('\n', '\r\n') : cut };
});

/** Lines of a command go where the first one stands; formats that take one line only get it on one. */
function put(text: string, command: string): string {
	return text.replace(/^(?<before>.*)CMD/gm, (_, before: string) => {
		const indent = /^[ \t]*/.exec(before)![0];
		const oneLine = !/^[ \t]*@?$/.test(before);
		return before + (oneLine ? command.replaceAll(/\s*\\\n\s*/g, ' ') : command.replaceAll('\n', `\n${indent}`));
	});
}
