import { defineDiagnosis } from '../diagnosis.ts';
import { movedImage } from '../support/movedImage.ts';
import { repositorySpan } from '../support/spanOfUse.ts';
import { stageFixes } from '../support/stageFixes.ts';
import { verifiedCandidates } from '../support/verifiedCandidates.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry says without doubt that it has no such repository. With a confirmed similar name it is `repository-typo`. */
export const repositoryNotFound = defineDiagnosis({
	code: 'repository-not-found',
	title: 'Repository does not exist',
	severity: 'error',
	explanation,
	symptoms,
	answers: ['tag-missing', 'repository-missing'],
	async *lookup(use, ask, verdict) {
		const { reference } = use;
		let evidence = [verdict.evidence];
		if (verdict.verdict === 'tag-missing') {
			// Distribution 2 answers MANIFEST_UNKNOWN for missing repositories too; only its tag list tells.
			const tags = await ask.registry.tags(reference);
			if (tags.known || tags.reason !== 'missing') { return; }
			evidence = [verdict.evidence, tags.evidence];
		}
		if (await movedImage(reference, ask) || (await verifiedCandidates(reference, ask)).length > 0) { return; }
		yield {
			at: repositorySpan(use),
			message: { text: '{host} has no repository "{path}".', args: { host: reference.domain, path: reference.path } },
			evidence,
			fixes: stageFixes(use, ask.facts),
		};
	},
});
