import type { ImageUse } from '../../model/index.ts';
import { defineDiagnosis, type Report } from '../diagnosis.ts';
import { lastingName } from '../support/lastingName.ts';
import { listsTags } from '../support/listsTags.ts';

/** No tag and no digest: `latest` is meant, and changes. Off unless wanted: hadolint says the same (DL3006). */
export const tagImplicitLatest = defineDiagnosis({
	code: 'tag-implicit-latest',
	title: 'No tag',
	severity: 'off',
	use: (use, { facts }) => listsTags(use, facts) ? [] : reportOf(use),
	async *lookup(use, ask) {
		if (listsTags(use, ask.facts)) { return; }
		for (const report of reportOf(use)) { yield { ...report, ...await lastingName(use, ask) }; }
	},
});

function reportOf({ class: meaning, kind, reference, span }: ImageUse): readonly Report[] {
	if (meaning !== 'image' || !reference || reference.tag !== undefined || reference.digest !== undefined || kind === 'syntax') { return []; }
	return [{ at: span, message: { text: 'Without a tag, "{name}" means "latest", which can change.', args: { name: reference.repository } } }];
}
