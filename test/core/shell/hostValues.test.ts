import assert from 'node:assert/strict';
import { azureCard, circleciCard, justfileCard, makefileCard, packageJsonCard, shellCard, taskfileCard, tasksJsonCard } from '../../../src/core/extract/shell/cards.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';

const pull = 'command-pull image docker.io/library/';
const open = 'command-pull variable -';

describe('values that a Makefile gives', () => {
	it('the last of several, the one of a target alone, and those of included files', () => {
		expectUses(makefileCard, 'sub/Makefile', `include vars.mk
-include missing.mk $(GENERATED) /etc/x.mk
T = 1
T = 2 # not 3
H = 9#comment
N := $(T)
all: OWN = 5
all:
	docker pull «a:$(T)»
	docker pull «b:$(FROM_FILE)»
	docker pull «c:$(OWN)»
	docker pull «d:$(H)»
	docker pull «e:$(N)»
other another:
	docker pull «f:$(OWN)»
`, [`${pull}a:2`, `${pull}b:7`, `${pull}c:5`, `${pull}d:9`, `${pull}e:2`, open], { files: { 'sub/vars.mk': 'include deep.mk\nFROM_FILE := $(DEEP)\nx:\n\tdocker pull not:here\n', 'sub/deep.mk': 'include vars.mk\nDEEP = 7\n' } });
	});

	it('recipes behind another prefix, and what is exported', () => {
		const { commands } = expectUses(makefileCard, 'Makefile', `.RECIPEPREFIX := >
export A := "1"
export B C
override B = 2
D += x
E = 1
E += 2
F != date
G = $(G)
H ?= 3
H ?= 4
export
all two: ; @docker pull «a:$(A)»
all: own = 5
>docker pull «b:$(B)»
>docker pull «d:$(D)» && docker pull «e:$(E)» && docker pull «f:$(F)» && docker pull «g:$(G)» && docker pull «h:$(H)»
=x
>docker pull no
`.replace('=x\n>docker pull no\n', ''), [`${pull}a:1`, `${pull}b:2`, `${pull}d:x`, `${pull}e:1`, open, open, `${pull}h:3`]);
		assert.deepEqual(commands[0]?.environment.filter(({ value }) => value.open.length === 0).map(({ name, value }) => [name, value.value]), [['A', '1'], ['B', '2'], ['D', 'x'], ['E', '1 2'], ['H', '3']]);
	});

	it('what is included in a condition is not known', () => {
		expectUses(makefileCard, 'Makefile', 'ifdef X\ninclude v.mk\nendif\nall:\n\tdocker pull «a:$(T)»\n', [open], { files: { 'v.mk': 'T = 1\n' } });
	});

	it('asks for the files it includes, and theirs', () => {
		const input = { file: 'Makefile', text: 'include a.mk b.mk\n', files: new Map([['a.mk', 'include c.mk']]), environment: {}, builds: [] };
		assert.deepEqual(makefileCard.needs?.(input), ['a.mk', 'b.mk', 'c.mk']);
	});

	it('a tool behind a variable is a tool in every recipe', () => {
		expectUses(makefileCard, 'Makefile', 'TOOL ?= podman\nX := echo\nall:\n\t@$(TOOL) pull «a:1»\n\t$(X) pull b:1\n', [`${pull}a:1`]);
	});
});

