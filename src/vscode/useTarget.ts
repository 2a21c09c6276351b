import type { Edit, Fix, ImageUse } from '../core/model/index.ts';

/** How commands name a reference in a file: plain data, since links of a hover and items of a tree carry it. */
export interface UseTarget {
	readonly file: string;
	/** Offset where the reference begins, and its text: so a link of an old hover does not act on something else. */
	readonly start: number;
	readonly text: string;
	/** Canonical reference; absent where nothing can be asked. */
	readonly reference?: string;
}

/** Edits as a link carries them, each with the text that it expects to replace. */
export interface EditTarget {
	readonly file: string;
	readonly edits: readonly (Edit & { readonly was: string })[];
}

/** A place to go to. */
export interface PlaceTarget {
	readonly file: string;
	readonly start: number;
	readonly end: number;
}

/** Names a reference of a file for a command. */
export function useTarget(file: string, { span, text, reference }: ImageUse): UseTarget {
	return { file, start: span.start, text, ...reference && { reference: reference.canonical } };
}

/** A fix as a link carries it; `textOf` knows the texts of other files that it may edit. */
export function editTarget(file: string, { edits }: Pick<Fix, 'edits'>, textOf: (file: string) => string | undefined): EditTarget {
	return { file, edits: edits.map(edit => ({ ...edit, was: textOf(edit.file ?? file)?.slice(edit.span.start, edit.span.end) ?? '' })) };
}
