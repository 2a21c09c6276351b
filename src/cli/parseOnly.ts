import { canonicalWithTag } from '../core/reference/canonicalWithTag.ts';
import { parseReference } from '../core/reference/parseReference.ts';

/** How the reference grammar reads a name: its parts, or the grammar's own sentence. */
export type ParsedName =
	| { readonly domain: string; readonly path: string; readonly tag: string | null; readonly digest: string | null; readonly canonical: string }
	| { readonly error: string };

/** Reads a name without asking anybody. */
export function parseOnly(name: string): ParsedName {
	const parsed = parseReference(name);
	if (!parsed.ok) { return { error: parsed.error.message }; }
	const { domain, path, tag, digest } = parsed.reference;
	return { domain, path, tag: tag ?? null, digest: digest ?? null, canonical: canonicalWithTag(parsed.reference) };
}
