import { fixCases } from '../../support/fixCases.ts';

const compose = 'services:\n  db:\n    image: postgres:${PG}\n';
const registry = 'docker.io/library/postgres: 16 17';

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

fixCases('A tag whose value is not written as such is not changed', { code: 'tag-not-found', registry: 'docker.io/library/postgres: 16 17\ndocker.io/library/redis: 7' }, [
	['.env that makes it of others', '.env', 'MAJOR=6\nPG=${MAJOR}1\n', { 'compose.yaml': compose.replace('postgres', 'redis') }],
]);
