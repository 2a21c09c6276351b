import assert from 'node:assert/strict';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';
import { fixCases } from '../../support/fixCases.ts';

const compose = 'services:\n  db:\n    image: postgres:${PG}\n';
const registry = 'docker.io/library/postgres: 16 17';
const dockerfile = { Dockerfile: 'ARG PG\nFROM postgres:${PG}\n' };

fixCases('A tag in a variable is changed where its value stands', { code: 'tag-not-found', registry }, [
	['.env', '.env', '# versions\nPG=⟦61→16⟧\n', { 'compose.yaml': compose }],
	['.env in a folder', 'deploy/.env', 'PG=⟦61→16⟧', { 'deploy/compose.yaml': compose }],
	['.env with quotes, export and a comment', '.env', 'A=1\r\nexport PG="⟦61→16⟧" # major\r\n', { 'compose.yaml': compose }],
	['.env with single quotes', '.env', 'PG=\'⟦61→16⟧\'\n', { 'compose.yaml': compose }],
	['.env for two services', '.env', 'PG=⟦61→16⟧\n', { 'compose.yaml': `${compose}  b:\n    image: postgres:\${PG}\n` }],
	['.env beside a default', '.env', 'PG=⟦61→16⟧\n', { 'compose.yaml': compose.replace('${PG}', '${PG:-17}') }],
	['the default of Compose', 'compose.yaml', compose.replace('${PG}', '${PG:-⟦61→16⟧}')],
	['an argument of the Dockerfile', 'Dockerfile', 'ARG PG=⟦61→16⟧\nFROM postgres:${PG}\n'],
	['a quoted argument', 'Dockerfile', 'ARG PG="⟦61→16⟧"\nFROM postgres:$PG AS db\n'],
	['an argument that Compose gives', 'compose.yaml', 'services:\n  db:\n    build:\n      context: .\n      args:\n        PG: "⟦61→16⟧"\n', { Dockerfile: 'ARG PG\nFROM postgres:${PG}\n' }],
	['an argument that Compose gives in a list', 'compose.yaml', 'services:\n  db:\n    build:\n      context: .\n      args:\n        - PG=⟦61→16⟧\n', { Dockerfile: 'ARG PG\nFROM postgres:${PG}\n' }],
	['an argument that bake gives', 'docker-bake.hcl', 'target "a" {\n  args = {\n    PG = "⟦61→16⟧"\n  }\n}\n', { Dockerfile: 'ARG PG\nFROM postgres:${PG}\n' }],
	['an argument of a dev container', '.devcontainer/devcontainer.json', '{ "build": { "dockerfile": "Dockerfile", "args": { "PG": "⟦61→16⟧" } } }', { '.devcontainer/Dockerfile': 'ARG PG\nFROM postgres:${PG}\n' }],
	['an argument of a command', 'b.sh', 'docker build --build-arg PG=⟦61→16⟧ .\n', { Dockerfile: 'ARG PG\nFROM postgres:${PG}\n' }],
	['a quoted argument of a command', 'Makefile', 'a:\n\tpodman build --build-arg "PG=⟦61→16⟧" .\n', { Dockerfile: 'ARG PG\nFROM postgres:${PG}\n' }],
	['a variable of bake', 'docker-bake.hcl', 'variable "PG" {\n  default = "⟦61→16⟧"\n}\ntarget "a" {\n  contexts = { base = "docker-image://postgres:${PG}" }\n}\n'],
	['a variable of a script', 'b.sh', 'PG=⟦61→16⟧\ndocker pull "postgres:$PG"\n'],
	['a default in a script', 'b.sh', 'docker pull postgres:${PG:-⟦61→16⟧}\n'],
	['a variable of a recipe', 'Makefile', 'PG ?= ⟦61→16⟧\nrun:\n\tdocker run postgres:$(PG)\n'],
	['the environment of a workflow, in a command', '.github/workflows/a.yml', 'on: push\nenv:\n  PG: ⟦61→16⟧\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: docker pull postgres:$PG\n'],
	['the variables of a pipeline', '.gitlab-ci.yml', 'variables:\n  PG: "⟦61→16⟧"\nt:\n  services: ["postgres:$PG"]\n  script: ["true"]\n'],
]);

const action = (args: string, env = ''): string => `on: push\n${env}jobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          build-args: ${args}\n`;

