import { defineDiagnosis } from '../diagnosis.ts';
import { loginFix } from '../support/candidateFixes.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The registry answers 429: nothing is known about the image. */
export const rateLimitReached = defineDiagnosis({
	code: 'rate-limit-reached',
	title: 'Pull limit reached',
	severity: 'info',
	explanation,
	remedies,
	symptoms,
	answers: ['rate-limited'],
	async *lookup(use, _ask, verdict) {
		const { reference } = use;
		const args = { host: reference.domain, reference: use.value };
		yield {
			at: hostSpan(use),
			message: verdict.until === undefined
				? { text: '{host} limits pulls; "{reference}" was not checked.', args }
				: { text: '{host} limits pulls until {time}; "{reference}" was not checked.', args: { ...args, time: `${verdict.until.slice(11, 16)} UTC` } },
			evidence: [verdict.evidence],
			fixes: [loginFix(reference.domain)],
		};
	},
});
