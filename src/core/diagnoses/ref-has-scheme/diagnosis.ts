import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { partInVariable } from '../support/partInVariable.ts';
import { repositoryUse } from '../support/repositoryUse.ts';
import { textOf } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** `https://registry/name` where an image name belongs. Transports of skopeo and friends are no part of the reference. */
export const refHasScheme = defineDiagnosis({
	code: 'ref-has-scheme',
	title: 'Reference with a scheme',
	severity: 'error',
	explanation,
	symptoms,
	*use(given, { facts, workspace }) {
		const use = repositoryUse(given);
		if (use.class !== 'invalid' || use.error?.kind !== 'scheme' || use.value === undefined) { return; }
		const scheme = use.value.slice(use.error.start, use.error.end);
		const at = use.errorSpan ?? use.span;
		const rest = use.value.slice(use.error.end);
		const cuts = partsOfAddress(scheme, rest);
		const end = use.errorSpan ? use.errorSpan.end + rest.length : 0;
		// Where nothing else goes, the rest may stand anywhere.
		const editable = use.errorSpan && textOf(facts, at) === scheme && (cuts.length === 0 || textOf(facts, { start: at.end, end }) === rest);
		const inVariable = editable ? undefined : partInVariable(use, { start: use.error.start, end: use.value.length }, workspace);
		const name = cuts.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), rest);
		yield {
			at,
			message: { text: 'Image references have no scheme, but this one begins with "{scheme}".', args: { scheme } },
			fixes: editable ? [editFix(
				{ text: 'Remove "{text}"', args: { text: scheme } },
				[{ span: at, newText: '' }, ...cuts.map(({ from, to }) => ({ span: { start: at.end + from, end: at.end + to }, newText: '' }))],
				isName(name),
			)] : inVariable ? [editFix({ text: 'Remove "{text}"', args: { text: scheme } }, [inVariable.edit(name)], isName(name))] : [],
		};
	},
});

/** Capitals are mended by a fix of their own. */
function isName(text: string): boolean {
	const parsed = parseReference(text);
	return parsed.ok || parsed.error.kind === 'uppercase-repository';
}

/** What a registry's address has and a name has not: the API's `/v2` behind the host of a web address, and at the end. Offsets in `rest`. */
function partsOfAddress(scheme: string, rest: string): readonly { readonly from: number; readonly to: number }[] {
	const host = /^https?:/i.test(scheme) ? /^[^/]+(?=\/v[12]\/[^/])/.exec(rest)?.[0].length : undefined;
	const tail = /(?:\/v[12])?\/*$/.exec(rest)?.[0].length ?? 0;
	return [...host === undefined ? [] : [{ from: host, to: host + 3 }], ...tail > 0 ? [{ from: rest.length - tail, to: rest.length }] : []];
}
