import assert from 'node:assert/strict';
import { assertDrawn } from './drawUses.ts';
import { azureCard, circleciCard, gitlabCard, justfileCard, makefileCard, markdownCard, packageJsonCard, shellCard, taskfileCard, tasksJsonCard, workflowCard } from '../../../src/core/extract/shell/cards.ts';

describe('files that hold build commands', () => {
	it('shell scripts: pulls, builds, tags and pushes', () => {
		assertDrawn(shellCard, 'build.sh', `#!/bin/sh
docker pull node:20
#           ^^^^^^^ command-pull image docker.io/library/node:20
TAG=1.0
docker build -t "me/app:$TAG" .
#                ^^^^^^^^^^^ command-tag build-output docker.io/me/app:1.0
docker push me/app:$TAG
#           ^^^^^^^^^^^ command-push build-output docker.io/me/app:1.0
docker run --rm me/app:1.0 sh -c 'docker pull other'
#               ^^^^^^^^^^ command-pull build-output docker.io/me/app:1.0
`);
	});

	it('a Makefile: variables, prefixes, continuations', () => {
		assertDrawn(makefileCard, 'Makefile', `IMG ?= quay.io/me/app
VERSION := 1.2
FULL = $(IMG):$(VERSION)
.PHONY: build
build: ## Build it
	@docker build \\
		-t $(FULL) \\
#    ^^^^^^^ command-tag build-output quay.io/me/app:1.2
		.
	-docker pull alpine:$$TAG
#             ^^^^^^^^^^^^ command-pull variable
	docker pull $(shell cat image.txt)
#            ^^^^^^^^^^^^^^^^^^^^^^ command-pull variable
push: ; docker push \${FULL}
#                   ^^^^^^^ command-push build-output quay.io/me/app:1.2
`);
	});

	it('a GitHub workflow: containers, services, actions, scripts', () => {
		assertDrawn(workflowCard, '.github/workflows/ci.yml', `env:
  IMAGE: ghcr.io/me/app
jobs:
  test:
    container: node:20
#              ^^^^^^^ workflow-container image docker.io/library/node:20
    services:
      db:
        image: "postgres:16"
#               ^^^^^^^^^^^ workflow-service image docker.io/library/postgres:16
    steps:
      - uses: docker://alpine:3.20
#                      ^^^^^^^^^^^ workflow-uses image docker.io/library/alpine:3.20
      - run: |
          docker pull redis:7
#                     ^^^^^^^ command-pull image docker.io/library/redis:7
          docker push $IMAGE:\${{ github.sha }}
#                     ^^^^^^^^^^^^^^^^^^^^^^^^ command-push variable
          docker push $IMAGE:main
#                     ^^^^^^^^^^^ command-push build-output ghcr.io/me/app:main
      - uses: docker/build-push-action@v6
        with:
          push: true
          tags: |
            ghcr.io/me/app:latest
#           ^^^^^^^^^^^^^^^^^^^^^ workflow-tag build-output ghcr.io/me/app:latest
            ghcr.io/me/app:\${{ github.ref_name }}
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ workflow-tag variable
          cache-from: type=registry,ref=ghcr.io/me/app:cache
#                                       ^^^^^^^^^^^^^^^^^^^^ workflow-cache image ghcr.io/me/app:cache
          outputs: type=image,name=ghcr.io/me/other,push=true
#                                  ^^^^^^^^^^^^^^^^ workflow-output build-output ghcr.io/me/other
`);
	});

	it('GitLab CI: images, services, scripts of one shell', () => {
		assertDrawn(gitlabCard, '.gitlab-ci.yml', `variables:
  V: "27"
image: docker:$V
#      ^^^^^^^^^ workflow-container image docker.io/library/docker:27
services:
  - name: docker:$V-dind
#         ^^^^^^^^^^^^^^ workflow-service image docker.io/library/docker:27-dind
build:
  image: {name: "$CI_REGISTRY_IMAGE/base:1", entrypoint: [""]}
#                ^^^^^^^^^^^^^^^^^^^^^^^^^ workflow-container variable
  before_script:
    - IMG=me/app
  script:
    - docker build -t $IMG:1 .
#                     ^^^^^^ command-tag build-output docker.io/me/app:1
    - >
      docker pull
      alpine:3
#     ^^^^^^^^ command-pull image docker.io/library/alpine:3
`);
	});

	it('CircleCI, Azure Pipelines', () => {
		assertDrawn(circleciCard, '.circleci/config.yml', `executors:
  e:
    docker:
      - image: cimg/node:20.1
#              ^^^^^^^^^^^^^^ workflow-container image docker.io/cimg/node:20.1
      - image: postgres:<< parameters.pg >>
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ workflow-service variable
jobs:
  b:
    machine:
      image: ubuntu-2204:current
    steps:
      - run: docker pull alpine:3
#                        ^^^^^^^^ command-pull image docker.io/library/alpine:3
      - run:
          command: docker push me/x:<< parameters.tag >>
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^ command-push variable
`);
		assertDrawn(azureCard, 'azure-pipelines.yml', `variables:
  tag: '1.2'
resources:
  containers:
    - container: u
      image: ubuntu:22.04
#            ^^^^^^^^^^^^ workflow-container image docker.io/library/ubuntu:22.04
jobs:
  - job: a
    container: u
    steps:
      - script: docker pull node:$(tag)
#                           ^^^^^^^^^^^ command-pull image docker.io/library/node:1.2
      - bash: |
          docker push me/app:$(Build.BuildId)
#                     ^^^^^^^^^^^^^^^^^^^^^^^ command-push variable
`);
	});

	it('Taskfile and justfile', () => {
		assertDrawn(taskfileCard, 'Taskfile.yml', `vars:
  TAG: v1
tasks:
  a:
    cmds:
      - docker build -t me/a:{{.TAG}} .
#                       ^^^^^^^^^^^^^ command-tag build-output docker.io/me/a:v1
      - cmd: docker pull {{.OTHER}}
#                        ^^^^^^^^^^ command-pull variable
  b: docker pull alpine:3
#                ^^^^^^^^ command-pull image docker.io/library/alpine:3
`);
		assertDrawn(justfileCard, 'justfile', `tag := "1.0"
build target='x':
    @docker build -t me/a:{{tag}} \\
#                    ^^^^^^^^^^^^ command-tag build-output docker.io/me/a:1.0
        --push .
    docker pull {{target}}
#               ^^^^^^^^^^ command-pull image docker.io/library/x
`);
	});

	it('package.json and tasks.json', () => {
		assertDrawn(packageJsonCard, 'package.json', `{ "scripts": {
  "db": "docker run -d -p 1:1 \\"postgres:16\\" && docker pull redis:7"
#                               ^^^^^^^^^^^ command-pull image docker.io/library/postgres:16
#                                                            ^^^^^^^ command-pull image docker.io/library/redis:7
} }
`);
		assertDrawn(tasksJsonCard, '.vscode/tasks.json', `{ "tasks": [
  { "type": "shell", "command": "docker", "args": ["pull", "alpine:3"] },
#                                                           ^^^^^^^^ command-pull image docker.io/library/alpine:3
  { "type": "shell", "command": "docker pull \${input:image}" } // comment
#                                            ^^^^^^^^^^^^^^ command-pull variable
] }
`);
	});

	it('Markdown: fences in lists and quotes, prompts, Dockerfiles, Compose', () => {
		assertDrawn(markdownCard, 'README.md', `Run docker pull nothing:1 first.

\`\`\`console
$ docker pull alpine:3
#             ^^^^^^^^ command-pull image docker.io/library/alpine:3
3: Pulling from library/alpine
docker pull not:this
$ docker build \\
>   -t me/x .
#      ^^^^ command-tag build-output docker.io/me/x
\`\`\`
- item
    ~~~sh
    docker pull <image>:<tag>
#               ^^^^^^^^^^^^^ command-pull variable
    ~~~
> \`\`\`bash
> docker pull quoted/it:1
#             ^^^^^^^^^^^ command-pull image docker.io/quoted/it:1
> \`\`\`

\`\`\`
some docker words
skopeo copy docker://a/b:1 docker://c/d:1
#                    ^^^^^ command-pull image docker.io/a/b:1
#                                   ^^^^^ command-push build-output docker.io/c/d:1
\`\`\`

\`\`\`dockerfile
FROM node:22
#    ^^^^^^^ from image docker.io/library/node:22
\`\`\`

\`\`\`yaml
services:
  a:
    image: nginx:1
#          ^^^^^^^ compose-image image docker.io/library/nginx:1
\`\`\`
\`\`\`text
docker pull words are output here
\`\`\`
`);
	});

	it('Markdown: indented blocks, in lists too, but not the text of a list or what follows a paragraph', () => {
		assertDrawn(markdownCard, 'README.md', `Run it:

    docker run --rm alpine:1
#                   ^^^^^^^^ command-pull image docker.io/library/alpine:1
    docker is running
Words
    docker pull no/block:1

\t$ docker pull \\
\t>   alpine:2
#    ^^^^^^^^ command-pull image docker.io/library/alpine:2
\t2: Pulling from library/alpine
\tdocker pull no/command:1

1. An item

   docker pull no/block:2

       podman pull alpine:3
#                  ^^^^^^^^ command-pull image docker.io/library/alpine:3

       podman pull alpine:4
#                  ^^^^^^^^ command-pull image docker.io/library/alpine:4
- Another

    docker pull no/block:3

No item any more

    C:\\Users\\me>docker pull alpine:5
#                           ^^^^^^^^ command-pull image docker.io/library/alpine:5
`);
	});

	it('Markdown: one block after the other is typed into the same terminal', () => {
		const { builds } = assertDrawn(markdownCard, 'README.md', `
\`\`\`sh
git clone https://github.com/acme/app && cd app
export TAG=1.0
exit
\`\`\`

\`\`\`console
$ docker build -t acme/app:$TAG .
#                 ^^^^^^^^^^^^^ command-tag build-output docker.io/acme/app:1.0
\`\`\`
`);
		assert.deepEqual(builds.map(({ dockerfile }) => dockerfile), ['Dockerfile']);
	});

	it('Markdown: a block that begins without a prompt has commands without one', () => {
		assertDrawn(markdownCard, 'README.md', `
\`\`\`
# a network
docker network create x
$ docker pull a/b:1
#             ^^^^^ command-pull image docker.io/a/b:1
docker pull a/b:2
#           ^^^^^ command-pull image docker.io/a/b:2
\`\`\`

\`\`\`
$ make
docker pull a/b:3
\`\`\`

\`\`\`sh
docker pull a/b:4
#           ^^^^^ command-pull image docker.io/a/b:4
$ docker run a/b:5
#            ^^^^^ command-pull image docker.io/a/b:5
\`\`\`

\`\`\`console
docker pull a/b:6
$ docker ps
\`\`\`
`);
	});

	it('a workflow whose runner an expression names: what only PowerShell can read is PowerShell', () => {
		assertDrawn(workflowCard, '.github/workflows/a.yml', `jobs:
  a:
    runs-on: \${{ inputs.os }}
    steps:
      - run: |
          & docker pull \`
            --quiet a/b:1
#                   ^^^^^ command-pull image docker.io/a/b:1
`);
	});

	it('Markdown: a code span in a sentence speaks of a command and is none', () => {
		assertDrawn(markdownCard, 'README.md', `
Use \`docker manifest inspect a/b:1\`, or \`docker build -t x --push\`, or \`kubectl run x --image=a/b:1\`.

    docker pull a/b:2
#               ^^^^^ command-pull image docker.io/a/b:2
`);
	});

	it('a workflow step says where a new input goes', () => {
		const { steps, text } = assertDrawn(workflowCard, '.github/workflows/a.yml', `jobs:
  a:
    steps:
      - uses: docker/build-push-action@v6
        with:
          push: true # now
          file: app/Dockerfile
          build-args: |
            V=1

      - uses: actions/checkout@v4
`);
		const [build, checkout] = steps;
		assert.deepEqual(build?.inputs.map(({ name, value }) => [name, value]), [['push', 'true'], ['file', 'app/Dockerfile'], ['build-args', 'V=1\n']]);
		assert.equal(build?.insertion?.indent, '          ');
		assert.equal(text.slice(build?.insertion?.offset), '\n      - uses: actions/checkout@v4\n');
		assert.equal(text.slice(build?.inputs[0]?.lineSpan.start, build?.inputs[0]?.lineSpan.end), '          push: true # now\n');
		assert.equal(checkout?.insertion, undefined);
	});

	it('PowerShell: continued lines and environment variables', () => {
		const { commands } = assertDrawn(shellCard, 'build.ps1', `$env:BUILDAH_FORMAT = "docker"
$tag = "1.0"
docker build \`
  -t me/app:$tag \`
#    ^^^^^^^^^^^ command-tag build-output docker.io/me/app:1.0
  .
docker push me/app:$env:BUILD_ID
#           ^^^^^^^^^^^^^^^^^^^^ command-push variable
`);
		assert.equal(commands[0]?.continuation, ' `\n  ');
		assert.deepEqual(commands[0]?.environment.map(({ name, value }) => [name, value.value]), [['BUILDAH_FORMAT', 'docker']]);
	});
});
