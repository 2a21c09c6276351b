import { defineDiagnosis } from '../diagnosis.ts';
import { candidateFixes } from '../support/candidateFixes.ts';
import { repositorySpan } from '../support/spanOfUse.ts';
import { stageFixes } from '../support/stageFixes.ts';
import { verifiedCandidates } from '../support/verifiedCandidates.ts';

/** The repository is missing for certain, and one with a similar well-known name exists. */
export const repositoryTypo = defineDiagnosis({
	code: 'repository-typo',
	title: 'Misspelt repository',
	severity: 'error',
	answers: ['repository-missing'],
	async *lookup(use, ask, verdict) {
		const candidates = await verifiedCandidates(use.reference, ask);
		const first = candidates[0];
		if (!first) { return; }
		yield {
			at: repositorySpan(use),
			message: { text: 'Repository "{path}" does not exist, but "{name}" does.', args: { path: use.reference.path, name: first.reference.path } },
			evidence: [verdict.evidence, ...candidates.map(({ evidence }) => evidence)],
			fixes: [...stageFixes(use, ask.facts), ...candidateFixes(use, candidates, ask.workspace)],
		};
	},
});
