import { defineDiagnosis, type Report } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { isLeftToBuild } from '../support/buildBases.ts';
import { otherPlatform } from '../support/otherPlatform.ts';
import { runnablePlatforms } from '../support/platformName.ts';
import { normalPlatform, servesPlatform } from '../../util/platformName.ts';
import { wantedPlatforms } from '../support/wantedPlatforms.ts';
import { explanation, symptoms } from './symptoms.ts';

/** An index without the platform that the file asks for, or that the settings say must exist. */
export const platformMissing = defineDiagnosis({
	code: 'platform-missing',
	title: 'Platform is not in the index',
	severity: 'error',
	explanation,
	symptoms,
	answers: ['exists'],
	async *lookup(use, ask) {
		const wanted = wantedPlatforms(use, ask);
		if (use.class !== 'image' || wanted.names.length === 0) { return; }
		const answer = await existingManifest(use.reference, ask);
		if (answer?.manifest.kind !== 'index') { return; }
		const available = runnablePlatforms(answer.manifest.manifests);
		if (available.length === 0) { return; }
		for (const platform of wanted.names) {
			// A Windows image is not meant for a Linux machine: only the file itself can ask for that.
			const sameSystem = available.some(name => name.split('/')[0] === normalPlatform(platform).split('/')[0]);
			if (servesPlatform(platform, available) || (!wanted.byFile && !sameSystem)) { continue; }
			// One cause is told once: a build that lists several platforms is told at its list.
			if (wanted.byFile && isLeftToBuild(use, platform, ask.facts, ask.workspace)) { continue; }
			const report: Report = {
				at: use.span,
				message: {
					text: '"{reference}" is not available for {platform}, only for {available}.',
					args: { reference: use.value, platform, available: available.join(', ') },
				},
				evidence: [answer.evidence],
			};
			// A cluster pulls for its own nodes, of which this machine knows nothing.
			const elsewhere = !wanted.byFile && ask.facts.kind === 'kubernetes';
			yield {
				...report,
				...(elsewhere && { severity: 'warning' as const }),
				fixes: otherPlatform(use, ask.facts, available.filter(name => name !== platform)),
			};
		}
	},
});
