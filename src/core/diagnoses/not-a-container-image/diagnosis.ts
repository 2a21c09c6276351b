import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { artifactKind } from '../support/artifactKind.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A Helm chart, a model, a signature or another OCI artifact where an image is wanted. */
export const notAContainerImage = defineDiagnosis({
	code: 'not-a-container-image',
	title: 'Artifact in place of an image',
	severity: 'error',
	explanation,
	symptoms,
	async *lookup(use, ask) {
		if (use.class !== 'image' || use.kind === 'compose-model') { return; }
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		const kind = artifactKind(manifest);
		if (kind === undefined) { return; }
		yield {
			at: use.span,
			message: { text: '"{reference}" is {kind}, not a container image.', args: { reference: use.value, kind } },
			evidence: [answer.evidence],
		};
	},
});
