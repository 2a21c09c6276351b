import { pipelineCard } from '../../../src/core/extract/shell/cards.ts';
import { expectUses } from '../../support/expectUses.ts';

describe('pipelines of further CI systems', () => {
	it('Drone', () => {
		expectUses(pipelineCard, '.drone.yml', `kind: pipeline
type: docker
name: default
steps:
  - name: test
    image: «golang:1.22»
    commands:
      - go test
      - docker pull «a/b:1»
  - name: publish
    image: «plugins/docker»
    settings:
      repo: «me/app»
      tags: [latest]
services:
  - name: db
    image: «postgres:16»
---
kind: secret
name: x
`, ['workflow-container image docker.io/library/golang:1.22', 'command-pull image docker.io/a/b:1', 'workflow-container image docker.io/plugins/docker:latest', 'workflow-tag build-output docker.io/me/app:latest', 'workflow-service image docker.io/library/postgres:16']);
		expectUses(pipelineCard, '.drone.yml', `kind: pipeline
type: exec
steps:
  - name: a
    commands:
      - docker build -t «a/b:1» .
`, ['command-tag build-output docker.io/a/b:1']);
		expectUses(pipelineCard, '.drone.yml', `kind: pipeline
steps:
  - name: a
    image: «registry.example.com/app:\${DRONE_TAG}»
    environment:
      T: "2"
      S: {from_secret: x}
    commands:
      - docker push «a/b:$T»
      - docker push «a/b:$\${S}»
`, ['workflow-container variable -', 'command-push build-output docker.io/a/b:2', 'command-push variable -']);
	});

	it('Woodpecker', () => {
		expectUses(pipelineCard, '.woodpecker.yml', `matrix:
  V: ["1.21", "1.22"]
steps:
  test:
    image: «golang:\${V}»
    commands: [go test]
services:
  db:
    image: «postgres:16»
clone:
  git:
    image: «woodpeckerci/plugin-git:2»
`, ['workflow-container image docker.io/library/golang:1.21', 'workflow-service image docker.io/library/postgres:16', 'workflow-container image docker.io/woodpeckerci/plugin-git:2']);
		expectUses(pipelineCard, '.woodpecker/build.yaml', `variables:
  - &img «node:20»
steps:
  - name: a
    image: *img
    commands:
      - |
        docker run --rm \\
          «a/b:1»
`, ['workflow-container image docker.io/library/node:20', 'command-pull image docker.io/a/b:1']);
	});

	it('Bitbucket: what is called image is none', () => {
		expectUses(pipelineCard, 'bitbucket-pipelines.yml', 'definitions:\n  caches: { image: out/ }\n  steps: [ { step: &a { image: «a:1», script: [ { pipe: x/y:1, variables: { image: no:1 } } ] } } ]\npipelines:\n  default: [ step: *a, parallel: [ step: { image: { name: «b:1» } } ] ]\n', [
			'workflow-container image docker.io/library/a:1', 'workflow-container image docker.io/library/b:1',
		]);
	});

	it('Bitbucket', () => {
		expectUses(pipelineCard, 'bitbucket-pipelines.yml', `image: «node:20»
definitions:
  services:
    docker: {memory: 2048}
    pg:
      image: «postgres:16»
  steps:
    - step: &b
        name: b
        image: {name: «me/build:1», username: $U}
        script:
          - docker build -t «me/app:1» .
          - pipe: docker://«me/pipe:1»
            variables: {A: b}
          - pipe: atlassian/aws-s3-deploy:1.1.0
        after-script:
          - docker push «me/app:1»
pipelines:
  default:
    - step: *b
    - parallel:
        - step:
            image: «python:3.12»
            script: [docker pull «x/y:1»]
`, ['workflow-container image docker.io/library/node:20', 'workflow-service image docker.io/library/postgres:16', 'workflow-container image docker.io/me/build:1', 'command-tag build-output docker.io/me/app:1', 'workflow-uses image docker.io/me/pipe:1', 'command-push build-output docker.io/me/app:1', 'workflow-container image docker.io/library/python:3.12', 'command-pull image docker.io/x/y:1']);
	});

	it('Travis', () => {
		expectUses(pipelineCard, '.travis.yml', `language: go
services: [docker]
env:
  global:
    - REPO=me/app
before_install:
  - docker pull «a/b:1»
script:
  - T=1
  - docker build -t «$REPO:$T» .
deploy:
  provider: script
  script: docker push «$REPO:$T»
`, ['command-pull image docker.io/a/b:1', 'command-tag build-output docker.io/me/app:1', 'command-push build-output docker.io/me/app:1']);
		expectUses(pipelineCard, '.travis.yml', `env:
  - V=1
  - V=2
script: docker pull «a/b:$V»
`, ['command-pull image docker.io/a/b:1']);
	});

	it('Buildkite', () => {
		expectUses(pipelineCard, '.buildkite/pipeline.yml', `env:
  IMG: me/app
steps:
  - label: x
    command: docker build -t «$$IMG:1» .
    plugins:
      - docker#v5.11.0:
          image: "«node:20»"
  - wait
  - group: g
    steps:
      - commands:
          - docker pull «a/b:1»
          - docker push «\${IMG}:1»
  - block: ok
`, ['command-tag build-output docker.io/me/app:1', 'workflow-container image docker.io/library/node:20', 'command-pull image docker.io/a/b:1', 'command-push build-output docker.io/me/app:1']);
	});

	it('Google Cloud Build', () => {
		expectUses(pipelineCard, 'cloudbuild.yaml', `substitutions:
  _TAG: v1
steps:
  - name: «gcr.io/cloud-builders/docker»
    args: ['build', '-t', '«gcr.io/$PROJECT_ID/app:$_TAG»', '.']
  - name: '«gcr.io/cloud-builders/docker»'
    args: [push, «quay.io/me/app:$_TAG»]
  - name: «bash»
    script: |
      docker pull «a/b:1»
  - name: «gcr.io/cloud-builders/docker»
    entrypoint: bash
    args:
      - -c
      - |
        docker pull «a/c:\${_TAG}» || exit 0
  - name: «gcr.io/kaniko-project/executor:latest»
    args:
      - --destination=«gcr.io/$PROJECT_ID/x:1»
      - --cache=true
images:
  - «quay.io/me/app:\${_TAG}»
`, ['workflow-container image gcr.io/cloud-builders/docker:latest', 'command-tag variable -', 'workflow-container image gcr.io/cloud-builders/docker:latest', 'command-push build-output quay.io/me/app:v1', 'workflow-container image docker.io/library/bash:latest', 'command-pull image docker.io/a/b:1', 'workflow-container image gcr.io/cloud-builders/docker:latest', 'command-pull image docker.io/a/c:v1', 'workflow-container image gcr.io/kaniko-project/executor:latest', 'command-push variable -', 'workflow-push build-output quay.io/me/app:v1']);
		expectUses(pipelineCard, 'cloudbuild.json', `{"steps":[{"name":"«gcr.io/cloud-builders/docker»","args":["build","-t","«quay.io/a/b:1»","."]}],"images":["«quay.io/a/b:1»"]}
`, ['workflow-container image gcr.io/cloud-builders/docker:latest', 'command-tag build-output quay.io/a/b:1', 'workflow-push build-output quay.io/a/b:1']);
	});

	it('AWS CodeBuild', () => {
		expectUses(pipelineCard, 'buildspec.yml', `version: 0.2
env:
  variables:
    REPO: me/app
phases:
  pre_build:
    commands:
      - TAG=1
      - docker pull «a/b:1»
  build:
    commands:
      - docker build -t «$REPO:$TAG» .
  post_build:
    commands:
      - docker push «$REPO:$TAG»
`, ['command-pull image docker.io/a/b:1', 'command-tag build-output docker.io/me/app:1', 'command-push build-output docker.io/me/app:1']);
	});

	it('Skaffold', () => {
		expectUses(pipelineCard, 'skaffold.yaml', `apiVersion: skaffold/v4beta6
kind: Config
build:
  artifacts:
    - image: «me/app»
      context: app
      docker:
        dockerfile: Dockerfile.dev
        cacheFrom:
          - «me/app:cache»
    - image: «me/other»
      buildpacks:
        builder: «gcr.io/buildpacks/builder:v1»
`, ['workflow-tag build-output docker.io/me/app:latest', 'workflow-cache image docker.io/me/app:cache', 'workflow-tag build-output docker.io/me/other:latest', 'workflow-image image gcr.io/buildpacks/builder:v1']);
	});

	it('Gitpod', () => {
		expectUses(pipelineCard, '.gitpod.yml', `image: «gitpod/workspace-full:latest»
tasks:
  - init: docker pull «a/b:1»
    command: docker run «a/c:1»
`, ['workflow-container image docker.io/gitpod/workspace-full:latest', 'command-pull image docker.io/a/b:1', 'command-pull image docker.io/a/c:1']);
	});

	it('Semaphore', () => {
		expectUses(pipelineCard, '.semaphore/semaphore.yml', `version: v1.0
agent:
  machine: {type: e1}
  containers:
    - {name: main, image: "«semaphoreci/ruby:3»"}
    - {name: db, image: «postgres:16»}
blocks:
  - name: b
    task:
      jobs:
        - name: j
          commands:
            - docker pull «a/b:1»
`, ['workflow-container image docker.io/semaphoreci/ruby:3', 'workflow-service image docker.io/library/postgres:16', 'command-pull image docker.io/a/b:1']);
	});

	it('Cirrus', () => {
		expectUses(pipelineCard, '.cirrus.yml', `task:
  container: {image: «golang:1.22»}
  env: {T: "1"}
  test_script:
    - docker pull «a/b:$T»
`, ['workflow-container image docker.io/library/golang:1.22', 'command-pull image docker.io/a/b:1']);
	});

	it('their odder forms', () => {
		expectUses(pipelineCard, '.drone.yml', `kind: pipeline
type: kubernetes
name: x
environment: {T: "1"}
steps:
- name: a
  image: «plugins/kaniko»
  settings: {repo: «me/app», registry: quay.io}
- name: b
  image: «alpine»
  pull: always
  commands: ["apk add docker", "docker push «me/b:$T»"]
- name: c
  image: "«golang:1.22-alpine»"
  when: {branch: main}
trigger: {branch: [main]}
`, ['workflow-container image docker.io/plugins/kaniko:latest', 'workflow-tag build-output docker.io/me/app:latest', 'workflow-container image docker.io/library/alpine:latest', 'command-push build-output docker.io/me/b:1', 'workflow-container image docker.io/library/golang:1.22-alpine']);
		expectUses(pipelineCard, '.woodpecker/test.yml', `when: [{event: push}]
steps:
  build:
    image: «woodpeckerci/plugin-docker-buildx:2»
    settings:
      repo: [«codeberg.org/a/b», «docker.io/a/b»]
      dockerfile: Dockerfile
`, ['workflow-container image docker.io/woodpeckerci/plugin-docker-buildx:2', 'workflow-tag build-output codeberg.org/a/b:latest', 'workflow-tag build-output docker.io/a/b:latest']);
		expectUses(pipelineCard, 'bitbucket-pipelines.yml', `pipelines:
  branches:
    main:
      - step:
          runs-on: self.hosted
          image:
            name: «$AWS_ID.dkr.ecr.us-east-1.amazonaws.com/x:latest»
            aws: {access-key: $K}
          services: [docker]
          script:
            - export IMG=me/x:$BITBUCKET_COMMIT
            - docker build -t «$IMG» .
            - >
              docker push
              «me/x:latest»
`, ['workflow-container variable -', 'command-tag variable -', 'command-push build-output docker.io/me/x:latest']);
		expectUses(pipelineCard, '.travis.yml', `jobs:
  include:
    - stage: a
      env: V=3
      script:
        - docker run --rm «node:$V» npm t
    - stage: b
      script: docker pull «c/d:1»
`, ['command-pull image docker.io/library/node:3', 'command-pull image docker.io/c/d:1']);
		expectUses(pipelineCard, '.buildkite/pipeline.yaml', `steps:
  - command:
      - "docker pull «a/b:1»"
    plugins:
      docker-compose#v4.0.0:
        push: app
  - label: ":docker:"
    commands: |
      docker build \\
        -t «me/x:1» \\
        .
    plugins:
      - docker-login#v2.0.1: {username: x}
      - seek-oss/aws-sm#v2.3.1: {}
      - "https://github.com/buildkite-plugins/docker-buildkite-plugin.git#v5":
          image: «node:20»
`, ['command-pull image docker.io/a/b:1', 'command-tag build-output docker.io/me/x:1', 'workflow-container image docker.io/library/node:20']);
		expectUses(pipelineCard, 'ci/cloudbuild.prod.yml', `steps:
- id: build
  name: '«gcr.io/kaniko-project/executor:v1.9.0»'
  args: ["--destination=«quay.io/a/b:1»", "--build-arg", "A=b"]
- name: «gcr.io/google.com/cloudsdktool/cloud-sdk:slim»
  entrypoint: gcloud
  args: [run, deploy, app, --image, quay.io/a/b:1]
- name: «gcr.io/cloud-builders/docker»
  entrypoint: /bin/sh
  args: ['-c', 'docker pull «c/d:1» || true']
- name: «gcr.io/cloud-builders/kubectl»
  args: [set, image, deployment/x, "c=«c/e:1»"]
options: {machineType: E2_HIGHCPU_8}
`, ['workflow-container image gcr.io/kaniko-project/executor:v1.9.0', 'command-push build-output quay.io/a/b:1', 'workflow-container image gcr.io/google.com/cloudsdktool/cloud-sdk:slim', 'workflow-container image gcr.io/cloud-builders/docker:latest', 'command-pull image docker.io/c/d:1', 'workflow-container image gcr.io/cloud-builders/kubectl:latest', 'command-pull image docker.io/c/e:1']);
		expectUses(pipelineCard, 'ci/buildspec-deploy.yaml', `version: 0.2
phases:
  build:
    commands:
      - |
        for t in 1 2; do
          docker push «me/x:$t»
        done
      - if [ "$A" = b ]; then docker pull «a/b:1»; fi
    finally:
      - docker pull «a/c:1»
artifacts: {files: [x]}
`, ['command-push build-output docker.io/me/x:1', 'command-pull image docker.io/a/b:1', 'command-pull image docker.io/a/c:1']);
		expectUses(pipelineCard, 'skaffold.yaml', `apiVersion: skaffold/v4beta11
kind: Config
build:
  local: {push: false}
  artifacts:
    - image: «me/a»
      kaniko: {image: "«gcr.io/kaniko-project/executor:v1»", cache: {repo: «me/cache»}}
    - image: «me/b»
      jib: {fromImage: «eclipse-temurin:21»}
profiles:
  - name: p
    build: {artifacts: [{image: «me/c»}]}
`, ['workflow-tag build-output docker.io/me/a:latest', 'workflow-image image gcr.io/kaniko-project/executor:v1', 'workflow-cache build-output docker.io/me/cache:latest', 'workflow-tag build-output docker.io/me/b:latest', 'workflow-image image docker.io/library/eclipse-temurin:21', 'workflow-tag build-output docker.io/me/c:latest']);
		expectUses(pipelineCard, '.pre-commit-config.yaml', `repos:
  - repo: local
    hooks:
      - id: x
        language: docker_image
        entry: «koalaman/shellcheck:v0.9.0» -x
`, ['workflow-container image docker.io/koalaman/shellcheck:v0.9.0']);
	});
});
