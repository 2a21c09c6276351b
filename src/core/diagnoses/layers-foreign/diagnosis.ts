import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';

/** Layers that the registry does not hold: their content is fetched from URLs, or not at all. */
export const layersForeign = defineDiagnosis({
	code: 'layers-foreign',
	title: 'Layers from another place',
	severity: 'info',
	answers: ['exists'],
	async *lookup(use, ask) {
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		if (!manifest.layers.some(({ mediaType }) => /foreign|nondistributable/.test(mediaType))) { return; }
		yield {
			at: use.span,
			message: { text: '"{reference}" has layers that are stored elsewhere and are not pushed along.', args: { reference: use.value } },
			evidence: [answer.evidence],
		};
	},
});
