import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { loginFix } from '../support/candidateFixes.ts';
import { editPart } from '../support/partInVariable.ts';
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
		const edit = other.verdict === 'exists' ? editPart(use, 'domain', open, ask.workspace) : undefined;
		yield {
			at: hostSpan(use),
			message: { text: '{host} always wants a login.', args: { host: reference.domain } },
			evidence: [verdict.evidence, other.evidence],
			fixes: [
				...edit ? [editFix({ text: 'Change the registry to "{host}"', args: { host: open } }, [edit])] : [],
				loginFix(reference.domain),
			],
		};
	},
});
