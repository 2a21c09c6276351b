import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry sends a manifest with a Content-Type that names none, so old clients take it for schema 1. */
export const manifestContentTypeBroken = defineDiagnosis({
	code: 'manifest-content-type-broken',
	title: 'Wrong Content-Type for the manifest',
	severity: 'warning',
	explanation,
	symptoms,
	answers: ['exists'],
	async *lookup(use, ask) {
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		if (manifest.contentTypeBroken === undefined) { return; }
		yield {
			at: use.span,
			message: { text: '{host} sends "{type}" as the type of this manifest.', args: { host: use.reference.domain, type: manifest.contentTypeBroken } },
			evidence: [answer.evidence],
		};
	},
});
