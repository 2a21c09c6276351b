import { innocentFiles } from '../../support/innocentFiles.ts';

const digest = `sha256:${'5e'.repeat(32)}`;

innocentFiles('A right Dockerfile is left alone', {
	'several stages, caches and secrets': { Dockerfile: '# syntax=docker/dockerfile:1.9\nARG NODE_VERSION=22\nFROM --platform=$BUILDPLATFORM node:${NODE_VERSION}-alpine AS build\nWORKDIR /app\nRUN --mount=type=cache,target=/root/.npm --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\nCOPY . .\nRUN npm run build\n\nFROM nginx:1.29-alpine\nCOPY --from=build /app/dist /usr/share/nginx/html\nHEALTHCHECK CMD wget -q localhost || exit 1\nEXPOSE 80\n' },
	'Go with distroless': { Dockerfile: 'FROM golang:1.25 AS builder\nARG TARGETOS TARGETARCH\nENV CGO_ENABLED=0\nRUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/app ./cmd/app\nFROM gcr.io/distroless/static-debian12:nonroot\nCOPY --from=builder /out/app /app\nENTRYPOINT ["/app"]\n' },
	'Python with digests': { Dockerfile: `FROM python:3.13-slim@${digest} AS base\nENV PYTHONUNBUFFERED=1\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN pip install --no-cache-dir -r requirements.txt\nONBUILD COPY . /app\n` },
	'scratch': { Dockerfile: 'FROM scratch\nADD rootfs.tar.gz /\nCMD ["/bin/sh"]\n' },
	'here documents': { Dockerfile: 'FROM debian:13-slim\nRUN <<EOF bash\nset -e\napt-get update\nFROM="not:an image"\necho "docker login -p secret"\nEOF\nCOPY <<-"CFG" /etc/app.conf\n\timage: Foo/Bar\n\tCFG\n' },
	'commands of docker inside': { Dockerfile: 'FROM docker:28-dind\nRUN docker --version && apk add --no-cache skopeo buildah\nCMD ["dockerd"]\n' },
	'numbers and names of stages': { Dockerfile: 'FROM alpine:3.22 AS one\nFROM one AS two\nFROM alpine:3.22\nCOPY --from=0 /a /a\nCOPY --from=two /b /b\nRUN --mount=type=bind,from=one,source=/x,target=/x true\n' },
	'Windows': { Dockerfile: '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell", "-Command"]\nRUN Invoke-WebRequest https://example.org/a.zip -OutFile C:\\a.zip ; `\n    Expand-Archive C:\\a.zip\nCOPY a C:\\\n' },
	'CRLF and tabs': { Dockerfile: 'FROM\talpine:3.22 \\\r\n\tAS base\r\nRUN echo a \\\r\n\t# comment\r\n\t&& echo b\r\n' },
	'arguments with defaults': { Dockerfile: 'ARG REGISTRY=ghcr.io\nARG IMAGE=${REGISTRY}/acme/base\nARG TAG=1.4\nFROM ${IMAGE}:${TAG}\nARG TAG\nRUN echo $TAG\n' },
	'defaults in place': { Dockerfile: 'ARG BASE\nFROM ${BASE:-alpine:3.22}\n' },
	'arguments that Compose passes': { 'web/Dockerfile': 'ARG RUBY\nFROM ruby:${RUBY}-slim\n', 'compose.yaml': 'services:\n  web:\n    build:\n      context: ./web\n      args:\n        - RUBY=3.4\n' },
	'arguments that bake passes': { Dockerfile: 'ARG BASE\nFROM ${BASE}\n', 'docker-bake.hcl': 'variable "V" { default = "3.22" }\ntarget "default" {\n  args = { BASE = "alpine:${V}" }\n  tags = ["ghcr.io/acme/a:${V}"]\n}\n' },
	'named contexts': { Dockerfile: 'FROM base\nCOPY --from=assets / /srv\n', 'docker-bake.hcl': 'target "base" { dockerfile = "base.Dockerfile" }\ntarget "app" {\n  contexts = {\n    base = "target:base"\n    assets = "./assets"\n  }\n}\n' },
	'contexts of a script': { Dockerfile: 'FROM app-base\nRUN true\n', 'build.sh': 'docker buildx build --build-context app-base=docker-image://alpine:3.22 --build-context src=. -t app --load .\n' },
	'local images of another script': { Dockerfile: 'FROM acme/base\nRUN true\n', 'build.sh': 'docker build -t acme/base base/\ndocker build -t acme/app .\n' },
	'a template': { 'Dockerfile.j2': 'FROM {{ base_image }}:{{ tag }}\nRUN echo {{ x }}\n', 'Dockerfile.tmpl': 'FROM {{ .Image }}\n{{ if .X }}RUN true{{ end }}\n' },
	'podman\'s own': { Containerfile: 'FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6\nRUN microdnf install -y jq\n' },
	'buildah that keeps everything': { Containerfile: 'FROM quay.io/fedora/fedora:42\nHEALTHCHECK CMD true\n', 'build.sh': 'buildah bud --format docker -t app .\npodman build --format=docker -t app .\n' },
	'placeholders of another program': { 'Dockerfile.in': 'FROM @BASE@\nRUN true\n' },
	'a stage of the file\'s unseen part': { 'README.md': 'Copy it from the build stage:\n\n```dockerfile\nCOPY --from=builder /app /app\nCOPY --from=build /x /x\n```\n' },
	'fragments in a page': { 'docs/build.md': '```dockerfile\nRUN apt-get update\n```\n\n```Dockerfile\nFROM your-image:tag\nCOPY . .\n```\n\n```dockerfile\nFROM node:22\n...\n```\n' },
});

