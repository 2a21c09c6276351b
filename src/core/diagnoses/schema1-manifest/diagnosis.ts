import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { copyFix } from '../support/candidateFixes.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The registry has only a schema 1 manifest, which Docker, BuildKit and containerd no longer pull. */
export const schema1Manifest = defineDiagnosis({
	code: 'schema1-manifest',
	title: 'Legacy schema 1 image',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
	answers: ['exists'],
	async *lookup(use, ask) {
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		if (manifest.format !== 'schema1') { return; }
		yield {
			at: use.span,
			message: { text: '"{reference}" is a legacy schema 1 image, which current engines no longer pull.', args: { reference: use.value } },
			evidence: [answer.evidence],
			fixes: [copyFix(`skopeo copy --format v2s2 docker://${use.reference.canonical} docker://REGISTRY/${use.reference.path}:${use.reference.tag ?? 'latest'}`)],
		};
	},
});
