import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The header and the manifest itself name different media types (OCI image-spec, manifest.md: they must match). */
export const manifestContentTypeMismatch = defineDiagnosis({
	code: 'manifest-content-type-mismatch',
	title: 'Two media types for one manifest',
	severity: 'warning',
	explanation,
	symptoms,
	answers: ['exists'],
	async *lookup(use, ask) {
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		if (!manifest.contentTypeMismatch) { return; }
		yield {
			at: use.span,
			message: {
				text: 'The header names {header}, the manifest {body}.',
				args: { header: manifest.contentTypeMismatch.header, body: manifest.contentTypeMismatch.body },
			},
			evidence: [answer.evidence],
		};
	},
});