innocentFiles('A right Compose file is left alone', {
	'profiles, secrets and configs': { 'compose.yaml': 'name: acme\nservices:\n  web:\n    image: nginx:1.29\n    profiles: [frontend]\n    ports: ["8080:80"]\n    secrets: [token]\n    configs:\n      - source: conf\n        target: /etc/a\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/token\n      IMAGE: Foo/Bar\n    healthcheck:\n      test: ["CMD", "pg_isready"]\nsecrets:\n  token:\n    file: ./token\nconfigs:\n  conf:\n    content: |\n      image: https://example.com/a\n' },
	'defaults and demands': { 'compose.yaml': 'services:\n  a:\n    image: ${REGISTRY:-ghcr.io}/acme/a:${TAG:-latest}\n  b:\n    image: "acme/b:${TAG:?set it}"\n  c:\n    image: acme/c:${TAG-1}\n' },
	'values of .env': { 'compose.yaml': 'services:\n  a:\n    image: acme/a:${TAG}\n', '.env': 'TAG=1.4\n' },
	'values of a sample': { 'compose.yaml': 'services:\n  a:\n    image: acme/a:${TAG}\n', '.env.example': '# of the release\nTAG=1.4\n' },
	'values of a file that a script names': { 'docker-compose.yml': 'services:\n  a:\n    image: acme/a:${TAG}\n', '.env.prod': 'TAG=1.4\n', 'up.sh': 'docker-compose --env-file .env.prod up -d\n' },
	'what is built here': { 'docker-compose.yml': 'version: "3.8"\nservices:\n  app:\n    build: .\n    image: acme/app:dev\n  worker:\n    image: acme/app:dev\n    command: work\n', Dockerfile: 'FROM alpine:3.22\n' },
	'anchors and extensions': { 'compose.yaml': 'x-base: &base\n  image: ghcr.io/acme/a:1\n  restart: always\nx-other:\n  image: Foo/Bar\nservices:\n  a:\n    <<: *base\n  b:\n    <<: *base\n    command: b\n' },
	'inline Dockerfiles': { 'compose.yaml': 'services:\n  a:\n    build:\n      context: .\n      dockerfile_inline: |\n        FROM alpine:3.22 AS base\n        RUN true\n        FROM base\n' },
	'several files': { 'compose.yaml': 'services:\n  a:\n    image: redis:8\n', 'compose.override.yaml': 'services:\n  a:\n    environment:\n      - X=1\n    volumes: !reset []\n' },
	'a template of Ansible': { 'docker-compose.yml.j2': 'services:\n  a:\n    image: "{{ image }}:{{ version | default(\'1\') }}"\n{% if x %}\n  b:\n    image: redis:8\n{% endif %}\n' },
	'models and providers': { 'compose.yaml': 'services:\n  chat:\n    image: ghcr.io/acme/chat:2\n    models: [llm]\nmodels:\n  llm:\n    model: ai/smollm2\n' },
	'a registry of this machine': { 'compose.yaml': 'services:\n  registry:\n    image: registry:2\n    ports: ["5000:5000"]\n  app:\n    image: localhost:5000/app:1\n    depends_on: [registry]\n' },
	'quotes, flow and comments': { 'compose.yaml': 'services: { a: { image: "redis:8" }, b: { image: \'postgres:17\' } } # image: Foo/Bar\n' },
	'Docker Swarm': { 'stack.yml': 'version: "3.9"\nservices:\n  a:\n    image: ghcr.io/acme/a:${VERSION:-1}\n    deploy: { replicas: 2 }\n' },
});

