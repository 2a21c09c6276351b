import type { ImageUse } from '../../model/index.ts';

/** True for a name under which something is built, tagged or pushed, even where a variable or a mistake leaves it without a class of its own. */
export function isWritten({ kind, class: meaning }: Pick<ImageUse, 'kind' | 'class'>): boolean {
	return meaning === 'build-output' || writing.has(kind);
}

const writing: ReadonlySet<ImageUse['kind']> = new Set([
	'command-tag', 'command-push', 'bake-tag', 'compose-build-tag', 'workflow-tag', 'workflow-push', 'workflow-output',
]);
