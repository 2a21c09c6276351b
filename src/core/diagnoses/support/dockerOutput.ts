import type { Edit, Span } from '../../model/index.ts';

/** What makes BuildKit push Docker media types. Attestations must be off too: they force OCI, or are refused beside it. */
export const dockerOutput = 'type=image,oci-mediatypes=false,push=true';

/** A change of a part of a value, as offsets in it. */
export interface ValueEdit {
	readonly start: number;
	readonly end: number;
	readonly newText: string;
}

/**
 * The changes of an output's value: `oci-mediatypes` is switched off where it stands, else added before `push=true` or at the end;
 * compression that Docker's layers cannot have goes with its level.
 */
export function dockerMediaTypes(value: string): readonly ValueEdit[] {
	const edits = /(?:^|,)compression=(?:zstd|estargz)(?=,|$)/.test(value) ? plainCompression(value) : [];
	const found = /(?<=^|,)oci-mediatypes=(?<on>[^,]*)/.exec(value);
	if (!found) {
		const push = /(?<=,)push=/.exec(value)?.index;
		return [...edits, push === undefined
			? { start: value.length, end: value.length, newText: ',oci-mediatypes=false' }
			: { start: push, end: push, newText: 'oci-mediatypes=false,' }];
	}
	const end = found.index + found[0].length;
	return [...edits, { start: end - (found.groups?.['on'] ?? '').length, end, newText: 'false' }];
}

/** The changes that leave an output's compression to its default. */
export function plainCompression(value: string): readonly ValueEdit[] {
	return [...value.matchAll(/,(?:force-)?compression(?:-level)?=[^,]*|^(?:force-)?compression(?:-level)?=[^,]*,/g)].map(removal);
}

/** The same as edits, where the value stands; `undefined` where it is not written as it is. */
export function editPlainCompression(value: string, { start, end }: Span): readonly Edit[] | undefined {
	return end - start === value.length
		? plainCompression(value).map(edit => ({ span: { start: start + edit.start, end: start + edit.end }, newText: edit.newText }))
		: undefined;
}

/** The value with the changes made. */
export function editValue(value: string, edits: readonly ValueEdit[]): string {
	return [...edits].sort((a, b) => b.start - a.start).reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), value);
}

function removal({ 0: text, index }: RegExpExecArray): ValueEdit {
	return { start: index, end: index + text.length, newText: '' };
}
