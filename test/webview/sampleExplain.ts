import type { ExplainView } from '../../src/protocol/explainView.ts';

/** A failed push with two possible causes. */
export function sampleExplain(): ExplainView {
	return {
		command: 'docker push quay.io/acme/api:2.1', at: '2025-10-03T16:02:00Z', lines: 42,
		causes: [
			{
				id: '1', code: 'push-attestation-rejected-quay', severity: 'error', message: 'Quay 3.8 refuses the provenance attestation that this build pushes.',
				distinguish: ['Other tags of the same build were pushed before attestations were switched on.'],
				evidence: [
					{ line: 40, text: 'pushing manifest for quay.io/acme/api:2.1', marks: [] },
					{ line: 41, text: 'error: failed commit on ref: unexpected status 400: manifest invalid', marks: [{ start: 29, end: 50 }, { start: 52, end: 68 }] },
				],
				places: [{ id: 'p', file: '.github/workflows/build.yml', line: 18, text: '      - uses: docker/build-push-action@v6' }],
				actions: [{ id: 'f', kind: 'fix', title: 'Add "--provenance=false --sbom=false"' }, { id: 'c', kind: 'copy', title: '' }, { id: 'w', kind: 'why', title: '' }],
			},
			{
				id: '2', code: 'oci-unsupported-by-target', severity: 'warning', message: 'This build writes OCI format, which Quay 3.8 cannot pull.',
				distinguish: ['The image has one platform only.'], evidence: [], places: [], actions: [{ id: 'w', kind: 'why', title: '' }],
			},
		],
	};
}
