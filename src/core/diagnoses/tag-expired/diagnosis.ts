import { defineDiagnosis } from '../diagnosis.ts';
import { listsTags } from '../support/listsTags.ts';
import { nearTagFixes } from '../support/nearTagFixes.ts';
import { writtenTag } from '../support/replaceTag.ts';
import { variablePlaces } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The tag existed: the registry says so (`TAG_EXPIRED` of Quay), or an earlier answer is remembered. */
export const tagExpired = defineDiagnosis({
	code: 'tag-expired',
	title: 'Tag was deleted or expired',
	severity: 'error',
	explanation,
	symptoms,
	answers: ['tag-missing'],
	async *lookup(use, ask, verdict) {
		const { reference } = use;
		if (reference.digest || !verdict.expired || listsTags(use, ask.facts)) { return; }
		const tag = reference.tag ?? 'latest';
		const tags = await ask.registry.tags(reference);
		const written = writtenTag(use, ask.workspace);
		yield {
			at: written.at,
			message: { text: 'Tag "{tag}" existed in {repository} and was deleted or expired.', args: { tag, repository: reference.repository } },
			evidence: [verdict.evidence, tags.evidence],
			related: variablePlaces(use),
			fixes: tags.known ? nearTagFixes(written, tag, tags.value.tags) : [],
		};
	},
});
