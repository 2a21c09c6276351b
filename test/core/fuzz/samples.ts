import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { diagnoses } from '../../../src/core/diagnoses/index.ts';
import { corpusFolder, corpusLines } from '../../support/corpus.ts';
import { readPage } from '../../support/readPage.ts';

/** A text that is right, or wrong in the way of a page, and the name that says what it is. */
export interface Sample {
	readonly file: string;
	readonly text: string;
	/** As in `checkDiagnosis`. */
	readonly settings: string;
}

const workspace = 'test/workspace';

/** One for every kind of file at least, so that none is left to what the pages happen to show. */
const kinds: Readonly<Record<string, string>> = {
	'Dockerfile': '# syntax=docker/dockerfile:1.7\n# escape=`\nARG TAG=3.22\nFROM --platform=$BUILDPLATFORM alpine:${TAG:-3} AS base\nONBUILD COPY --from=acme/tools:1 /a /b\nRUN --mount=type=bind,from=acme/c:2,target=/c `\n  make <<EOF\nbuildah bud .\nEOF\nHEALTHCHECK CMD true\n',
	'docker-bake.hcl': 'variable "TAG" {\n  default = "1"\n}\ntarget "a" {\n  dockerfile = "Dockerfile"\n  contexts = { base = "docker-image://alpine:3" }\n  tags = ["acme/a:${TAG}", format("acme/b:%s", TAG)]\n  args = { V = "1" }\n  output = ["type=registry"]\n}\n',
	'docker-bake.json': '{ "target": { "a": { "tags": ["acme/a:1"], "contexts": { "b": "docker-image://alpine" }, "platforms": ["linux/arm64"] } } }\n',
	'compose.yaml': 'x-a: &a\n  image: "acme/api:${TAG:-1}"\nservices:\n  web:\n    <<: *a\n    build:\n      context: .\n      dockerfile_inline: |\n        FROM node:20\n        RUN x\n      provenance: false\n      cache_from: [ type=registry,ref=acme/c:1 ]\n  db: { image: \'postgres:16\', platform: linux/amd64 }\n',
	'.devcontainer/devcontainer.json': '{\n  // c\n  "image": "mcr.microsoft.com/devcontainers/base:1",\n  "build": { "dockerfile": "D", "cacheFrom": ["a/b:1"], "options": ["--push"] },\n  "features": { "ghcr.io/devcontainers/features/node:1": {} },\n}\n',
	'Makefile': 'IMG ?= acme/api\nTAG := 1\nimage:\n\t@podman build -t $(IMG):$(TAG) . \\\n\t  --push\n\tdocker push $(IMG):$(TAG)\n',
	'.gitlab-ci.yml': 'image: ruby:3\n.t: &t\n  - docker build -t $CI_REGISTRY_IMAGE:1 .\njob:\n  image: { name: "alpine:3", entrypoint: [""] }\n  services: [ "postgres:16", { name: docker:dind, alias: d } ]\n  script:\n    - *t\n    - |\n      skopeo copy docker://a/b:1 docker://c.io/d:1\n',
	'.github/workflows/a.yml': 'on: push\nenv:\n  REG: quay.io\njobs:\n  a:\n    runs-on: x\n    container: node:20\n    services:\n      db: { image: postgres }\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: |\n            ${{ env.REG }}/a/b:1\n            a/b:2\n      - run: |\n          docker pull alpine\n          buildah bud -t $REG/x .\n',
	'azure-pipelines.yml': 'steps:\n- script: docker build -t a/b:1 .\n- task: Docker@2\n  inputs:\n    command: buildAndPush\n    repository: a/b\n',
	'.circleci/config.yml': 'version: 2.1\njobs:\n  a:\n    docker: [ { image: "cimg/base:1" } ]\n    steps:\n      - run: docker push a/b\n      - run: { command: "podman build -t x ." }\n',
	'Taskfile.yml': 'version: "3"\nvars: { IMG: a/b }\ntasks:\n  a:\n    cmds:\n      - docker build -t {{.IMG}}:1 .\n',
	'justfile': 'img := "a/b"\nbuild:\n    docker build -t {{img}}:1 .\n',
	'package.json': '{ "scripts": { "a": "docker build -t a/b:1 . && docker push \\"a/b:1\\"" } }\n',
	'.vscode/tasks.json': '{ "tasks": [ { "type": "shell", "command": "docker pull a/b", /* c */ "args": ["x"] } ] }\n',
	'README.md': '# A\n\n```sh\n$ docker run -it --rm acme/Tool:1 x\n```\n\n> ```dockerfile\n> FROM node\n> ```\n',
	'deploy.yaml': 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      imagePullSecrets: [ { name: a } ]\n      containers:\n      - { name: a, image: "quay.io/a/B:1" }\n---\napiVersion: image.openshift.io/v1\nkind: ImageStream\nspec: { tags: [ { name: "1", from: { kind: DockerImage, name: a/b:1 } } ] }\n',
	'web.container': '[Container]\nImage=fedora\nPull=newer\n[Service]\nExecStartPre=podman pull a/b\n',
	'config.yaml': 'FEATURE_GENERAL_OCI_SUPPORT: true\nIGNORE_UNKNOWN_MEDIATYPES: false\nALLOWED_OCI_ARTIFACT_TYPES:\n  application/vnd.oci.image.config.v1+json:\n    - application/vnd.oci.image.layer.v1.tar+zstd\n',
	'chart/values.yaml': 'image:\n  repository: quay.io/a/b\n  tag: "1"\n  digest: ""\nsidecar:\n  image: { registry: ghcr.io, repository: a/c }\n',
	'build.sh': '#!/bin/bash\nexport TAG=1 REG="quay.io"\nif true; then\n  docker buildx build --platform linux/amd64,linux/arm64 -t "$REG/a/b:${TAG:-x}" --push . | tee <(cat)\nfi\nssh h "docker pull a/b:$(cat v)" <<-EOF\n\tdocker run a/c\n\tEOF\nbuildah bud \\\n  -t x .\n',
	'build.ps1': '$img = "a/b"\ndocker build -t "${img}:1" `\n  --push .\n',
};

