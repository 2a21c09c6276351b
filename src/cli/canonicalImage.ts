import { canonicalWithTag } from '../core/reference/canonicalWithTag.ts';
import type { ImageUse } from '../core/model/index.ts';

/**
 * The resolved canonical reference of a use (`docker.io/library/alpine:3.20`; `:latest` where neither tag nor digest is written), `null`
 * where there is none.
 */
export function canonicalImage(use: Pick<ImageUse, 'class' | 'reference'>): string | null {
	const named = use.class === 'image' || use.class === 'artifact' || use.class === 'build-output';
	return named && use.reference ? canonicalWithTag(use.reference) : null;
}
