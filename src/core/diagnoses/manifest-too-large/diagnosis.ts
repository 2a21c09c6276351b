import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The manifest is larger than the 4 MiB that clients read. */
export const manifestTooLarge = defineDiagnosis({
	code: 'manifest-too-large',
	title: 'Manifest is too large',
	severity: 'warning',
	explanation,
	symptoms,
	answers: ['broken-answer'],
	async *lookup(use, _ask, verdict) {
		if (verdict.detail !== 'too-large') { return; }
		yield {
			at: use.span,
			message: { text: 'The manifest of "{reference}" is larger than clients read.', args: { reference: use.value } },
			evidence: [verdict.evidence],
		};
	},
});
