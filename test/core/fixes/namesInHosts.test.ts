import assert from 'node:assert/strict';
import { applyEdits, checkDiagnosis } from '../../support/checkDiagnosis.ts';

/** What is wrong with a name, the name as registry, path and tag, and as it is right. */
const names: readonly (readonly [code: string, wrong: Name, right: Name, registry?: string])[] = [
	['ref-uppercase-repository', ['ghcr.io', 'Acme/Web', '1.4'], ['ghcr.io', 'acme/web', '1.4']],
	['ref-hub-endpoint-as-domain', ['registry-1.docker.io', 'acme/web', '1.4'], ['docker.io', 'acme/web', '1.4']],
	['registry-moved', ['k8s.gcr.io', 'pause', '3.9'], ['registry.k8s.io', 'pause', '3.9']],
	['image-moved', ['docker.io', 'bitnami/redis', '7.2.4'], ['docker.io', 'bitnamilegacy/redis', '7.2.4'], 'docker.io/bitnami/redis: latest\ndocker.io/bitnamilegacy/redis: 7.2.4'],
	['tag-not-found', ['quay.io', 'projectquay/quay', '3.8.5'], ['quay.io', 'projectquay/quay', 'v3.8.5'], 'quay.io/projectquay/quay: v3.8.5'],
	['repository-missing-or-private', ['quay.io', 'project-quay/quay', '3.8.5'], ['quay.io', 'projectquay/quay', 'v3.8.5'], 'quay.io/project-quay/quay: !missing-or-private\nquay.io/projectquay/quay: v3.8.5'],
	['repository-typo', ['mcr.microsoft.com', 'dotnet/skd', '9.0'], ['mcr.microsoft.com', 'dotnet/sdk', '9.0'], 'mcr.microsoft.com/dotnet/skd: !repository-missing\nmcr.microsoft.com/dotnet/sdk: 9.0'],
	['registry-dns-failure', ['ghrc.io', 'acme/web', '1.4'], ['ghcr.io', 'acme/web', '1.4']],
	['registry-redhat-login-required', ['registry.redhat.io', 'ubi9/ubi', '9.4'], ['registry.access.redhat.com', 'ubi9/ubi', '9.4'], 'registry.redhat.io/ubi9/ubi: !login-needed\nregistry.access.redhat.com/ubi9/ubi: 9.4'],
];

type Name = readonly [registry: string, path: string, tag: string];

/** A file that holds the name, in one piece or in parts. */
type Host = readonly [what: string, file: string, write: (registry: string, path: string, tag: string) => string, others?: Readonly<Record<string, string>>];