describe('values that other files give', () => {
	it('package.json: what npm hands to scripts', () => {
		expectUses(packageJsonCard, 'package.json', '{"name": "app", "version": "1.2.3", "config": {"reg": "ghcr.io", "n": 1}, "scripts": {"a": "docker pull «$npm_package_config_reg/x/$npm_package_name:$npm_package_version»", "b": "docker pull «a:$npm_package_license»"}}', ['command-pull image ghcr.io/x/app:1.2.3', open]);
	});

	it('justfile: in any order, with every value of a condition, computed in place', () => {
		const { uses } = expectUses(justfileCard, 'justfile', `full := reg / "app" + ":" + tag
reg := if env("CI", "") == "true" { "ghcr.io/a" } else if x == "y" { 'quay.io/a' } else { "localhost:5000" } # where
tag := "1"
no := if a { f() } else { "b" }
odd := if a { "b" }
a:
    docker build -t «{{full}}» -t «{{ quote(tag + "x") }}» -t «{{no}}» -t «{{ odd }}» -t «{{ no + f(tag) }}» -t «{{reg}}/b:{{ tag }}» .
`, ['ghcr.io/a/app:1', 'docker.io/library/1x:latest', '-', '-', '-', 'ghcr.io/a/b:1'].map(image => `command-tag ${image === '-' ? 'variable' : 'build-output'} ${image}`));
		assert.deepEqual(uses[0]?.alternatives.map(({ value }) => value), ['quay.io/a/app:1', 'localhost:5000/app:1']);
	});

	it('justfile: expressions, defaults of the environment and of parameters', () => {
		expectUses(justfileCard, 'justfile', `reg := env_var_or_default("REG", "quay.io/me")
image := reg / 'app' # where
my-tag := "v" + "1"
git := \`git describe\`
odd := uppercase("x")
self := nothing
full := image + ":" + git
pull tag="3" +rest:
    docker pull «{{image}}:{{tag}}»
    docker pull «{{image}}:{{ my-tag }}»
    docker pull «{{git}}» && docker pull «{{odd}}» && docker pull «{{self}}» && docker pull «{{full}}»
    docker run {{rest}} «x:{{git}}»
run my-tag:
    docker pull «{{image}}:{{my-tag}}»
`.replace('    docker run {{rest}} «x:{{git}}»\n', ''), ['command-pull image quay.io/me/app:3', 'command-pull image quay.io/me/app:v1', open, open, open, open, open]);
	});

	it('Taskfile: env and vars, by template and by variable', () => {
		expectUses(taskfileCard, 'Taskfile.yml', 'env: {REG: quay.io}\nvars: {N: a}\ntasks:\n  t:\n    env: {TAG: "{{.N}}1"}\n    cmds: ["docker pull «$REG/{{.N}}/{{.N}}:$TAG»"]\n', ['command-pull image quay.io/a/a:a1']);
	});

	it('tasks.json: another command for one system, and the environment of a task', () => {
		expectUses(tasksJsonCard, '.vscode/tasks.json', `{"tasks": [
	{"command": "docker pull «a:1»", "windows": {"command": "docker pull «a:2»"}, "osx": {"args": ["x"]}, "linux": {"options": {}}},
	{"command": "docker", "args": ["pull", {"value": "«b:1»", "quoting": "strong"}], "linux": {"args": ["pull", "«b:2»"]}},
	{"command": "docker pull «c:$T» && docker pull «d:$U»", "options": {"cwd": "\${workspaceFolder}/x", "env": {"T": "3", "U": "\${env:HOME}", "V": 1}}},
	{"type": "docker-build", "dockerBuild": {"tag": "«e/f:1»"}}, {"type": "docker-run", "dockerRun": {"image": "«e/f:1»"}},
	{"label": "nothing"}, {"command": {"value": "docker pull «g:1»"}}, {"command": 1, "args": "x"}
]}`, [`${pull}a:1`, `${pull}a:2`, `${pull}b:1`, `${pull}b:2`, `${pull}c:3`, open, 'command-tag build-output docker.io/e/f:1', 'command-pull build-output docker.io/e/f:1', `${pull}g:1`]);
	});

	it('tasks.json: arguments with blanks and quotes stay one word', () => {
		const { commands } = extractWith(tasksJsonCard, '.vscode/tasks.json', '{"tasks": [{"command": "docker", "args": ["run", "-e", "A=b c", "--name=it\'s", "x:1"]}]}');
		assert.deepEqual(commands[0]?.flags.map(({ value }) => value?.value)[0], 'A=b c');
		assert.equal(commands[0]?.list, '", "');
	});

	it('CircleCI: parameters by default, by the calls of workflows, by a matrix', () => {
		const facts = expectUses(circleciCard, '.circleci/config.yml', `parameters: {base: {default: a:1}, none: {type: string}}
executors:
  e: {parameters: {t: {default: "2"}}, docker: [{image: «b:<< parameters.t >>»}]}
jobs:
  j:
    parameters: {v: {type: string}, w: {default: x}}
    environment: {E: "5"}
    docker: [{image: «<< pipeline.parameters.base >>»}, {image: «<<pipeline.parameters.none>>»}]
    steps:
      - run: docker pull «c:<< parameters.v >>»
      - run: {command: "docker pull «d:$E» && docker pull «<< parameters.w >>»"}
  k:
    parameters: {v: {default: "1"}}
    steps: [run: docker pull «f:<< parameters.v >>»]
  l:
    parameters: {v: {type: integer}}
    steps: [run: docker pull «g:<< parameters.v >>»]
workflows:
  w:
    jobs:
      - j: {matrix: {parameters: {v: ["1", "2"]}}}
      - j: {v: "3"}
      - k
      - l: {v: << pipeline.number >>}
`, [`workflow-container image docker.io/library/b:2`, `workflow-container image docker.io/library/a:1`, 'workflow-service variable -', `${pull}c:1`, `${pull}d:5`, `${pull}x:latest`, `${pull}f:1`, open]);
		assert.deepEqual(facts.uses[3]?.alternatives.map(({ value }) => value), ['c:2', 'c:3']);
	});

	it('CircleCI: a job that is called in very many ways keeps its variables', () => {
		const calls = Array.from({ length: 40 }, (_, index) => `      - j: {v: "${index}"}\n`).join('');
		expectUses(circleciCard, '.circleci/config.yml', `jobs:\n  j:\n    parameters: {v: {type: string}}\n    docker: [{image: «a:<< parameters.v >>»}]\nworkflows:\n  w:\n    jobs:\n${calls}`, ['workflow-container variable -']);
	});
});

