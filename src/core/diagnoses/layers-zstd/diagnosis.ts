import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { copyFix } from '../support/candidateFixes.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A target cannot unpack zstd layers. */
export const layersZstd = defineDiagnosis({
	code: 'layers-zstd',
	title: 'Layers compressed with zstd',
	severity: 'warning',
	explanation,
	remedies,
	symptoms,
	async *lookup(use, ask) {
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		const active = ask.targets.find(({ target, how }) => !target.zstd && how !== 'push');
		if (!active || !manifest.layers.some(({ mediaType }) => mediaType.endsWith('+zstd'))) { return; }
		yield {
			at: use.span,
			message: { text: '"{reference}" has zstd layers, which {target} cannot unpack.', args: { reference: use.value, target: active.target.title } },
			evidence: [answer.evidence],
			fixes: [copyFix(`skopeo copy --dest-compress-format gzip --dest-force-compress-format docker://${use.reference.canonical} docker://REGISTRY/${use.reference.path}:${use.reference.tag ?? 'latest'}`)],
		};
	},
});
