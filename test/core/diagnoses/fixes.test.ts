import assert from 'node:assert/strict';
import { applyEdits, checkDiagnosis } from '../../support/checkDiagnosis.ts';

/** The text after the preferred fix of the first finding with the code. */
async function fixed(file: string, text: string, code: string, options: { readonly registry?: string; readonly settings?: string } = {}, others: Readonly<Record<string, string>> = {}): Promise<string> {
	const { findings } = await checkDiagnosis({ ...others, [file]: text }, options);
	const finding = findings.find(one => one.code === code && one.file === file);
	assert.ok(finding, `${code} is reported: ${findings.map(one => one.code).join(' ')}`);
	const edits = finding.fixes[0]?.edits ?? [];
	assert.notEqual(edits.length, 0, 'it has a fix');
	return applyEdits(text, edits.filter(edit => (edit.file ?? file) === file));
}

const old = { settings: 'targets: openshift-3.11' };

describe('Fixes touch only their tokens', () => {
	const table: readonly (readonly [what: string, file: string, text: string, after: string])[] = [
		['after the subcommand', 'b.sh', 'buildah bud -t a:1 . # keep\n', 'buildah bud --format=docker -t a:1 . # keep\n'],
		['on a line of its own', 'b.sh', 'buildah bud \\\n    -t a:1 \\\n    .\n', 'buildah bud \\\n    --format=docker \\\n    -t a:1 \\\n    .\n'],
		['with CRLF', 'b.sh', 'podman build \\\r\n  -t a:1 .\r\n', 'podman build \\\r\n  --format=docker \\\r\n  -t a:1 .\r\n'],
		['on the same line when the next word is there', 'b.sh', 'buildah bud -t a:1 \\\n    .\n', 'buildah bud --format=docker -t a:1 \\\n    .\n'],
		['in a recipe', 'Makefile', 'image:\n\t@buildah bud -t $(NAME) .\n', 'image:\n\t@buildah bud --format=docker -t $(NAME) .\n'],
		['in a block scalar', '.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - run: |\n          set -e\n          buildah bud \\\n            -t a:1 .\n', 'jobs:\n  a:\n    steps:\n      - run: |\n          set -e\n          buildah bud \\\n            --format=docker \\\n            -t a:1 .\n'],
		['in a fence', 'README.md', '# Build\n\n```sh\n$ buildah bud -t a:1 .\n```\n', '# Build\n\n```sh\n$ buildah bud --format=docker -t a:1 .\n```\n'],
		['in place of another format', 'b.sh', 'buildah bud --format oci -t a:1 .\n', 'buildah bud --format docker -t a:1 .\n'],
		['all of BuildKit\'s flags', 'b.sh', 'docker buildx build -t a:1 --push .\n', 'docker buildx build --provenance=false --sbom=false -t a:1 --output type=image,oci-mediatypes=false,push=true .\n'],
		['with the equals sign of the command', 'b.sh', 'docker buildx build --tag=a:1 --push .\n', 'docker buildx build --provenance=false --sbom=false --tag=a:1 --output=type=image,oci-mediatypes=false,push=true .\n'],
		['not again when it is there', 'b.sh', 'docker buildx build --provenance=false --sbom false -t a:1 --push .\n', 'docker buildx build --provenance=false --sbom false -t a:1 --output=type=image,oci-mediatypes=false,push=true .\n'],
		['not again when the environment says it', 'b.sh', 'BUILDX_NO_DEFAULT_ATTESTATIONS=1 docker buildx build -t a:1 --push .\n', 'BUILDX_NO_DEFAULT_ATTESTATIONS=1 docker buildx build -t a:1 --output type=image,oci-mediatypes=false,push=true .\n'],
		['inside the quotes of an output', 'b.sh', 'docker buildx build --provenance=false --sbom=false -t a:1 --output "type=image,push=true" .\n', 'docker buildx build --provenance=false --sbom=false -t a:1 --output "type=image,oci-mediatypes=false,push=true" .\n'],
		['in the inputs of an action', '.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: a.dev/a:1\n      - run: "true"\n', 'jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          outputs: type=image,oci-mediatypes=false,push=true\n          tags: a.dev/a:1\n          provenance: false\n          sbom: false\n      - run: "true"\n'],
	];
	for (const [what, file, text, after] of table) {
		it(`${what}: ${file}`, async () => assert.equal(await fixed(file, text, 'oci-unsupported-by-target', old), after));
	}

	const node = { registry: 'docker.io/library/node: 20-alpine 22-alpine' };
	it('keep quotes, comments and platform flags', async () => {
		assert.equal(await fixed('compose.yaml', 'services:\n  a:\n    image: "node:20-alpin" # base\n', 'tag-not-found', node), 'services:\n  a:\n    image: "node:20-alpine" # base\n');
		assert.equal(await fixed('Dockerfile', 'FROM --platform=linux/amd64 node:20-alpin AS base\n', 'tag-not-found', node), 'FROM --platform=linux/amd64 node:20-alpine AS base\n');
		assert.equal(await fixed('.devcontainer/devcontainer.json', '{ "image": "node:20-alpin", /* x */ }\n', 'tag-not-found', node), '{ "image": "node:20-alpine", /* x */ }\n');
	});
	it('change a default where it stands', async () => {
		assert.equal(await fixed('compose.yaml', 'services:\n  a:\n    image: node:${TAG:-20-alpin}\n', 'tag-not-found', node), 'services:\n  a:\n    image: node:${TAG:-20-alpine}\n');
		assert.equal(await fixed('Dockerfile', 'ARG TAG="20-alpin"\nFROM node:$TAG\n', 'tag-not-found', node), 'ARG TAG="20-alpine"\nFROM node:$TAG\n');
	});
	it('leave a value alone that another file holds in another form', async () => {
		const { findings } = await checkDiagnosis({ Dockerfile: 'ARG A=20\nARG TAG=${A}-alpin\nFROM node:$TAG\n' }, node);
		assert.deepEqual(findings.map(({ code, fixes }) => `${code} ${fixes.length}`), ['tag-not-found 0']);
	});
});
