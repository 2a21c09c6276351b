import { defineDiagnosis } from '../diagnosis.ts';
import { candidateFixes, loginFix } from '../support/candidateFixes.ts';
import { movedImage } from '../support/movedImage.ts';
import { repositorySpan } from '../support/spanOfUse.ts';
import { stageFixes } from '../support/stageFixes.ts';
import { verifiedCandidates } from '../support/verifiedCandidates.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A refusal that means "private" or "does not exist": most registries do not tell which. */
export const repositoryMissingOrPrivate = defineDiagnosis({
	code: 'repository-missing-or-private',
	title: 'Repository is private or does not exist',
	severity: 'warning',
	explanation,
	remedies,
	symptoms,
	answers: ['missing-or-private'],
	async *lookup(use, ask, verdict) {
		const { reference } = use;
		if (reference.domain === 'registry.redhat.io' || await movedImage(reference, ask)) { return; }
		const candidates = await verifiedCandidates(reference, ask);
		yield {
			at: repositorySpan(use),
			message: { text: '{host} refuses access to "{path}": it is private or does not exist.', args: { host: reference.domain, path: reference.path } },
			evidence: [verdict.evidence, ...candidates.map(({ evidence }) => evidence)],
			fixes: [...stageFixes(use, ask.facts), ...candidateFixes(use, candidates, ask.workspace), loginFix(reference.domain)],
		};
	},
});
