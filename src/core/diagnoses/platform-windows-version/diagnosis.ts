import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { isAttestation } from '../support/platformName.ts';
import { explanation, symptoms } from './symptoms.ts';

/** An image for Windows only: which Windows it was made for decides where it runs. */
export const platformWindowsVersion = defineDiagnosis({
	code: 'platform-windows-version',
	title: 'Image for some Windows versions',
	severity: 'off',
	explanation,
	symptoms,
	answers: ['exists'],
	async *lookup(use, ask) {
		const answer = use.class === 'image' ? await existingManifest(use.reference, ask) : undefined;
		if (answer?.manifest.kind !== 'index') { return; }
		const platforms = answer.manifest.manifests.flatMap(child => child.platform && !isAttestation(child) ? [child.platform] : []);
		if (platforms.length === 0 || platforms.some(({ os }) => os !== 'windows')) { return; }
		const versions = [...new Set(platforms.flatMap(({ osVersion }) => osVersion ?? []))];
		if (versions.length === 0) { return; }
		yield {
			at: use.span,
			severity: 'info',
			message: { text: '"{reference}" runs only on Windows {versions}.', args: { reference: use.value, versions: versions.join(', ') } },
			evidence: [answer.evidence],
		};
	},
});
