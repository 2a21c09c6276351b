import { fixCases } from '../../support/fixCases.ts';

const old = { code: 'oci-unsupported-by-target', settings: 'targets: openshift-3.11' };
const quay = { code: 'push-attestation-rejected-quay', settings: 'targets: quay-3.8' };
const add = '⟦→ --format=docker⟧';
const bud = 'buildah bud -t a:1 .';
const push = 'docker buildx build -t r.acme.dev/a:1 --push .';
const dotenv = { '.env': 'BUILDAH_FORMAT=docker\n' };

fixCases('BUILDAH_FORMAT that a Makefile hands to the recipe is enough', old, [
	['a variable of the target', 'Makefile', `image: BUILDAH_FORMAT = docker\nimage: export BUILDAH_FORMAT\nimage:\n\t${bud}\n`],
	['both on one line', 'Makefile', `image: export BUILDAH_FORMAT := docker\nimage:\n\t${bud}\n`],
	['several targets', 'Makefile', `image other: export BUILDAH_FORMAT=docker\nother image:\n\t${bud}\n`],
	['a pattern', 'Makefile', `%: export BUILDAH_FORMAT=docker\nimage:\n\t${bud}\n`],
	['perhaps from the target that needs it', 'Makefile', `release: export BUILDAH_FORMAT=docker\nrelease: image\nimage:\n\t${bud}\n`],
	['exported before it is set', 'Makefile', `export BUILDAH_FORMAT\nBUILDAH_FORMAT = docker\nimage:\n\t${bud}\n`],
	['the user sets it', 'Makefile', `export BUILDAH_FORMAT\nimage:\n\t${bud}\n`],
	['all are exported', 'Makefile', `BUILDAH_FORMAT ?= docker\nexport\nimage:\n\t${bud}\n`],
	['all are exported by a target', 'Makefile', `.EXPORT_ALL_VARIABLES:\nBUILDAH_FORMAT = docker\nimage:\n\t${bud}\n`],
	['from an included file', 'Makefile', `-include common.mk\nimage:\n\t${bud}\n`, { 'common.mk': 'export BUILDAH_FORMAT := docker\n' }],
	['from .env', 'Makefile', `include .env\nexport\nimage:\n\t${bud}\n`, dotenv],
	['one shell for the recipe', 'Makefile', `.ONESHELL:\nimage:\n\texport BUILDAH_FORMAT=docker\n\t${bud}\n`],
]);

fixCases('BUILDAH_FORMAT that does not reach the recipe is not', old, [
	['another target', 'Makefile', `other: export BUILDAH_FORMAT=docker\nimage:\n\tbuildah bud${add} -t a:1 .\n`],
	['never exported', 'Makefile', `BUILDAH_FORMAT = docker\nimage:\n\tbuildah bud${add} -t a:1 .\n`],
	['exported by another line of the recipe', 'Makefile', `image:\n\texport BUILDAH_FORMAT=docker\n\tbuildah bud${add} -t a:1 .\n`],
	['no longer exported', 'Makefile', `export BUILDAH_FORMAT = docker\nunexport BUILDAH_FORMAT\nimage:\n\tbuildah bud${add} -t a:1 .\n`],
	['another stage', 'Dockerfile', `FROM quay.io/buildah/stable:v1.37 AS a\nENV BUILDAH_FORMAT=docker\nFROM quay.io/buildah/stable:v1.37\nRUN buildah bud${add} -t a:1 .\n`],
	['a later ENV', 'Dockerfile', `FROM quay.io/buildah/stable:v1.37\nRUN buildah bud${add} -t a:1 .\nENV BUILDAH_FORMAT=docker\n`],
	['a variable of just', 'justfile', `BUILDAH_FORMAT := 'docker'\nimage:\n    buildah bud${add} -t a:1 .\n`],
	['a variable of the shell', 'b.sh', `BUILDAH_FORMAT=docker\nbuildah bud${add} -t a:1 .\n`],
	['set -a that came to its end', 'b.sh', `set -a\nA=1\nset +a\nBUILDAH_FORMAT=docker\nbuildah bud${add} -t a:1 .\n`],
	['it is taken away', 'b.sh', `export BUILDAH_FORMAT=docker\nunset BUILDAH_FORMAT\nbuildah bud${add} -t a:1 .\n`],
	['a variable of Groovy', 'Jenkinsfile', `def BUILDAH_FORMAT = 'docker'\nnode { sh 'buildah bud${add} -t a:1 .' }\n`],
	['another value', 'b.sh', `export BUILDAH_FORMAT=oci\nbuildah bud${add} -t a:1 .\n`],
	['another job', '.gitlab-ci.yml', `a:\n  before_script:\n    - export BUILDAH_FORMAT=docker\n  script: [ "true" ]\nb:\n  script:\n    - buildah bud${add} -t a:1 .\n`],
]);

