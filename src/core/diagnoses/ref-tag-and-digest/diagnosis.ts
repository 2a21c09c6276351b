import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** Tag and digest together: the digest decides and the tag is only a note for people. */
export const refTagAndDigest = defineDiagnosis({
	code: 'ref-tag-and-digest',
	title: 'Tag beside a digest',
	severity: 'off',
	explanation,
	symptoms,
	*use({ class: meaning, reference, spans, span }) {
		if (meaning !== 'image' || !reference?.tag || !reference.digest) { return; }
		yield {
			at: spans.tag ?? span,
			severity: 'hint',
			message: { text: 'The digest decides; the tag "{tag}" is ignored.', args: { tag: reference.tag } },
		};
	},
});
