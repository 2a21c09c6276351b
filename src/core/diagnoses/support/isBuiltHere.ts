import type { FileFacts, ImageUse } from '../../model/index.ts';
import { isWritten } from './isWritten.ts';
import { repositoryUse } from './repositoryUse.ts';

/** Something in the workspace makes an image of this name, so it is a local one. */
export function isBuiltHere({ reference }: ImageUse, workspace: readonly FileFacts[]): boolean {
	return workspace.some(facts => facts.uses.some(other => isWritten(other) && repositoryUse(other).reference?.repository === reference?.repository));
}
