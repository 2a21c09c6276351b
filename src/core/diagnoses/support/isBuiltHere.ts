import type { FileFacts, ImageUse } from '../../model/index.ts';

/** Something in the workspace makes an image of this name, so it is a local one. */
export function isBuiltHere({ reference }: ImageUse, workspace: readonly FileFacts[]): boolean {
	return workspace.some(facts => facts.uses.some(other => (other.class === 'build-output' || other.kind === 'command-tag')
		&& other.reference?.repository === reference?.repository));
}
