import type { FileFacts, Fix, ImageUse } from '../../model/index.ts';
import { editFix } from '../diagnosis.ts';
import { editPart } from './partInVariable.ts';
import { shortDigest } from './shortDigest.ts';

/** Writes another digest in the place of the one that a name has; at most one fix. */
export function pinFix(use: ImageUse, digest: string, workspace: readonly FileFacts[], safe = true): readonly Fix[] {
	const edit = editPart(use, 'digest', digest, workspace);
	return edit ? [editFix({ text: 'Pin to digest {short}', args: { short: shortDigest(digest) } }, [edit], safe)] : [];
}