innocentFiles('Other files that name images are left alone', {
	'a dev container': { '.devcontainer/devcontainer.json': '// For format details\n{\n  "name": "x",\n  "image": "mcr.microsoft.com/devcontainers/typescript-node:22",\n  "features": { "ghcr.io/devcontainers/features/docker-in-docker:2": {}, "./local": {} },\n  "customizations": { "vscode": { "extensions": ["ms-azuretools.vscode-docker"] } },\n  "postCreateCommand": "npm ci",\n}\n' },
	'a dev container with Compose': { '.devcontainer/devcontainer.json': '{ "dockerComposeFile": "compose.yaml", "service": "app", "workspaceFolder": "/w" }', '.devcontainer/compose.yaml': 'services:\n  app:\n    image: mcr.microsoft.com/devcontainers/base:ubuntu-24.04\n' },
	'a Deployment': { 'deploy.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      initContainers:\n        - name: i\n          image: busybox:1.37\n      containers:\n        - name: a\n          image: nginx:1.29\n          env:\n            - name: IMAGE\n              value: Foo/Bar\n' },
	'Helm': { 'chart/templates/deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: {{ .Chart.Name }}\n          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"\n          {{- with .Values.resources }}\n          resources: {{- toYaml . | nindent 12 }}\n          {{- end }}\n', 'chart/values.yaml': 'image:\n  repository: ghcr.io/acme/a\n  tag: ""\n  pullPolicy: IfNotPresent\nimagePullSecrets: []\n', 'chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n' },
	'Kustomize': { 'kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nimages:\n  - name: app\n    newName: ghcr.io/acme/app\n    newTag: "1.4"\n', 'deploy.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: app\n' },
	'a custom resource': { 'cr.yaml': 'apiVersion: acme.dev/v1\nkind: Widget\nmetadata:\n  name: x\nspec:\n  image: some Thing with Words\n  picture:\n    image: ./Logo.PNG\n' },
	'OpenShift 4': { 'dc.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: image-registry.openshift-image-registry.svc:5000/p/a:1\n---\napiVersion: route.openshift.io/v1\nkind: Route\nmetadata:\n  name: a\nspec:\n  to: { kind: Service, name: a }\n' },
	'Quadlet': { 'web.container': '[Unit]\nDescription=web\n[Container]\nImage=docker.io/library/nginx:1.29\nPublishPort=80:80\n', 'app.container': '[Container]\nImage=app.build\n', 'app.build': '[Build]\nImageTag=localhost/app:1\nSetWorkingDirectory=unit\n' },
	'bake': { 'docker-bake.hcl': 'variable "TAG" { default = "dev" }\ngroup "default" { targets = ["a"] }\ntarget "a" {\n  dockerfile = "Dockerfile"\n  platforms = ["linux/amd64", "linux/arm64"]\n  tags = ["ghcr.io/acme/a:${TAG}"]\n  cache-from = ["type=registry,ref=ghcr.io/acme/a:cache"]\n  cache-to = ["type=gha,mode=max"]\n  output = ["type=registry"]\n}\n', Dockerfile: 'FROM alpine:3.22\n' },
	'a config of Quay': { 'config.yaml': 'SERVER_HOSTNAME: quay.acme.dev\nFEATURE_GENERAL_OCI_SUPPORT: true\nALLOWED_OCI_ARTIFACT_TYPES:\n  application/vnd.oci.image.config.v1+json:\n    - application/vnd.oci.image.layer.v1.tar+zstd\n    - application/vnd.in-toto+json\n' },
	'other YAML': { 'config.yaml': 'image: Foo Bar\nsite:\n  image: /Img/Logo.png\n  docker: false\n', 'mkdocs.yml': 'site_name: Docker\nnav:\n  - Images: images.md\n', 'openapi.yaml': 'openapi: 3.1.0\ncomponents:\n  schemas:\n    Pod:\n      properties:\n        image: { type: string, example: Foo/Bar }\n' },
	'JSON': { 'package.json': '{ "name": "x", "description": "docker pull Foo/Bar", "scripts": { "test": "mocha", "docker:build": "docker build -t acme/x .", "docker:run": "docker run --rm -p 3000:3000 acme/x" }, "image": "Foo/Bar" }', '.vscode/settings.json': '{ "docker.images": "Foo/Bar" }', 'data.json': '{ "image": "https://x/Y" }' },
});
