import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';

/** An image index or manifest list that lists nothing. */
export const indexEmpty = defineDiagnosis({
	code: 'index-empty',
	title: 'Index without images',
	severity: 'error',
	answers: ['exists'],
	async *lookup(use, ask) {
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		if (manifest.kind !== 'index' || manifest.manifests.length > 0) { return; }
		yield {
			at: use.span,
			message: { text: 'The index of "{reference}" lists no images.', args: { reference: use.value } },
			evidence: [answer.evidence],
		};
	},
});
