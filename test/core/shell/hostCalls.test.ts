import assert from 'node:assert/strict';
import { azureCard, circleciCard, gitlabCard, taskfileCard } from '../../../src/core/extract/shell/cards.ts';
import type { ExtractCard } from '../../../src/core/extract/card.ts';

/** Each reference as written, with its values. */
function valuesIn(card: ExtractCard, file: string, text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
	const { uses } = card.extract({ file, text, files: new Map(Object.entries(files)), environment: {}, builds: [] });
	return uses.map(({ text: written, value, alternatives }) => [written, value, ...alternatives.map(each => each.value)].join(' '));
}

describe('parts of a pipeline that others use have the values that those give', () => {
	it('GitLab: a template of several jobs, with the variables of each', () => {
		assert.deepEqual(valuesIn(gitlabCard, '.gitlab-ci.yml', `include: [{local: /ci/v.yml}]
default: {image: "a:$T"}
.build:
  variables: {TAG: none}
  services: ["db:$V"]
  script: ["docker push r/$NAME:$TAG"]
one:
  extends: .build
  variables: {NAME: a, TAG: 1}
two:
  extends: [.build]
  variables: {NAME: b, TAG: 2, T: x}
.unused:
  script: ["docker pull u:$NAME"]
three:
  image: c:1
  script:
    - !reference [.setup, script]
    - docker pull d:$V
.setup:
  script: ["docker pull e:$V"]
`.replace('include: [{local: /ci/v.yml}]', 'include:\n  - local: /ci/v.yml'), { 'ci/v.yml': 'variables: {T: t, V: "3"}' }), ['a:$T a:t a:x', 'db:$V db:3', 'r/$NAME:$TAG r/a:1 r/b:2', 'u:$NAME ', 'c:1 c:1', 'd:$V d:3', 'e:$V e:3']);
		assert.deepEqual(gitlabCard.needs?.({ file: 'x/.gitlab-ci.yml', text: 'include:\n  - local: "/ci/v.yml"\n  - remote: https://x/y.yml\n', files: new Map(), environment: {}, builds: [] }), ['x/ci/v.yml']);
	});

	it('CircleCI: commands and executors, with the parameters of each use', () => {
		assert.deepEqual(valuesIn(circleciCard, '.circleci/config.yml', `executors:
  e:
    parameters: {v: {default: "1"}}
    docker: [{image: "a:<< parameters.v >>"}]
commands:
  push:
    parameters: {tag: {type: string}, name: {default: n}}
    steps: [{run: "docker push r/<< parameters.name >>:<< parameters.tag >>"}]
  unused:
    parameters: {tag: {default: d}}
    steps: [{run: "docker pull u:<< parameters.tag >>"}]
jobs:
  a:
    executor: {name: e, v: "2"}
    steps: [{push: {tag: x}}]
  b:
    executor: e
    steps: [{push: {tag: y, name: m}}, {push: {tag: << pipeline.id >>}}]
`), ['a:<< parameters.v >> a:2 a:1', 'r/<< parameters.name >>:<< parameters.tag >> r/n:x r/m:y', 'u:<< parameters.tag >> u:d']);
	});

	it('Azure: what stands below each', () => {
		assert.deepEqual(valuesIn(azureCard, 'azure-pipelines.yml', `parameters:
- name: all
  default: [a, b]
- name: apps
  default: [{name: c, tag: 1}, {name: d, tag: 2}]
steps:
- \${{ each i in parameters.all }}:
  - script: docker pull \${{ i }}:1
- \${{ each app in parameters.apps }}:
  - script: docker pull \${{ app.name }}:\${{ app.tag }}
- \${{ each x in parameters.none }}:
  - script: docker pull \${{ x }}:1
`), ['${{ i }}:1 a:1 b:1', '${{ app.name }}:${{ app.tag }} c:1 d:2', '${{ x }}:1 ']);
	});

	it('Azure: variables of a list in each other, and a variable that is called as an input of a task', () => {
		assert.deepEqual(valuesIn(azureCard, 'azure-pipelines.yml', `variables:
- {name: tag, value: 1.0}
- group: x
- name: img
  value: r.io/a:$(tag)
steps:
- script: docker pull $(img) && docker pull $(img)-$(nowhere)
- task: Docker@2
  inputs: {command: push, repository: me/a, tags: $(Build.BuildId)}
`), ['$(img) r.io/a:1.0', '$(img)-$(nowhere) ', 'me/a ']);
	});

	it('go-task: tasks that are called with variables, and defaults in templates', () => {
		assert.deepEqual(valuesIn(taskfileCard, 'Taskfile.yml', `vars: {R: r, T: '{{.T | default "t"}}'}
tasks:
  a:
    vars: {X: x}
    deps: [{task: pull, vars: {N: "{{.X}}"}}]
    cmds:
      - {task: pull, vars: {N: b}}
      - {task: pull}
      - docker push {{.R}}/a:{{.T}}
      - docker push {{.R}}/a:{{default "v" .V}} && docker push {{.R}}/b:{{.W | upper}}
  pull: docker pull {{.N}}:1
`), ['{{.R}}/a:{{.T}} r/a:t', '{{.R}}/a:{{default "v" .V}} r/a:v', '{{.R}}/b:{{.W | upper}} ', '{{.N}}:1 x:1 b:1']);
	});
});
