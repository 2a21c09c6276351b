import { lineAfter, lineStartAt } from '../../util/lineBounds.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { quayVersion } from '../support/quayVersion.ts';

/** Only Quay 3.9 to 3.11 reads `IGNORE_UNKNOWN_MEDIATYPES`; the version is taken from a Quay image in the workspace. */
export const quayIgnoreUnknownNoEffect = defineDiagnosis({
	code: 'quay-ignore-unknown-no-effect',
	title: 'Quay does not read this key',
	severity: 'info',
	*document({ quay, text }, { workspace }) {
		const key = quay?.ignoreUnknownMediaTypes;
		if (!key) { return; }
		const found = quayVersion(workspace);
		if (!found || (found.minor >= 9 && found.minor <= 11)) { return; }
		const span = { start: lineStartAt(text, key.span.start), end: lineAfter(text, key.span.end) };
		yield {
			at: key.span,
			message: {
				text: 'Only Quay 3.9 to 3.11 reads "{key}"; this workspace runs {version}.',
				args: { key: 'IGNORE_UNKNOWN_MEDIATYPES', version: `3.${found.minor}` },
			},
			related: [{ file: found.file, span: found.span, message: { text: 'Quay {version} is used here.', args: { version: `3.${found.minor}` } } }],
			fixes: [editFix({ text: 'Remove "{text}"', args: { text: 'IGNORE_UNKNOWN_MEDIATYPES' } }, [{ span, newText: '' }])],
		};
	},
});