fixCases('A build argument whose value is a variable is changed where that stands', { code: 'tag-not-found', registry }, [
	['.env', '.env', 'PG_VERSION=⟦61→16⟧\n', { ...dockerfile, 'compose.yaml': 'services:\n  db:\n    build:\n      context: .\n      args:\n        PG: ${PG_VERSION}\n' }],
	['.env, by its name alone', '.env', 'PG="⟦61→16⟧"\n', { ...dockerfile, 'compose.yaml': 'services:\n  db:\n    build:\n      context: .\n      args: [PG]\n' }],
	['a default of Compose', 'compose.yaml', 'services:\n  db:\n    build:\n      context: .\n      args:\n        PG: ${PG_VERSION:-⟦61→16⟧}\n', dockerfile],
	['a recipe', 'Makefile', 'PG_VERSION ?= ⟦61→16⟧\na:\n\tdocker build --build-arg PG=$(PG_VERSION) .\n', dockerfile],
	['a pipeline', '.gitlab-ci.yml', 'variables:\n  PG_VERSION: "⟦61→16⟧"\na:\n  script:\n    - docker build --build-arg "PG=${PG_VERSION}" .\n', dockerfile],
	['a default in a script', 'b.sh', 'docker build --build-arg PG="${PG_VERSION:-⟦61→16⟧}" .\n', dockerfile],
	['an action', '.github/workflows/a.yml', action('PG=⟦61→16⟧'), dockerfile],
	['an action, in quotes', '.github/workflows/a.yml', action('"PG=⟦61→16⟧"'), dockerfile],
	['an action, in lines', '.github/workflows/a.yml', action('|\r\n            A=61\r\n            PG=⟦61→16⟧\r\n            B=61'), dockerfile],
	['a plugin of Drone', '.drone.yml', 'kind: pipeline\ntype: docker\nname: d\nsteps:\n  - name: b\n    image: plugins/docker\n    settings:\n      repo: r.dev/a\n      build_args:\n        - "PG=⟦61→16⟧"\n', dockerfile],
	['a plugin of Drone, in a list with commas', '.drone.yml', 'kind: pipeline\ntype: docker\nname: d\nsteps:\n  - name: b\n    image: plugins/docker\n    settings:\n      repo: r.dev/a\n      build_args: A=1,PG=⟦61→16⟧\n', dockerfile],
	['an action with a variable', '.github/workflows/a.yml', action('PG=${{ env.PG_VERSION }}', 'env:\n  PG_VERSION: ⟦61→16⟧\n'), dockerfile],
]);

fixCases('Of a tag with several pieces the one that differs is changed', { code: 'tag-not-found', registry: 'docker.io/library/node: 22-alpine 22-slim 20-alpine' }, [
	['the argument', 'Dockerfile', 'ARG V=⟦v22→22⟧\nFROM node:${V}-alpine\n'],
	['the characters behind it', 'Dockerfile', 'ARG V=22\nFROM node:${V}⟦-alpin→-alpine⟧\n'],
	['one of two arguments', 'Dockerfile', 'ARG V=⟦v22→22⟧\nARG OS=alpine\nFROM node:${V}-${OS}\n'],
	['the default in place', 'compose.yaml', 'services:\n  a:\n    image: node:${V:-⟦v22→22⟧}-alpine\n'],
	['.env', '.env', 'V=⟦v22→22⟧\n', { 'compose.yaml': 'services:\n  a:\n    image: node:${V}-alpine\n' }],
	['a recipe', 'Makefile', 'V = ⟦v22→22⟧\np:\n\tdocker pull node:$(V)-alpine\n'],
	['the argument of an argument', 'compose.yaml', 'services:\n  a:\n    build:\n      context: .\n      args:\n        V: ⟦v22→22⟧\n', { Dockerfile: 'ARG V\nFROM node:${V}-alpine\n' }],
]);

fixCases('A tag whose value is not written as such is not changed', { code: 'tag-not-found', registry: 'docker.io/library/postgres: 16 17\ndocker.io/library/redis: 7' }, [
	['.env that makes it of others', '.env', 'MAJOR=6\nPG=${MAJOR}1\n', { 'compose.yaml': compose.replace('postgres', 'redis') }],
	['.env that Compose hands to the build, made of others', '.env', 'MAJOR=6\nPG=${MAJOR}1\n', { ...dockerfile, 'compose.yaml': 'services:\n  db:\n    build:\n      context: .\n      args: [PG]\n' }],
]);

// An edit would change the name of the repository too, or would need two places.
for (const text of ['ARG V=v22\nFROM node-${V}:${V}-alpine\n', 'ARG V=v22\nARG OS=alpin\nFROM node:${V}-${OS}\n']) {
	it(`Nothing is offered in ${JSON.stringify(text)}`, async () => {
		const { findings } = await checkDiagnosis({ Dockerfile: text }, { registry: 'docker.io/library/node-v22: 22-alpine\ndocker.io/library/node: 22-alpine' });
		assert.deepEqual(findings.map(({ code, fixes }) => [code, fixes.length]), [['tag-not-found', 0]]);
	});
}
