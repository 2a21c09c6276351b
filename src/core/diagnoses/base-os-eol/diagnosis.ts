import { defineDiagnosis } from '../diagnosis.ts';
import { endOfLife } from '../support/endOfLife.ts';

/** The tag names a release of a distribution or runtime that has reached its end of life, by a list that comes with pullcheck. */
export const baseOsEol = defineDiagnosis({
	code: 'base-os-eol',
	title: 'Release past its end of life',
	severity: 'hint',
	*use({ class: meaning, reference, spans, span }) {
		if (meaning !== 'image' || !reference?.tag || reference.domain !== 'docker.io') { return; }
		const release = endOfLife(reference.path, reference.tag);
		if (release === undefined) { return; }
		yield { at: spans.tag ?? span, message: { text: '{release} has reached its end of life.', args: { release } } };
	},
});