/** All samples: the kinds, the examples of the pages, the sample workspace and, where it lies beside the checkout, the corpus of real files. */
export const samples: readonly Sample[] = [...fromKinds(), ...fromPages(), ...fromWorkspace(), ...fromCorpus()];

/** Lines of tools' output that the pages show. */
export const outputs: readonly string[] = diagnoses.flatMap(({ code, symptoms = [] }) => [
	...readPage(`src/core/diagnoses/${code}/README.md`).outputs.map(({ text }) => text), ...symptoms.map(({ example }) => example),
]);

function fromKinds(): Sample[] {
	return Object.entries(kinds).map(([file, text]) => ({ file, text, settings: 'targets: openshift-3.11 quay-3.8' }));
}

function fromPages(): Sample[] {
	return diagnoses.flatMap(({ code }) => readPage(`src/core/diagnoses/${code}/README.md`).cases.flatMap(({ files, settings }) =>
		files.map(({ file, block }) => ({ file, text: `${block.text.replace(/^\s*(?:#|\/\/)[ <>^]*\^.*\n?/gm, '')}\n`, settings }))));
}

function fromWorkspace(): Sample[] {
	return readdirSync(workspace, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => {
		const path = join(entry.parentPath, entry.name);
		return { file: path.slice(workspace.length + 1).replaceAll('\\', '/'), text: readFileSync(path, 'utf8'), settings: '' };
	});
}

function fromCorpus(): Sample[] {
	return (corpusLines<{ readonly file: string }>('index.jsonl') ?? []).map(({ file }) => ({ file, text: readFileSync(join(corpusFolder ?? '', file), 'utf8'), settings: '' }));
}
