import type { ImageUse, PartSpans, Reference } from '../../model/index.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { partSpans } from '../../reference/partSpans.ts';
import { withGaps } from './capitalsInOpenName.ts';
import { piecesOf } from './variableExpression.ts';

/** A repository and where its parts stand in what is known of the use's value. */
export interface OpenRepository {
	readonly reference: Reference;
	readonly parts: PartSpans;
}

/** The repository that a use without a reference names for certain, because only its tag or digest is open: `k8s.gcr.io/pause:${TAG}`. */
export function openRepository(use: ImageUse): OpenRepository | undefined {
	if (use.reference) { return undefined; }
	const text = use.value ?? piecesOf(use)?.map(({ value }) => value).join('');
	const parts = partSpans(withGaps(text ?? ''));
	const parsed = text !== undefined && parts.path && /[:@]/.test(text[parts.path.end] ?? '') ? parseReference(text.slice(0, parts.path.end)) : undefined;
	return parsed?.ok ? { reference: parsed.reference, parts } : undefined;
}
