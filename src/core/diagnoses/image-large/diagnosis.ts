import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';

/** The layers that are downloaded add up to more than 1 GiB. */
export const imageLarge = defineDiagnosis({
	code: 'image-large',
	title: 'Large image',
	severity: 'hint',
	answers: ['exists'],
	async *lookup(use, ask) {
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		const size = manifest.layers.reduce((sum, layer) => sum + layer.size, 0);
		if (size <= 2 ** 30) { return; }
		yield {
			at: use.span,
			message: { text: '"{reference}" is {size} GB to download.', args: { reference: use.value, size: (size / 1e9).toFixed(1) } },
			evidence: [answer.evidence],
		};
	},
});
