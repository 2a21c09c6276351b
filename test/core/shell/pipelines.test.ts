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
`, ['workflow-tag build-output docker.io/me/app:latest', 'workflow-cache build-output docker.io/me/app:cache', 'workflow-tag build-output docker.io/me/other:latest', 'workflow-image image gcr.io/buildpacks/builder:v1']);
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
});
