import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { isAttestation } from '../support/platformName.ts';

/** Every child of the index attests something; none is an image that runs. */
export const indexOnlyAttestations = defineDiagnosis({
	code: 'index-only-attestations',
	title: 'Index without runnable images',
	severity: 'error',
	answers: ['exists'],
	async *lookup(use, ask) {
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		if (manifest.kind !== 'index' || manifest.manifests.length === 0 || !manifest.manifests.every(isAttestation)) { return; }
		yield {
			at: use.span,
			message: { text: 'The index of "{reference}" lists attestations only, no image.', args: { reference: use.value } },
			evidence: [answer.evidence],
		};
	},
});
