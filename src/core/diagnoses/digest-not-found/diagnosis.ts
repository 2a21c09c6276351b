import { defineDiagnosis } from '../diagnosis.ts';
import { pinFix } from '../support/pinFix.ts';
import { digestSpan } from '../support/spanOfUse.ts';
import { withTag } from '../support/verifiedCandidates.ts';
import { shortDigest } from '../support/shortDigest.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The repository answers, but has no manifest with the pinned digest. */
export const digestNotFound = defineDiagnosis({
	code: 'digest-not-found',
	title: 'Pinned digest does not exist',
	severity: 'error',
	explanation,
	symptoms,
	answers: ['digest-missing'],
	async *lookup(use, ask, verdict) {
		const { reference } = use;
		if (!reference.digest) { return; }
		const tagged = reference.tag === undefined ? undefined : await ask.registry.check(withTag(reference, reference.tag));
		const digest = tagged?.verdict === 'exists' ? tagged.digest : undefined;
		yield {
			at: digestSpan(use),
			message: {
				text: 'Digest {digest} does not exist in {repository}.',
				args: { digest: shortDigest(reference.digest), repository: reference.repository },
			},
			evidence: [verdict.evidence, ...tagged ? [tagged.evidence] : []],
			fixes: digest === undefined ? [] : pinFix(use, digest, ask.workspace),
		};
	},
});
