import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { loginFix } from '../support/candidateFixes.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { withPath } from '../support/verifiedCandidates.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

const open = 'registry.access.redhat.com';

/** registry.redhat.io never answers without a login; part of its images are public under another host. */
export const registryRedhatLoginRequired = defineDiagnosis({
	code: 'registry-redhat-login-required',
	title: 'Red Hat registry without a login',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
	answers: ['login-needed', 'missing-or-private'],
	async *lookup(use, ask, verdict) {
		const { reference } = use;
		if (reference.domain !== 'registry.redhat.io') { return; }
		const other = await ask.registry.check(withPath(reference, reference.path, open));
		yield {
			at: hostSpan(use),
			message: { text: '{host} always wants a login.', args: { host: reference.domain } },
			evidence: [verdict.evidence, other.evidence],
			fixes: [
				...other.verdict === 'exists' && use.spans.domain ? [editFix({ text: 'Change the registry to "{host}"', args: { host: open } }, [{ span: use.spans.domain, newText: open }])] : [],
				loginFix(reference.domain),
			],
		};
	},
});
