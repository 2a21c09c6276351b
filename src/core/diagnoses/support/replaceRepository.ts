import type { Edit, FileFacts, ImageUse, Reference } from '../../model/index.ts';
import { familiarName } from '../../reference/familiarName.ts';
import { partSpans } from '../../reference/partSpans.ts';
import { partInVariable } from './partInVariable.ts';

/**
 * Writes another repository in front of the tag and digest, which stay as they are. Only where domain and path are
 * literally in the file, or in the value of one variable; a name without registry stays without when the new one is on
 * Docker Hub too.
 */
export function replaceRepository(use: ImageUse, name: Pick<Reference, 'domain' | 'path' | 'repository'>, workspace: readonly FileFacts[]): Edit | undefined {
	const { domain, path } = use.spans;
	if (!path) { return inVariable(use, name, workspace); }
	// The registry is a variable's, the rest is written out.
	if (!domain && partSpans(use.value ?? '').domain) { return use.reference?.domain === name.domain ? { span: path, newText: name.path } : undefined; }
	const start = (domain ?? path).start;
	if (use.text.includes('$') && /\$/.test(use.text.slice(start - use.span.start, path.end - use.span.start))) { return undefined; }
	if (domain && use.reference?.domain === name.domain) { return { span: path, newText: name.path }; }
	return { span: { start, end: path.end }, newText: domain ? name.repository : familiarName(name) };
}

/** All of the name is the value of one variable: `FROM $BASE`, `FROM ${NAME}:1.2`. */
function inVariable(use: ImageUse, name: Pick<Reference, 'domain' | 'path' | 'repository'>, workspace: readonly FileFacts[]): Edit | undefined {
	const { domain, path } = partSpans(use.value ?? '');
	const keepsDomain = domain !== undefined && use.reference?.domain === name.domain;
	const part = path && partInVariable(use, { start: keepsDomain ? path.start : (domain ?? path).start, end: path.end }, workspace);
	return part?.edit(keepsDomain ? name.path : domain ? name.repository : familiarName(name));
}
