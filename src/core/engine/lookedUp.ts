import type { FileFacts, ImageUse, Reference } from '../model/index.ts';
import { isPlaceholder } from '../diagnoses/support/isPlaceholder.ts';
import { misspeltHost } from '../diagnoses/support/misspeltHost.ts';

/** A use as a registry can be asked about it. */
export type LookedUpUse = ImageUse & { readonly reference: Reference };

/**
 * The uses of a file that registries are asked about: images and artifacts with a reference, one for every value
 * that build arguments of other files give. What a command writes, placeholders, misspelt hosts (they may belong to anybody) and
 * repositories that the workspace itself builds are left out.
 */
export function lookedUp(facts: FileFacts, built: ReadonlySet<string>): readonly LookedUpUse[] {
	const found: LookedUpUse[] = [];
	for (const use of facts.uses) {
		if (use.class !== 'image' && use.class !== 'artifact' || use.optional || use.kind === 'command-push' || use.kind === 'command-tag') { continue; }
		const seen = new Set<string>();
		for (const { value, reference, variables } of [use, ...use.alternatives]) {
			if (!reference || seen.has(reference.canonical) || isPlaceholder(value ?? use.text) || misspeltHost(reference.domain) !== undefined || built.has(reference.repository)) { continue; }
			seen.add(reference.canonical);
			found.push({ ...use, ...(value === undefined ? {} : { value }), reference, variables, ...(reference === use.reference ? {} : { spans: {} }) });
		}
	}
	return found;
}

/** Repositories that something in the workspace builds or tags: whether they are pushed yet is nobody's mistake. */
export function builtRepositories(workspace: readonly FileFacts[]): ReadonlySet<string> {
	return new Set(workspace.flatMap(({ uses }) => uses.flatMap(use => (use.class === 'build-output' || use.kind === 'command-tag') && use.reference ? [use.reference.repository] : [])));
}
