import assert from 'node:assert/strict';
import { join } from 'node:path';
import { diagnoses } from '../../../src/core/diagnoses/index.ts';
import { check } from '../../../src/core/engine/check.ts';
import { createFactsIndex } from '../../../src/core/engine/factsIndex.ts';
import type { Verdict } from '../../../src/core/model/index.ts';
import { cutCarets } from '../../support/carets.ts';
import { pageRegistry } from '../../support/pageRegistry.ts';
import { readPage } from '../../support/readPage.ts';

/** Every answer there is, as a page's registry block writes it, with what the diagnoses look for in it. */
const everyAnswer: Readonly<Record<Verdict['verdict'], readonly string[]>> = {
	'exists': [`digest=sha256:${'0'.repeat(64)},mediaType=application/vnd.oci.image.manifest.v1+json,staleLogin.source=config.json`],
	'tag-missing': ['', 'expired'], 'digest-missing': [''], 'repository-missing': [''], 'missing-or-private': [''], 'login-needed': [''],
	'login-rejected': ['source=config.json', 'source=config.json,expired'], 'not-allowed': ['', 'rule'], 'helper-missing': ['helper=docker-credential-x,source=config.json'],
	'helper-failed': ['helper=docker-credential-x,source=config.json'], 'rate-limited': ['', 'until=2026-01-01T13:00:00.000Z'], 'unavailable': ['status=502'],
	'unreachable': ['dns', 'refused', 'timeout', 'tls-untrusted', 'tls-expired', 'tls-name', 'tls-other', 'http-not-https', 'https-not-http', 'proxy', 'network'].map(cause => `cause=${cause}`),
	'not-a-registry': [''], 'broken-answer': ['html', 'too-large', 'digest-mismatch', 'garbage'].map(detail => `detail=${detail}`), 'not-asked': ['reason=blocked', 'reason=host-not-allowed'],
};

for (const diagnosis of diagnoses.filter(({ answers }) => answers !== undefined)) {
	const { code, answers } = diagnosis;
	describe(`${code}, asked whatever the registry answers`, () => {
		const { cases } = readPage(join('src/core/diagnoses', code, 'README.md'));
		const others = Object.entries(everyAnswer).filter(([verdict]) => !answers?.includes(verdict as Verdict['verdict']));

		it('has nothing to say about other answers than it names', async () => {
			const { answers: _, ...always } = diagnosis;
			for (const { files } of cases) {
				const texts = new Map(files.map(({ file, block }) => [file, `${cutCarets(block.text)}\n`]));
				const host = { read: async (file: string) => texts.get(file), environment: {} };
				const index = createFactsIndex(host);
				for (const [file, text] of texts) { await index.set(file, text); }
				const run = async (registry?: string): Promise<readonly string[]> => {
					const settings = { profile: 'strict', severity: {}, targets: ['docker-1.13', 'quay-3.8', 'aws-lambda'], platforms: ['linux/amd64'], offline: registry === undefined } as const;
					const { findings } = await check(index, [...texts.keys()], host, { settings, ...registry !== undefined && { registry: pageRegistry(registry) } }, [always]);
					return findings.map(({ message }) => message.text);
				};
				const offline = await run();
				for (const [verdict, forms] of others) {
					for (const form of forms) {
						assert.deepEqual(await run(`*: !${verdict}${form === '' ? '' : `,${form}`}`), offline, `${verdict} ${form}`);
					}
				}
			}
		});
	});
}
