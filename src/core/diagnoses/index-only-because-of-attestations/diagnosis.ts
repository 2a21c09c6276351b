import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { isAttestation, runnablePlatforms } from '../support/platformName.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** One platform, published as an index only because attestations go with it. */
export const indexOnlyBecauseOfAttestations = defineDiagnosis({
	code: 'index-only-because-of-attestations',
	title: 'Index for one platform',
	severity: 'off',
	explanation,
	symptoms,
	remedies,
	answers: ['exists'],
	async *lookup(use, ask) {
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		if (manifest.kind !== 'index' || !manifest.manifests.some(isAttestation) || runnablePlatforms(manifest.manifests).length !== 1) { return; }
		yield {
			at: use.span,
			message: { text: '"{reference}" is an index only because of its attestations.', args: { reference: use.value } },
			evidence: [answer.evidence],
		};
	},
});
