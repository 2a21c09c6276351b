import { defineDiagnosis } from '../diagnosis.ts';
import { loginFix } from '../support/candidateFixes.ts';
import { isFirstOfHost } from '../support/isFirstOfHost.ts';
import { hostSpan } from '../support/spanOfUse.ts';

/** So few pulls left say that a build with many stages may stop half way. */
const few = 10;

/** The registry still answers, and says with `ratelimit-remaining` that it soon will not. Said once for a file. */
export const rateLimitLow = defineDiagnosis({
	code: 'rate-limit-low',
	title: 'Few pulls left',
	severity: 'info',
	async *lookup(use, ask, { verdict, evidence }) {
		const { reference } = use;
		if (verdict === 'rate-limited' || evidence.remaining === undefined || evidence.remaining >= few || !isFirstOfHost(use, reference, ask.facts)) {
			return;
		}
		yield {
			at: hostSpan(use),
			message: { text: 'Pulls that {host} still allows for now: {count}.', args: { host: reference.domain, count: evidence.remaining } },
			evidence: [evidence],
			fixes: evidence.credentials === undefined || evidence.credentials === 'none' ? [loginFix(reference.domain)] : [],
		};
	},
});
