import { defineDiagnosis, editFix } from '../diagnosis.ts';

/** No tag and no digest: `latest` is meant, and changes. Off unless wanted: hadolint says the same (DL3006). */
export const tagImplicitLatest = defineDiagnosis({
	code: 'tag-implicit-latest',
	title: 'No tag',
	severity: 'off',
	*use({ class: meaning, reference, spans, span, kind, variables }) {
		if (meaning !== 'image' || !reference || reference.tag !== undefined || reference.digest !== undefined || kind === 'syntax') { return; }
		yield {
			at: span,
			message: { text: 'Without a tag, "{name}" means "latest", which can change.', args: { name: reference.repository } },
			fixes: spans.path && variables.length === 0 ? [editFix({ text: 'Change the tag to "{tag}"', args: { tag: 'latest' } }, [{ span: { start: spans.path.end, end: spans.path.end }, newText: ':latest' }], false)] : [],
		};
	},
});
