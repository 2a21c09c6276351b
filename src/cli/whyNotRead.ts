import { constants, promises } from 'node:fs';
import { maximumFileSize } from '../core/util/decodeText.ts';
import { statusOf } from './disk.ts';

/** Why a file gave no text. `open` is false where its content was never seen: that is the machine's doing, not the file's. */
export interface NotRead {
	readonly reason: string;
	readonly open: boolean;
}

/** Looks at a file that gave no text; `undefined` when there is no file, as behind a link that leads nowhere. */
export async function whyNotRead(path: string): Promise<NotRead | undefined> {
	const status = statusOf(path);
	if (!status) { return path.includes('\ufffd') ? { reason: 'its name is not UTF-8', open: true } : undefined; }
	if (!status.isFile()) { return status.isDirectory() ? undefined : { reason: 'no regular file', open: true }; }
	if (status.size > maximumFileSize) { return { reason: 'larger than 10 MB', open: true }; }
	const refused = await promises.access(path, constants.R_OK).then(() => undefined, (error: NodeJS.ErrnoException) => error.code ?? error.message);
	return refused === undefined ? { reason: 'no UTF-8 text', open: true } : { reason: `cannot be read (${refused})`, open: false };
}
