import { defineDiagnosis } from '../diagnosis.ts';
import { candidateFixes } from '../support/candidateFixes.ts';
import { movedImage } from '../support/movedImage.ts';
import { repositorySpan } from '../support/spanOfUse.ts';

/** The image is gone from its old place and its registry confirms the new one. */
export const imageMoved = defineDiagnosis({
	code: 'image-moved',
	title: 'Image has moved',
	severity: 'error',
	answers: ['tag-missing', 'digest-missing', 'repository-missing', 'missing-or-private'],
	async *lookup(use, ask, verdict) {
		const moved = await movedImage(use.reference, ask);
		if (!moved) { return; }
		yield {
			at: repositorySpan(use),
			message: { text: '"{old}" is now at "{new}".', args: { old: use.value, new: moved.reference.path } },
			evidence: [verdict.evidence, moved.evidence],
			fixes: candidateFixes(use, [moved], ask.workspace),
		};
	},
});
