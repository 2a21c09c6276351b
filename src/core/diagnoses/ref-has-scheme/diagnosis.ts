import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { textOf } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** `https://registry/name` where an image name belongs. Transports of skopeo and friends are no part of the reference. */
export const refHasScheme = defineDiagnosis({
	code: 'ref-has-scheme',
	title: 'Reference with a scheme',
	severity: 'error',
	explanation,
	symptoms,
	*use(use, { facts }) {
		if (use.class !== 'invalid' || use.error?.kind !== 'scheme' || use.value === undefined) { return; }
		const scheme = use.value.slice(use.error.start, use.error.end);
		const at = use.errorSpan ?? use.span;
		const rest = use.value.slice(use.error.end);
		const tail = /(?:\/v[12])?\/*$/.exec(rest)?.[0] ?? '';
		const end = use.errorSpan ? use.errorSpan.end + rest.length : 0;
		const editable = use.errorSpan && textOf(facts, at) === scheme && textOf(facts, { start: at.end, end }) === rest;
		yield {
			at,
			message: { text: 'Image references have no scheme, but this one begins with "{scheme}".', args: { scheme } },
			fixes: editable ? [editFix(
				{ text: 'Remove "{text}"', args: { text: scheme } },
				[{ span: at, newText: '' }, ...tail === '' ? [] : [{ span: { start: end - tail.length, end }, newText: '' }]],
				parseReference(rest.slice(0, rest.length - tail.length)).ok,
			)] : [],
		};
	},
});
