import { defineDiagnosis } from '../diagnosis.ts';

/** The tag `latest` written out. Off unless wanted: hadolint says the same (DL3007). */
export const tagMutableLatest = defineDiagnosis({
	code: 'tag-mutable-latest',
	title: 'Tag that can change',
	severity: 'off',
	*use({ class: meaning, reference, spans, span }) {
		if (meaning !== 'image' || reference?.tag !== 'latest' || reference.digest !== undefined) { return; }
		yield { at: spans.tag ?? span, severity: 'hint', message: { text: 'The tag "{tag}" can point to another image tomorrow.', args: { tag: reference.tag } } };
	},
});
