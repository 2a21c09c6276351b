import { defineDiagnosis } from '../diagnosis.ts';
import { existingManifest } from '../support/existingManifest.ts';

const years = 2;

/** An image that was made years ago. Dates that reproducible builds write (1970, 1980) say nothing. */
export const imageOld = defineDiagnosis({
	code: 'image-old',
	title: 'Old image',
	severity: 'off',
	answers: ['exists'],
	async *lookup(use, ask) {
		const answer = use.class === 'image' ? await existingManifest(use.reference, ask) : undefined;
		if (answer?.manifest.kind !== 'image') { return; }
		const config = await ask.registry.config(use.reference, answer.manifest);
		const created = config.known ? Date.parse(config.value.created ?? '') : Number.NaN;
		const age = (Date.parse(answer.evidence.at) - created) / (365.25 * 24 * 3_600_000);
		if (Number.isNaN(age) || age < years || new Date(created).getUTCFullYear() < 1990) { return; }
		yield {
			at: use.span,
			severity: 'hint',
			message: { text: '"{reference}" was made {years} years ago.', args: { reference: use.value, years: Math.floor(age) } },
			evidence: [answer.evidence, config.evidence],
		};
	},
});
