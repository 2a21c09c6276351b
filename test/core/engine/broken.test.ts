import assert from 'node:assert/strict';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

describe(`Broken files are data (SEED=${seed})`, () => {
	const texts: Readonly<Record<string, string>> = {
		Dockerfile: 'ARG V=20-alpin\nFROM --platform=linux/arm64 node:${V:-22} AS build\nSHELL ["/bin/sh"]\nCOPY --from=Foo/Bar /a /b\nRUN --mount=type=bind,from=build <<EOF\nx\nEOF\n',
		'compose.yaml': 'services:\n  a:\n    image: "k8s.gcr.io/a:${T:?x}"\n    build: { context: ., args: [V=1] }\n    platform: linux/arm64\n',
		'build.sh': 'docker buildx build --platform linux/amd64,linux/arm64 -t "localhost:5000/a:$T" --output type=image,push=true . # pullcheck ignore=x\nbuildah bud --format oci \\\n  -t a .\n',
		'.github/workflows/a.yml': 'jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with: { push: true, tags: localhost:5000/a }\n',
	};
	// A linear congruential generator: the same seed gives the same cuts.
	let state = seed;
	const random = (limit: number): number => { state = (state * 1_103_515_245 + 12_345) % 2 ** 31; return state % limit; };

	it('no check throws on cut, doubled and shuffled text, and edits stay inside their file', async function () {
		this.timeout(60_000);
		for (let turn = 0; turn < 60; turn++) {
			const files = Object.fromEntries(Object.entries(texts).map(([file, text]) => {
				const from = random(text.length);
				const length = random(12);
				const other = text.slice(random(text.length), random(text.length));
				return [file, text.slice(0, from) + other + text.slice(from + length)];
			}));
			const { findings } = await checkDiagnosis(files, { registry: 'docker.io/library/node: 22 20-alpine', settings: 'targets: openshift-3.11' });
			for (const { file, span, fixes } of findings) {
				for (const edit of [{ span }, ...fixes.flatMap(({ edits }) => edits)] as readonly { readonly file?: string; readonly span: { readonly start: number; readonly end: number } }[]) {
					const text = files[edit.file ?? file] ?? '';
					assert.ok(edit.span.start >= 0 && edit.span.start <= edit.span.end && edit.span.end <= text.length, `${file} in turn ${turn}`);
				}
			}
		}
	});
});
