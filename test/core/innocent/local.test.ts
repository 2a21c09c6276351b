import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/util/formatMessage.ts';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';

/** No registry has any image: whoever is asked about what the workspace makes itself, or about nobody's name, accuses a right file. */
describe('Names that no registry needs to know are not asked for', () => {
	const table: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		'what a workflow builds and runs': { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          load: true\n          tags: acme/app:ci\n      - run: docker run --rm acme/app:ci pytest\n      - uses: aquasecurity/trivy-action@0.28.0\n        with:\n          image-ref: acme/app:ci\n' },
		'what an output names': { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          outputs: type=docker,name=acme/app:ci\n      - run: docker run --rm acme/app:ci\n' },
	};
	for (const [what, files] of Object.entries(table)) {
		it(what, async () => {
			const { findings } = await checkDiagnosis(files, { registry: '*: !repository-missing' });
			assert.deepEqual(findings.map(({ file, span, code, message }) => `${file}:${span.start} ${code} ${formatMessage(message)}`), []);
		});
	}
});
