import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { otherPlatform } from '../support/otherPlatform.ts';
import { platformName } from '../support/platformName.ts';
import { normalPlatform, servesPlatform } from '../../util/platformName.ts';
import { wantedPlatforms } from '../support/wantedPlatforms.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A single image for another platform than the one wanted: engines pull it and only warn. */
export const platformMismatchSingle = defineDiagnosis({
	code: 'platform-mismatch-single',
	title: 'Image for another platform',
	severity: 'warning',
	explanation,
	remedies,
	symptoms,
	answers: ['exists'],
	async *lookup(use, ask) {
		const wanted = wantedPlatforms(use, ask);
		if (use.class !== 'image' || wanted.names.length === 0) { return; }
		const answer = await existingManifest(use.reference, ask);
		if (answer?.manifest.kind !== 'image') { return; }
		const config = await ask.registry.config(use.reference, answer.manifest);
		if (!config.known || config.value.platform.architecture === '') { return; }
		const available = platformName(config.value.platform);
		const platform = wanted.names.find(name => !servesPlatform(name, [available]));
		const sameSystem = platform !== undefined && normalPlatform(platform).split('/')[0] === available.split('/')[0];
		if (platform === undefined || (!wanted.byFile && !sameSystem)) { return; }
		yield {
			at: use.span,
			// A cluster pulls for its own nodes, of which this machine knows nothing.
			...(!wanted.byFile && ask.facts.kind === 'kubernetes' && { severity: 'info' as const }),
			message: { text: '"{reference}" is for {available} only; {platform} was wanted.', args: { reference: use.value, available, platform } },
			evidence: [answer.evidence, config.evidence],
			fixes: otherPlatform(use, ask.facts, [available]),
		};
	},
});