describe('Azure Pipelines', () => {
	it('Docker@2 runs a build and a push', () => {
		const { commands, builds } = expectUses(azureCard, 'azure-pipelines.yml', `variables: {v: "1"}
steps:
  - task: Docker@2
    inputs:
      command: build
      repository: '«me/app»'
      Dockerfile: src/Dockerfile
      arguments: --build-arg A=b --cache-from «me/cache»
      tags: |
        $(v)
        latest
  - task: Docker@2
    inputs: {command: push, repository: «me/other», tags: "$(Build.BuildId)"}
`, ['command-tag build-output docker.io/me/app:1', 'command-pull image docker.io/me/cache:latest', 'command-push variable -']);
		assert.deepEqual(commands.map(({ tool, subcommand, editable, flags }) => [tool, subcommand, editable, ...flags.map(({ long, value }) => `${long}=${value?.value ?? ''}`)]), [
			['docker', 'build', false, 'file=src/Dockerfile', 'tag=me/app:1', 'tag=me/app:latest', 'build-arg=A=b', 'cache-from=me/cache'], ['docker', 'push', false],
		]);
		assert.ok(builds.some(({ dockerfile, args }) => dockerfile === 'src/Dockerfile' && args[0]?.value === 'b'));
	});

	it('a service connection leaves the name open; other commands are none', () => {
		const { commands } = expectUses(azureCard, 'azure-pipelines.yml', `steps:
  - task: Docker@2
    inputs: {command: build, containerRegistry: conn, repository: «app», tags: x}
  - task: Docker@2
    inputs: {command: login, containerRegistry: conn}
  - task: Docker@1
    inputs: {command: build, imageName: "«me/app:3»", dockerfile: "**/*.df"}
  - task: Docker@2
  - task: DockerCompose@0
    inputs: {repository: x}
`, ['command-tag variable -', 'command-tag build-output docker.io/me/app:3']);
		assert.deepEqual(commands.map(({ subcommand }) => subcommand), ['build', 'build']);
	});

	it('keys in any order', () => {
		const { commands } = extractWith(azureCard, 'azure-pipelines.yml', 'steps:\n- inputs:\n    repository: a/b\n    command: buildAndPush\n  task: Docker@2\n');
		for (const { span, toolSpan } of commands) { assert.ok(span.start <= toolSpan.start && toolSpan.end <= span.end); }
		assert.equal(commands.length, 2);
	});

	it('to build and to push are two commands', () => {
		const { commands } = extractWith(azureCard, 'azure-pipelines.yml', 'steps:\n- task: Docker@2\n  inputs:\n    command: buildAndPush\n    repository: a/b\n');
		assert.deepEqual(commands.map(({ subcommand, operands }) => [subcommand, ...operands.map(({ value }) => value)]), [['build', '.'], ['push', 'a/b:${_tag_}']]);
	});

	it('a container that an expression gives; scripts of other tasks in their language', () => {
		expectUses(azureCard, 'azure-pipelines.yml', `jobs:
  - job: a
    container: «\${{ parameters.image }}»
    steps:
      - task: PowerShell@2
        inputs: {targetType: inline, script: docker pull «a:1»}
      - task: AzureCLI@2
        inputs:
          scriptType: ps
          inlineScript: |
            docker pull \`
              «b:1»
      - task: BatchScript@1
        inputs:
          script: |
            docker pull ^
              «c:1»
`, ['workflow-container variable -', `${pull}a:1`, `${pull}b:1`, `${pull}c:1`]);
	});
});

describe('words as a shell makes them', () => {
	it('values with blanks are several words, empty ones none, comments in backticks neither', () => {
		expectUses(shellCard, 'a.sh', `OPTS="--rm -v /a:/b"
NOTHING=
LIST="a:1 b:1"
docker run $OPTS $NOTHING \`# not: this\` «c:1» x
docker pull «$LIST»
docker run "$NOTHING" d:1
`, [`${pull}c:1`, `${pull}a:1`]);
	});

	for (const flags of ['$DOCKER_OPTS', '${EXTRA_ARGS}', '"${args[@]}"', '$@', '"$@"', '${CACHE:+--pull always}', '$(tty -s && echo "-t")', '$(flags --rm)', '${TTY}']) {
		it(`${flags} holds flags, not the image`, () => { expectUses(shellCard, 'a.sh', `docker run ${flags} «a:1» x\n`, [`${pull}a:1`]); });
	}

	for (const image of ['$IMAGE', '"$DOCKER_ARGS"', '$BASE_IMAGE_ARGS', 'x:$TAG_OPTS', '$(image x)', '$1']) {
		it(`${image} is the image`, () => { expectUses(shellCard, 'a.sh', `docker run «${image}» a:1\n`.replace('«"', '"«').replace('"»', '»"'), [open]); });
	}
});

describe('what a Makefile exports for one target', () => {
	it('is in the environment of its recipe only', () => {
		const { commands } = extractWith(makefileCard, 'Makefile', 'a: export BUILDAH_FORMAT=docker\na:\n\tbuildah bud .\nb: X = 1\nb:\n\tbuildah bud .\n');
		assert.deepEqual(commands.map(({ environment }) => environment.map(({ name, value }) => `${name}=${value.value}`)), [['BUILDAH_FORMAT=docker'], []]);
	});
});
