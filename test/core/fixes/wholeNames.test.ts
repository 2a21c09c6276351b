import { fixCases } from '../../support/fixCases.ts';

fixCases('A tag inside a variable\'s name is changed there', { code: 'tag-not-found', registry: 'docker.io/library/postgres: 16 17\nquay.io/acme/a: v1' }, [
	['an argument', 'Dockerfile', 'ARG BASE=postgres:⟦61→16⟧\nFROM $BASE AS db\n'],
	['a quoted argument', 'Dockerfile', 'ARG BASE="quay.io/acme/a:⟦1→v1⟧"\nFROM --platform=$BUILDPLATFORM ${BASE}\n'],
	['two variables', 'Dockerfile', 'ARG REG=quay.io/acme\nARG APP=a:⟦1→v1⟧\nFROM ${REG}/${APP}\n'],
	['an image of a stage', 'Dockerfile', 'ARG APP=quay.io/acme/a:⟦1→v1⟧\nFROM postgres:16\nCOPY --from=alpine:3 /a /a\nFROM $APP\n'],
	['.env', '.env', 'DB=postgres:⟦61→16⟧\n', { 'compose.yaml': 'services:\n  db:\n    image: ${DB}\n' }],
	['the default of Compose', 'compose.yaml', 'services:\n  db:\n    image: "${DB:-postgres:⟦61→16⟧}"\n'.replace(/"/g, '')],
	['an argument that Compose gives', 'compose.yaml', 'services:\n  db:\n    build:\n      context: .\n      args: { BASE: "postgres:⟦61→16⟧" }\n', { Dockerfile: 'ARG BASE\nFROM ${BASE}\n' }],
	['a script', 'b.sh', 'IMAGE=postgres:⟦61→16⟧\ndocker pull "$IMAGE"\n'],
	['a recipe', 'Makefile', 'IMAGE := postgres:⟦61→16⟧\nrun:\n\tdocker run $(IMAGE)\n'],
]);

fixCases('A host inside a variable\'s name is changed there', { code: 'registry-moved', registry: 'registry.k8s.io/pause: 3.9' }, [
	['an argument', 'Dockerfile', 'ARG BASE=⟦k8s.gcr.io→registry.k8s.io⟧/pause:3.9\nFROM $BASE\n'],
	['without the tag', 'Dockerfile', 'ARG NAME=\'⟦k8s.gcr.io→registry.k8s.io⟧/pause\'\nFROM ${NAME}:3.9\n'],
	['the default of Compose', 'compose.yaml', 'services:\n  a:\n    image: ${IMAGE:-⟦k8s.gcr.io→registry.k8s.io⟧/pause:3.9} # old\n'],
]);

fixCases('A name held by a variable is mended there', { code: 'ref-uppercase-repository' }, [
	['an argument', 'Dockerfile', 'ARG BASE=quay.io/⟦Acme/App→acme/app⟧:1\r\nFROM ${BASE}\r\n'],
	['in front of the tag', 'Dockerfile', 'ARG NAME="quay.io/⟦Acme/App→acme/app⟧"\nARG TAG=1\nFROM ${NAME}:${TAG}\n'],
]);

fixCases('An inner host of Docker Hub in a variable', { code: 'ref-hub-endpoint-as-domain' }, [
	['an argument', 'Dockerfile', 'ARG BASE=⟦registry.hub.docker.com→docker.io/library⟧/redis:7.2\nFROM ${BASE}\n'],
]);

fixCases('A web page in a variable', { code: 'ref-web-url-pasted' }, [
	['an argument', 'Dockerfile', 'ARG BASE=⟦hub.docker.com/_/redis→docker.io/library/redis⟧:7.2\nFROM ${BASE}\n'],
]);

fixCases('A successor in a variable', { code: 'image-deprecated', registry: 'docker.io/library/eclipse-temurin: 17-jdk' }, [
	['both parts', 'Dockerfile', 'ARG BASE=⟦openjdk→eclipse-temurin⟧:⟦17-jdk-slim→17-jdk⟧\nFROM ${BASE}\n'],
	['two variables', 'Dockerfile', 'ARG NAME=⟦openjdk→eclipse-temurin⟧\nARG TAG=⟦17-jdk-slim→17-jdk⟧\nFROM ${NAME}:${TAG}\n'],
]);
