import type { Reference } from '../../model/index.ts';
import { defineDiagnosis } from '../diagnosis.ts';
import { copyFix } from '../support/candidateFixes.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { artifactKind, type ArtifactKind } from '../support/artifactKind.ts';
import { explanation, symptoms } from './symptoms.ts';

const texts: Readonly<Record<ArtifactKind, string>> = {
	chart: '"{reference}" is a Helm chart, not a container image.',
	model: '"{reference}" is an AI model, not a container image.',
	module: '"{reference}" is a WebAssembly module, not a container image.',
	signature: '"{reference}" is a signature, not a container image.',
	feature: '"{reference}" is a dev container feature, not a container image.',
	attestation: '"{reference}" is an attestation, not a container image.',
	artifact: '"{reference}" is an OCI artifact, not a container image.',
};

/** A Helm chart, a model, a signature or another OCI artifact where an image is wanted. */
export const notAContainerImage = defineDiagnosis({
	code: 'not-a-container-image',
	title: 'Artifact in place of an image',
	severity: 'error',
	explanation,
	symptoms,
	answers: ['exists'],
	async *lookup(use, ask) {
		if (use.class !== 'image' || use.kind === 'compose-model') { return; }
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		const kind = artifactKind(manifest);
		if (kind === undefined) { return; }
		yield {
			at: use.span,
			message: { text: texts[kind], args: { reference: use.value } },
			evidence: [answer.evidence],
			fixes: pullCommand(kind, use.reference).map(copyFix),
		};
	},
});

/** What pulls it where it belongs; none where nobody pulls it by hand. */
function pullCommand(kind: ArtifactKind, { repository, tag, canonical }: Reference): readonly string[] {
	if (kind === 'model') { return [`docker model pull ${canonical}`]; }
	return kind === 'chart' ? [`helm pull oci://${repository}${tag === undefined ? '' : ` --version ${tag}`}`] : [];
}
