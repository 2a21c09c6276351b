import { defineDiagnosis } from '../diagnosis.ts';
import { listsTags } from '../support/listsTags.ts';
import { movedImage } from '../support/movedImage.ts';
import { nearTagFixes } from '../support/nearTagFixes.ts';
import { writtenTag } from '../support/replaceTag.ts';
import { variablePlaces } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The repository exists, but has no such tag. A digest wins over a tag, so a pinned use is never reported. */
export const tagNotFound = defineDiagnosis({
	code: 'tag-not-found',
	title: 'Tag does not exist',
	severity: 'error',
	explanation,
	symptoms,
	answers: ['tag-missing'],
	async *lookup(use, ask, verdict) {
		const { reference } = use;
		if (reference.digest || verdict.expired || listsTags(use, ask.facts)) { return; }
		const tag = reference.tag ?? 'latest';
		const tags = await ask.registry.tags(reference);
		if (tags.known && tags.value.tags.includes(tag)) { return; } // the registry contradicts itself
		if (!tags.known && tags.reason === 'missing') { return; } // the repository itself is missing
		if (await movedImage(reference, ask)) { return; }
		const written = writtenTag(use, ask.workspace);
		yield {
			at: written.at,
			message: { text: 'Tag "{tag}" does not exist in {repository}.', args: { tag, repository: reference.repository } },
			evidence: [verdict.evidence, tags.evidence],
			related: variablePlaces(use),
			fixes: tags.known ? nearTagFixes(written, tag, tags.value.tags) : [],
		};
	},
});
