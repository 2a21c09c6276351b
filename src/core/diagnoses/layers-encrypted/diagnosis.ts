import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { explanation, symptoms } from './symptoms.ts';

/** Layers that only the holder of a key can unpack (ocicrypt). */
export const layersEncrypted = defineDiagnosis({
	code: 'layers-encrypted',
	title: 'Encrypted layers',
	severity: 'error',
	explanation,
	symptoms,
	answers: ['exists'],
	async *lookup(use, ask) {
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		if (!manifest.layers.some(({ mediaType }) => mediaType.endsWith('+encrypted'))) { return; }
		yield {
			at: use.span,
			message: { text: '"{reference}" has encrypted layers.', args: { reference: use.value } },
			evidence: [answer.evidence],
		};
	},
});
