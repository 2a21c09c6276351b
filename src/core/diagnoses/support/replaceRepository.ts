import type { Edit, ImageUse, Reference } from '../../model/index.ts';
import { familiarName } from '../../reference/familiarName.ts';

/**
 * Writes another repository in front of the tag and digest, which stay as they are. Only where domain and path are
 * literally in the file; a name without registry stays without when the new one is on Docker Hub too.
 */
export function replaceRepository(use: ImageUse, name: Pick<Reference, 'domain' | 'path' | 'repository'>): Edit | undefined {
	const { domain, path } = use.spans;
	if (!path) { return undefined; }
	const start = (domain ?? path).start;
	if (use.text.includes('$') && /\$/.test(use.text.slice(start - use.span.start, path.end - use.span.start))) { return undefined; }
	if (domain && use.reference?.domain === name.domain) { return { span: path, newText: name.path }; }
	return { span: { start, end: path.end }, newText: domain ? name.repository : familiarName(name) };
}
