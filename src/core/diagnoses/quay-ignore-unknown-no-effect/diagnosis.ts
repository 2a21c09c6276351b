import type { FileFacts } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';

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
		const start = text.lastIndexOf('\n', key.span.start - 1) + 1;
		const end = text.indexOf('\n', key.span.end);
		yield {
			at: key.span,
			message: { text: 'Only Quay 3.9 to 3.11 reads "{key}"; this workspace runs {version}.', args: { key: 'IGNORE_UNKNOWN_MEDIATYPES', version: `3.${found.minor}` } },
			related: [{ file: found.file, span: found.span, message: { text: 'Quay {version} is used here.', args: { version: `3.${found.minor}` } } }],
			fixes: [editFix({ text: 'Remove "{text}"', args: { text: 'IGNORE_UNKNOWN_MEDIATYPES' } }, [{ span: { start, end: end === -1 ? text.length : end + 1 }, newText: '' }])],
		};
	},
});

function quayVersion(workspace: readonly FileFacts[]) {
	const versions = workspace.flatMap(facts => facts.uses.flatMap(({ reference, span }) => {
		if (!reference?.tag || !/(?:^|\/)quay(?:-rhel8)?$/.test(reference.path)) { return []; }
		const minor = /^v?3\.(\d+)/.exec(reference.tag)?.[1];
		return minor === undefined ? [] : [{ minor: Number(minor), file: facts.file, span }];
	}));
	// Two versions in one workspace: which one reads this file is not known.
	return new Set(versions.map(({ minor }) => minor)).size === 1 ? versions[0] : undefined;
}
