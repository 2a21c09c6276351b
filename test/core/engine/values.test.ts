import assert from 'node:assert/strict';
import { applyEdits, checkDiagnosis } from '../../support/checkDiagnosis.ts';

describe('Each value of a name is judged by its text', () => {
	const cases: readonly (readonly [what: string, file: string, wrong: (name: string) => string])[] = [
		['of a loop', 'b.sh', name => `for i in docker.io/library/alpine:3.22 ${name}; do docker pull "$i"; done\n`],
		['of a matrix', '.github/workflows/a.yml', name => `on: push\njobs:\n  a:\n    strategy: { matrix: { i: ["docker.io/library/alpine:3.22", "${name}"] } }\n    container: \${{ matrix.i }}\n    steps: [{ run: make }]\n`],
	];
	for (const [what, file, text] of cases) {
		it(what, async () => {
			for (const [wrong, right] of [['ghcr.io/Acme/Web:1', 'ghcr.io/acme/web:1'], ['k8s.gcr.io/pause:3.9', 'registry.k8s.io/pause:3.9'], ['https://ghcr.io/a/b:1', 'ghcr.io/a/b:1']] as const) {
				const { findings } = await checkDiagnosis({ [file]: text(wrong) });
				assert.deepEqual(findings.map(({ fixes }) => applyEdits(text(wrong), fixes[0]!.edits)), [text(right)]);
			}
		});
	}

	it('once where several of them have the same fault', async () => {
		const { findings } = await checkDiagnosis({ 'b.sh': 'for i in alpine k8s.gcr.io/pause:3.9 k8s.gcr.io/etcd:3.5.0-0; do docker pull "$i"; done\n' });
		assert.deepEqual(findings.map(({ code }) => code), ['registry-moved']);
	});

	it('not where a caller leaves a variable empty', async () => {
		const { findings } = await checkDiagnosis({ Dockerfile: `ARG SHA=${'ab'.repeat(32)}\nFROM quay.io/acme/base@sha256:\${SHA}\n`, Makefile: 'SHA ?=\nb:\n\tdocker build --build-arg SHA="$(SHA)" .\n' });
		assert.deepEqual(findings.map(({ code }) => code), []);
	});
});