const fromArguments = { Dockerfile: 'ARG BASE\nFROM ${BASE}\n' };
const hosts: readonly Host[] = [
	['FROM', 'Dockerfile', (r, p, t) => `FROM ${r}/${p}:${t} AS b\nRUN true\n`],
	['a mount', 'Dockerfile', (r, p, t) => `FROM scratch\nRUN --mount=type=bind,from=${r}/${p}:${t},target=/a true\n`],
	['a registry of its own', 'Dockerfile', (r, p, t) => `ARG REG="${r}"\nARG TAG='${t}'\nFROM $REG/${p}:$TAG\n`],
	['arguments of arguments', 'Dockerfile', (r, p, t) => `ARG REPO=${r}/${p}\nARG IMAGE=\${REPO}:${t}\nFROM \${IMAGE}\n`],
	['an alias', 'compose.yaml', (r, p, t) => `x-i: &i "${r}/${p}:${t}"\nservices:\n  a: { image: *i }\n`],
	['defaults', 'compose.yaml', (r, p, t) => `services:\n  a:\n    image: \${REG:-${r}}/${p}:\${TAG:-${t}}\n`],
	['an argument', 'compose.yaml', (r, p, t) => `services:\n  a:\n    build:\n      context: .\n      args: { BASE: "${r}/${p}:${t}" }\n`, fromArguments],
	['an environment file', '.env', (r, p, t) => `REG=${r}\nTAG="${t}"\nNAME='${p}'\n`, { 'compose.yaml': 'services:\n  a:\n    image: ${REG}/${NAME}:${TAG}\n' }],
	['an argument of a dev container', '.devcontainer/devcontainer.json', (r, p, t) => `{ "build": { "dockerfile": "../Dockerfile", "args": { "BASE": "${r}/${p}:${t}" } } }\n`, fromArguments],
	['a variable of bake', 'docker-bake.hcl', (r, p, t) => `variable "BASE" {\n  default = "${r}/${p}:${t}"\n}\ntarget "a" {\n  args = { BASE = BASE }\n}\n`, fromArguments],
	['a template of bake', 'docker-bake.hcl', (r, p, t) => `variable "REG" { default = "${r}" }\ntarget "a" {\n  contexts = { b = "docker-image://\${REG}/${p}:${t}" }\n}\n`],
	['Kubernetes in JSON', 'k.json', (r, p, t) => `{ "apiVersion": "v1", "kind": "Pod", "spec": { "containers": [ { "name": "a", "image": "${r}/${p}:${t}" } ] } }\n`],
	['parameters of OpenShift', 't.yaml', (r, p, t) => `apiVersion: template.openshift.io/v1\nkind: Template\nparameters:\n- { name: TAG, value: "${t}" }\n- name: REG\n  value: ${r}\nobjects:\n- apiVersion: v1\n  kind: Pod\n  spec: { containers: [ { name: a, image: "\${REG}/${p}:\${TAG}" } ] }\n`],
	['a kustomization', 'kustomization.yaml', (r, p, t) => `images:\n- name: x\n  newName: ${r}/${p}\n  newTag: "${t}"\n`],
	['values of a chart', 'values.yaml', (r, p, t) => `image:\n  registry: ${r}\n  repository: ${p}\n  tag: "${t}"\n`],
	['a unit', 'a.container', (r, p, t) => `[Container]\nImage=${r}/${p}:${t}\n`],
	['variables of GitLab', '.gitlab-ci.yml', (r, p, t) => `variables:\n  REG: ${r}\n  TAG: "${t}"\na:\n  image: $REG/${p}:$TAG\n  script: [make]\n`],
	['a workflow', '.github/workflows/a.yml', (r, p, t) => `on: push\nenv:\n  REG: ${r}\njobs:\n  a:\n    env: { TAG: "${t}" }\n    steps:\n      - run: docker pull \${{ env.REG }}/${p}:$TAG\n`],
	['a matrix', '.github/workflows/a.yml', (r, p, t) => `on: push\njobs:\n  a:\n    strategy: { matrix: { tag: ["${t}"] } }\n    container: ${r}/${p}:\${{ matrix.tag }}\n    steps: [{ run: make }]\n`],
	['a parameter of CircleCI', '.circleci/config.yml', (r, p, t) => `version: 2.1\njobs:\n  b:\n    parameters:\n      tag: { type: string, default: "${t}" }\n    docker:\n      - image: ${r}/${p}:<< parameters.tag >>\n    steps: [checkout]\n`],
	['macros of Azure', 'azure-pipelines.yml', (r, p, t) => `variables:\n  reg: ${r}\n  tag: '${t}'\nsteps:\n- script: docker pull $(reg)/${p}:$(tag)\n`],
	['an agent of Jenkins', 'Jenkinsfile', (r, p, t) => `pipeline {\n  agent { docker { image '${r}/${p}:${t}' } }\n}\n`],
	['variables of variables', 'Makefile', (r, p, t) => `REG ?= ${r}\nTAG := ${t}\nIMG = $(REG)/${p}:$(TAG)\nx:\n\tdocker pull $(IMG)\n`],
	['a list of make', 'Makefile', (r, p, t) => `IMAGES := ${r}/${p}:${t} docker.io/library/alpine:3.22\nx:\n\tfor i in $(IMAGES); do docker pull $$i; done\n`],
	['a list of a script', 'b.sh', (r, p, t) => `IMAGES="${r}/${p}:${t} docker.io/library/alpine:3.22"\nfor i in $IMAGES; do docker pull "$i"; done\n`],
	['a default of a script', 'b.sh', (r, p, t) => `docker pull "\${IMG:-${r}/${p}:${t}}"\n`],
	['a name of a script', 'b.sh', (r, p, t) => `REG=${r}\nIMAGE="$REG/${p}"\ndocker pull "$IMAGE:${t}"\n`],
	['just', 'justfile', (r, p, t) => `reg := "${r}"\ntag := '${t}'\nx:\n    docker pull {{reg}}/${p}:{{ tag }}\n`],
	['Task', 'Taskfile.yml', (r, p, t) => `version: '3'\nvars:\n  REG: ${r}\n  TAG: "${t}"\ntasks:\n  x:\n    cmds:\n      - docker pull {{.REG}}/${p}:{{.TAG}}\n`],
	['cmd.exe', 'b.cmd', (r, p, t) => `set REG=${r}\r\nset "TAG=${t}"\r\ndocker pull %REG%/${p}:%TAG%\r\n`],
	['PowerShell', 'b.ps1', (r, p, t) => `$reg = '${r}'\n$env:TAG = "${t}"\ndocker pull "$reg/${p}:$env:TAG"\n`],
	['a script of npm', 'package.json', (r, p, t) => `{ "scripts": { "p": "docker pull ${r}/${p}:${t}" } }\n`],
	['words of a task', '.vscode/tasks.json', (r, p, t) => `{ "version": "2.0.0", "tasks": [ { "label": "p", "type": "process", "command": "docker", "args": ["pull", "${r}/${p}:${t}"] } ] }\n`],
];

describe('A name that is wrong is changed where it is written, and nothing else is', () => {
	for (const [what, file, write, others] of hosts) {
		it(`${what}: ${file}`, async () => {
			for (const [code, wrong, right, registry] of names) {
				const before = write(...wrong);
				const { findings } = await checkDiagnosis({ ...others, [file]: before }, registry === undefined ? {} : { registry });
				const finding = findings.find(one => one.code === code);
				const edits = (finding?.fixes[0]?.edits ?? []).map(edit => ({ ...edit, file: edit.file ?? finding!.file }));
				assert.deepEqual([...new Set(edits.map(edit => edit.file))], [file], code);
				assert.equal(applyEdits(before, edits), write(...right), code);
			}
		});
	}

	it('not where the variable has several definitions', async () => {
		const { findings } = await checkDiagnosis({ Makefile: 'REG = k8s.gcr.io\nREG = k8s.gcr.io\nIMG = $(REG)/pause:3.9\nx:\n\tdocker pull $(IMG)\n' });
		assert.deepEqual(findings.map(({ code, fixes }) => [code, fixes.flatMap(({ edits }) => edits)]), [['registry-moved', []]]);
	});
});
