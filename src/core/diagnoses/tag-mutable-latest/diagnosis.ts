import type { ImageUse } from '../../model/index.ts';
import { defineDiagnosis, type Report } from '../diagnosis.ts';
import { lastingName } from '../support/lastingName.ts';

/** The tag `latest` written out. Off unless wanted: hadolint says the same (DL3007). */
export const tagMutableLatest = defineDiagnosis({
	code: 'tag-mutable-latest',
	title: 'Tag that can change',
	severity: 'off',
	use: reportOf,
	async *lookup(use, ask) {
		for (const report of reportOf(use)) { yield { ...report, ...await lastingName(use, ask) }; }
	},
});

function reportOf({ class: meaning, reference, spans, span }: ImageUse): readonly Report[] {
	if (meaning !== 'image' || reference?.tag !== 'latest' || reference.digest !== undefined) { return []; }
	return [{
		at: spans.tag ?? span,
		severity: 'hint',
		message: { text: 'The tag "{tag}" can point to another image tomorrow.', args: { tag: reference.tag } },
	}];
}
