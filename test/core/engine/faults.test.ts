import assert from 'node:assert/strict';
import type { CheckOptions } from '../../../src/core/engine/contract.ts';
import { defineDiagnosis } from '../../../src/core/diagnoses/diagnosis.ts';
import { check } from '../../../src/core/engine/check.ts';
import { createFactsIndex } from '../../../src/core/engine/factsIndex.ts';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';
import { pageRegistry } from '../../support/pageRegistry.ts';

const failing = defineDiagnosis({
	code: 'tag-failing', title: 'Fails', severity: 'error',
	*use({ span }) { yield { at: span, message: { text: 'Before.' } }; throw new Error('offline fault'); },
	async *lookup({ span }) { yield { at: span, message: { text: 'Asked.' } }; throw new Error('online fault'); },
});
const working = defineDiagnosis({ code: 'tag-working', title: 'Works', severity: 'error', *use({ span }) { yield { at: span, message: { text: 'Here.' } }; } });

describe('A diagnosis that throws', () => {
	it('is told, and takes nothing else with it', async () => {
		const faults: string[] = [];
		const { findings } = await run({ onFault: (code, file, error) => faults.push(`${code} ${file} ${String(error)}`) });
		assert.deepEqual(faults, ['tag-failing Dockerfile Error: offline fault', 'tag-failing Dockerfile Error: online fault']);
		assert.deepEqual(findings.filter(({ code }) => code === 'tag-working').map(({ message }) => message.text), ['Here.']);
	});

	it('makes the check reject where nobody wants to be told, as in tests', async () => {
		await assert.rejects(run({}), /offline fault/);
	});
});

describe('Names from files', () => {
	for (const name of ['a(b', 'a[b', 'a\\', '*', 'a.b', '${x', '$(x)', 'a|b', '^$']) {
		it(`may hold what means something in a pattern: ${name}`, async () => {
			await checkDiagnosis({
				'deploy.sh': `oc create secret docker-registry '${name}' --docker-server=quay.io\ndocker build --build-arg '${name}=1' -t '${name}' .\necho imagePullSecrets\n`,
				'compose.yaml': `services:\n  a:\n    image: "x:\${${name}}"\n`,
				'Dockerfile': `ARG ${name}\nFROM x:$${name}\nFROM x:\${${name}}\n`,
			}, { settings: 'targets: openshift-3.11 openshift-4' });
		});
	}
});

async function run(options: Partial<CheckOptions>) {
	const host = { read: async () => undefined, environment: {} };
	const index = createFactsIndex(host);
	await index.set('Dockerfile', 'FROM node:22\n');
	const settings = { profile: 'default' as const, severity: {}, targets: [], platforms: [], offline: false };
	return check(index, ['Dockerfile'], host, { settings, registry: pageRegistry('docker.io/library/node: 22'), ...options }, [failing, working]);
}
