import { defineDiagnosis } from '../diagnosis.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The registry on a loopback name speaks TLS, and clients try it without. */
export const httpsRegistryHttpClient = defineDiagnosis({
	code: 'https-registry-http-client',
	title: 'TLS where plain HTTP is spoken',
	severity: 'info',
	explanation,
	remedies,
	symptoms,
	async *lookup(use, ask) {
		const { reference } = use;
		const verdict = await ask.registry.check(reference);
		if (verdict.verdict !== 'unreachable' || verdict.cause !== 'https-not-http') { return; }
		yield {
			at: hostSpan(use),
			message: { text: '{host} speaks TLS, but is asked without it.', args: { host: reference.domain } },
			evidence: [verdict.evidence],
		};
	},
});
