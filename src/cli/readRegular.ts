import { readFileSync, statSync } from 'node:fs';
import { maximumFileSize } from '../core/util/decodeText.ts';

/**
 * The bytes of a regular file of at most 10 MB. A repository may hold links to devices and to files of the system that never end: what has no
 * size is empty. Throws an error with the system's `code`; `EISDIR` for a folder, `EFBIG` for what is larger, `ENOTSUP` for a pipe or device.
 */
export function readRegular(path: string): Buffer {
	const status = statSync(path);
	if (!status.isFile()) { throw coded(status.isDirectory() ? 'EISDIR' : 'ENOTSUP', 'no regular file'); }
	if (status.size > maximumFileSize) { throw coded('EFBIG', 'larger than 10 MB'); }
	return status.size === 0 ? Buffer.alloc(0) : readFileSync(path);
}

function coded(code: string, message: string): Error {
	return Object.assign(new Error(message), { code });
}
