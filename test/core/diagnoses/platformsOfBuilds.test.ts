import assert from 'node:assert/strict';
import { applyEdits, checkDiagnosis } from '../../support/checkDiagnosis.ts';

/** A base without s390x; what lists the platforms is told, once, and the list loses it. */
const registry = 'quay.io/acme/base: 1[index,linux/amd64,linux/arm64]';
const dockerfile = 'FROM quay.io/acme/base:1\n';

describe('A base image that lacks a platform of a build is told where the build lists it, and once', () => {
	const action = (platforms: string): string => `on: push\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          context: .\n          platforms: ${platforms}\n`;
	const table: readonly (readonly [what: string, file: string, text: string, after: string])[] = [
		['a command', 'b.sh', 'docker buildx build --platform linux/amd64,linux/s390x -t a .\n', 'docker buildx build --platform linux/amd64 -t a .\n'],
		['the first of a command', 'b.sh', 'docker buildx build --platform "linux/s390x,linux/amd64" -t a --push .\n', 'docker buildx build --platform "linux/amd64" -t a --push .\n'],
		['a service', 'compose.yaml', 'services:\n  a:\n    build:\n      context: .\n      platforms:\n        - linux/amd64\n        - linux/s390x # mainframe\n', ''],
		['a service without comment', 'compose.yaml', 'services:\n  a:\n    build:\n      context: .\n      platforms:\n        - "linux/s390x"\n        - linux/amd64\n', 'services:\n  a:\n    build:\n      context: .\n      platforms:\n        - linux/amd64\n'],
		['a service in brackets', 'compose.yaml', 'services:\n  a:\n    build: { context: ., platforms: ["linux/amd64", "linux/s390x"] }\n', 'services:\n  a:\n    build: { context: ., platforms: ["linux/amd64"] }\n'],
		['an action', '.github/workflows/a.yml', action('linux/amd64, linux/s390x'), action('linux/amd64')],
		['an action with quotes', '.github/workflows/a.yml', action('"linux/s390x,linux/amd64"'), action('"linux/amd64"')],
		['an action with lines', '.github/workflows/a.yml', action('|\n            linux/amd64\n            linux/s390x'), action('|\n            linux/amd64')],
		['a target', 'docker-bake.hcl', 'target "a" {\n  platforms = ["linux/amd64", "linux/s390x"]\n}\n', 'target "a" {\n  platforms = ["linux/amd64"]\n}\n'],
	];
	for (const [what, file, text, after] of table) {
		it(`${what} in ${file}`, async () => {
			const { findings } = await checkDiagnosis({ Dockerfile: dockerfile, [file]: text }, { registry });
			const found = findings.filter(({ code }) => code.startsWith('platform-'));
			assert.deepEqual(found.map(({ code, severity, file: where, span }) => [code, severity, where, (where === file ? text : dockerfile).slice(span.start, span.end)]), [['platform-multiarch-partial', 'warning', file, 'linux/s390x']]);
			const edits = found[0]?.fixes[0]?.edits;
			assert.equal(edits ? applyEdits(text, edits) : '', after);
		});
	}

	const all = 'quay.io/acme/all: 1[index,linux/amd64,linux/s390x]';
	for (const [what, text] of [
		['a stage that is copied from', 'FROM quay.io/acme/base:1 AS a\nFROM quay.io/acme/all:1\nCOPY --from=a /x /x\n'],
		['a stage that is mounted', 'FROM quay.io/acme/base:1 AS a\nFROM quay.io/acme/all:1\nRUN --mount=from=a,target=/x true\n'],
		['a stage of this platform', 'FROM quay.io/acme/all:1 AS a-amd64\nFROM quay.io/acme/base:1 AS a-s390x\nFROM a-${TARGETARCH}\n'],
		['an image that is copied from', 'FROM quay.io/acme/all:1\nCOPY --from=quay.io/acme/base:1 /x /x\n'],
	] as const) {
		it(`${what} counts`, async () => {
			const { findings } = await checkDiagnosis({ Dockerfile: text, 'b.sh': 'docker buildx build --platform linux/amd64,linux/s390x -t a --push .\n' }, { registry: `${registry}\n${all}` });
			assert.deepEqual(findings.filter(({ code }) => code.startsWith('platform-')).map(({ code, file }) => `${code} ${file}`), ['platform-multiarch-partial b.sh']);
		});
	}

	const silent: readonly (readonly [what: string, files: Readonly<Record<string, string>>, codes: string])[] = [
		['one platform is told at FROM', { Dockerfile: dockerfile, 'b.sh': 'docker build --platform linux/s390x -t a .\n' }, 'platform-missing Dockerfile'],
		['a list in a variable is told at FROM', { Dockerfile: dockerfile, '.env': 'P=linux/s390x\n', 'compose.yaml': 'services:\n  a:\n    build: { context: ., platforms: [linux/amd64, "$P"] }\n' }, 'platform-missing Dockerfile'],
		['stages of the building machine are fine', { Dockerfile: 'FROM --platform=$BUILDPLATFORM quay.io/acme/base:1\n', 'b.sh': 'docker buildx build --platform linux/amd64,linux/s390x -t a --push .\n' }, ''],
		['what the index has is fine', { Dockerfile: dockerfile, 'b.sh': 'docker buildx build --platform linux/amd64,linux/arm64/v8 -t a --push .\n' }, ''],
		['a stage of other platforms is fine', { Dockerfile: 'FROM scratch AS a-s390x\nFROM quay.io/acme/base:1 AS a-amd64\nFROM a-${TARGETARCH} AS b\nFROM scratch\nCOPY --from=b /x /x\n', 'b.sh': 'docker buildx build --platform linux/amd64,linux/s390x -t a --push .\n' }, ''],
		['a stage that is not built is fine', { Dockerfile: 'FROM quay.io/acme/base:1 AS dev\nFROM scratch AS run\n', 'b.sh': 'docker buildx build --platform linux/amd64,linux/s390x --target run -t a --push .\n' }, ''],
	];
	for (const [what, files, codes] of silent) {
		it(what, async () => {
			const { findings } = await checkDiagnosis(files, { registry });
			assert.equal(findings.filter(({ code }) => code.startsWith('platform-')).map(({ code, file }) => `${code} ${file}`).join(), codes);
		});
	}
});