fixCases('BUILDAH_FORMAT is seen wherever a host sets it', old, [
	['ENV', 'Dockerfile', `FROM quay.io/buildah/stable:v1.37\nENV BUILDAH_FORMAT=docker\nRUN ${bud}\n`],
	['the old ENV, and a heredoc', 'Dockerfile', `FROM quay.io/buildah/stable:v1.37\nENV BUILDAH_FORMAT docker\nRUN <<EOF\n${bud}\nEOF\n`],
	['ENV of several', 'Dockerfile', `FROM quay.io/buildah/stable:v1.37\nENV A="x y" \\\n    BUILDAH_FORMAT="docker"\nRUN ${bud}\n`],
	['ENV of the stage below', 'Dockerfile', `FROM quay.io/buildah/stable:v1.37 AS a\nENV BUILDAH_FORMAT=docker\nFROM a\nRUN ${bud}\n`],
	['ARG', 'Dockerfile', `FROM quay.io/buildah/stable:v1.37\nARG BUILDAH_FORMAT=docker\nRUN ${bud}\n`],
	['export', 'justfile', `export BUILDAH_FORMAT := "docker"\nimage:\n    ${bud}\n`],
	['set export', 'justfile', `set export\nBUILDAH_FORMAT := 'docker'\nimage:\n    ${bud}\n`],
	['an exported parameter', 'justfile', `image $BUILDAH_FORMAT="docker":\n    ${bud}\n`],
	['.env', 'justfile', `set dotenv-load\nimage:\n    ${bud}\n`, dotenv],
	['env of a task', 'Taskfile.yml', `version: '3'\ntasks:\n  a:\n    env: { BUILDAH_FORMAT: docker }\n    cmds:\n      - ${bud}\n`],
	['.env', 'Taskfile.yml', `version: '3'\ndotenv: ['.env']\ntasks:\n  a:\n    cmds:\n      - ${bud}\n`, dotenv],
	['options of all tasks', '.vscode/tasks.json', `{ "version": "2.0.0", "options": { "env": { "BUILDAH_FORMAT": "docker" } }, "tasks": [ { "label": "a", "type": "shell", "command": "${bud}" } ] }\n`],
	['options of the task', '.vscode/tasks.json', `{ "version": "2.0.0", "tasks": [ { "label": "a", "type": "shell", "command": "${bud}", "options": { "env": { "BUILDAH_FORMAT": "docker" } } } ] }\n`],
	['cross-env', 'package.json', `{ "scripts": { "a": "cross-env BUILDAH_FORMAT=docker ${bud}" } }\n`],
	['containerEnv', '.devcontainer/devcontainer.json', `{ "image": "quay.io/buildah/stable:v1.37", "containerEnv": { "BUILDAH_FORMAT": "docker" }, "postCreateCommand": "${bud}" }\n`],
	['remoteEnv', '.devcontainer/devcontainer.json', `{ "image": "quay.io/buildah/stable:v1.37", "remoteEnv": { "BUILDAH_FORMAT": "docker" }, "postCreateCommand": "${bud}" }\n`],
	['sudo', 'b.sh', `sudo BUILDAH_FORMAT=docker ${bud}\n`],
	['declare -x', 'b.sh', `declare -x BUILDAH_FORMAT=docker\n${bud}\n`],
	['set -a', 'b.sh', `set -a\nBUILDAH_FORMAT=docker\nset +a\n${bud}\n`],
	['set -a and .env', 'b.sh', `set -a; . ./.env; set +a\n${bud}\n`, dotenv],
	['a sourced file', 'b.sh', `source env.sh\n${bud}\n`, { 'env.sh': 'export BUILDAH_FORMAT=docker\n' }],
	['a default that is assigned', 'b.sh', `: "\${BUILDAH_FORMAT:=docker}"\nexport BUILDAH_FORMAT\n${bud}\n`],
	['in one branch', 'b.sh', `if [ -n "$OLD" ]; then export BUILDAH_FORMAT=docker; fi\n${bud}\n`],
	['in a function', 'b.sh', `setup() { export BUILDAH_FORMAT=docker; }\nsetup\n${bud}\n`],
	['a block before', 'README.md', `\`\`\`sh\nexport BUILDAH_FORMAT=docker\n\`\`\`\n\nThen\n\n\`\`\`sh\n${bud}\n\`\`\`\n`],
	['PowerShell', 'b.ps1', `$env:BUILDAH_FORMAT = "docker"\n${bud}\n`],
	['a batch file', 'b.bat', `set BUILDAH_FORMAT=docker\r\n${bud}\r\n`],
	['a before_script of all jobs', '.gitlab-ci.yml', `default:\n  before_script:\n    - export BUILDAH_FORMAT=docker\na:\n  script:\n    - ${bud}\n`],
	['a before_script on top', '.gitlab-ci.yml', `a:\n  script:\n    - ${bud}\nbefore_script:\n  - export BUILDAH_FORMAT=docker\n`],
	['what the job extends', '.gitlab-ci.yml', `.x:\n  variables: { BUILDAH_FORMAT: docker }\na:\n  extends: .x\n  script:\n    - ${bud}\n`],
	['the container of the job', '.circleci/config.yml', `version: 2.1\njobs:\n  b:\n    docker:\n      - image: quay.io/buildah/stable:v1.37\n        environment: { BUILDAH_FORMAT: docker }\n    steps:\n      - run: ${bud}\n`],
	['the step of a task', 'task.yaml', `apiVersion: tekton.dev/v1\nkind: Task\nmetadata:\n  name: b\nspec:\n  steps:\n  - image: quay.io/buildah/stable:v1.37\n    env:\n    - name: BUILDAH_FORMAT\n      value: docker\n    script: |\n      ${bud}\n`],
	['the step', 'azure-pipelines.yml', `steps:\n- script: ${bud}\n  env:\n    BUILDAH_FORMAT: docker\n`],
	['the pipeline', 'Jenkinsfile', `pipeline {\n  agent any\n  environment {\n    BUILDAH_FORMAT = 'docker'\n  }\n  stages { stage('a') { steps { sh '${bud}' } } }\n}\n`],
	['withEnv', 'Jenkinsfile', `node { withEnv(['BUILDAH_FORMAT=docker']) { sh '${bud}' } }\n`],
	['one of several values', 'Jenkinsfile', `node {\n  env.BUILDAH_FORMAT = 'docker'\n  if (old) { env.BUILDAH_FORMAT = 'oci' }\n  sh '${bud}'\n}\n`],
]);

fixCases('BUILDX_NO_DEFAULT_ATTESTATIONS is seen wherever a host sets it', quay, [
	['the task', '.vscode/tasks.json', `{ "version": "2.0.0", "tasks": [ { "label": "a", "type": "shell", "command": "${push}", "options": { "env": { "BUILDX_NO_DEFAULT_ATTESTATIONS": "1" } } } ] }\n`],
	['the target', 'Makefile', `image: export BUILDX_NO_DEFAULT_ATTESTATIONS = 1\nimage:\n\t${push}\n`],
	['a workflow, as an expression', '.github/workflows/a.yml', `on: push\nenv:\n  BUILDX_NO_DEFAULT_ATTESTATIONS: \${{ vars.PLAIN }}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${push}\n`],
	['the script, in a condition', 'b.sh', `[ -n "$CI" ] && export BUILDX_NO_DEFAULT_ATTESTATIONS=1\n${push}\n`],
]);
