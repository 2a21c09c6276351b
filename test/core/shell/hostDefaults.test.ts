import assert from 'node:assert/strict';
import { azureCard, gitlabCard, markdownCard, shellCard, taskfileCard } from '../../../src/core/extract/shell/cards.ts';
import { expectUses } from '../../support/expectUses.ts';

const pull = 'command-pull image docker.io/library/';
const container = 'workflow-container image docker.io/library/';
const open = 'workflow-container variable -';

describe('what pipelines say of their own variables', () => {
	it('GitLab: a parallel matrix gives each of its values, inputs their default', () => {
		const facts = expectUses(gitlabCard, '.gitlab-ci.yml', `spec: {inputs: {v: {default: "3"}, none: {}, other: {default: $X}}}
---
variables: {T: "1"}
a:
  parallel: {matrix: [{V: ["1", "2"], UNUSED: [x, y]}, {V: "3"}]}
  image: «a:$V»
  script: ["docker pull «b:$V-$T»"]
b:
  image: «a:$[[ inputs.v ]]»
c:
  image: «a:$[[ inputs.none ]]»
d:
  image: «a:$[[ inputs.other ]]»
e: {parallel: 5, image: «a:$V»}
`, [`${container}a:1`, `${pull}b:1-1`, `${container}a:3`, open, open, open]);
		const values = facts.uses.slice(0, 2).map(({ value, alternatives }) => [value, ...alternatives.map(other => other.value)]);
		assert.deepEqual(values, [['a:1', 'a:2', 'a:3'], ['b:1-1', 'b:2-1', 'b:3-1']]);
	});

	it('GitLab: a matrix of very many rounds is one that nobody knows', () => {
		const list = `[${Array.from({ length: 9 }, (_, at) => `"${at}"`).join(', ')}]`;
		expectUses(gitlabCard, '.gitlab-ci.yml', `a:\n  parallel: {matrix: [{A: ${list}, B: ${list}}]}\n  image: «a:$A-$B»\n`, [open]);
	});

	it('GitLab: a script of hooks', () => {
		expectUses(gitlabCard, '.gitlab-ci.yml', 'a:\n  hooks: {pre_get_sources_script: ["docker pull «a:1»"]}\n', [`${pull}a:1`]);
	});

	it('Azure: parameters by their defaults, as a list or a map', () => {
		expectUses(azureCard, 'azure-pipelines.yml', `parameters:
- name: i
  default: a:1
- {name: none}
- {name: open, default: $(x)}
jobs:
- job: x
  container: «\${{ parameters.i }}»
  steps:
  - script: docker pull «\${{ parameters.i }}»
- job: y
  container: «\${{ parameters.none }}»
- job: z
  container: «\${{ parameters.open }}»
`, [`${container}a:1`, `${pull}a:1`, open, open]);
		expectUses(azureCard, 'azure-pipelines.yml', 'parameters: {i: a:1}\njobs:\n- job: x\n  container: «${{ parameters.i }}»\n', [`${container}a:1`]);
	});

	it('Taskfile: deferred commands, preconditions and status', () => {
		expectUses(taskfileCard, 'Taskfile.yml', `version: 3
tasks:
  a:
    preconditions: [{sh: docker pull «a:1», msg: docker pull z:1}, docker pull «b:1»]
    status: [docker pull «c:1»]
    cmds: [{defer: docker pull «d:1»}, {defer: {task: x}}]
`, ['a:1', 'b:1', 'c:1', 'd:1'].map(name => pull + name));
	});
});

describe('commands in odd places', () => {
	it('a driver\'s image among other options', () => {
		expectUses(shellCard, 'a.sh', 'docker buildx create --driver-opt image=«a:1»,network=host --driver-opt network=host,image=«b:1»\n', [`${pull}a:1`, `${pull}b:1`]);
	});

	it('what a trap runs', () => {
		expectUses(shellCard, 'a.sh', 'trap "docker run «a:1»" EXIT\ntrap - EXIT\ntrap\ntrap \'docker run b:1\'\ntrap cleanup INT\n', [`${pull}a:1`]);
	});

	it('Markdown: a workflow is read, what is commented out is not', () => {
		const facts = expectUses(markdownCard, 'README.md', `\`\`\`sh
docker pull «a:1»
\`\`\`
<!-- note -->
<!--
\`\`\`sh
docker pull z:1
\`\`\`
-->
\`\`\`yaml
jobs:
  a:
    runs-on: ubuntu-latest
    container: «b:1»
    steps:
      - run: docker run «c:1»
\`\`\`
\`\`\`yaml
jobs:
  a: {docker: [{image: z:1}]}
\`\`\`
   <!-- not closed
\`\`\`sh
docker pull z:1
\`\`\`
`, [`${pull}a:1`, `${container}b:1`, `${pull}c:1`]);
		assert.equal(facts.commands[facts.uses[2]?.command ?? -1]?.subcommand, 'run');
	});
});
