import { sep } from 'node:path';

/** A path as it is printed and matched: with '/' where this system writes something else. */
export function slashed(path: string): string {
	return sep === '/' ? path : path.replaceAll(sep, '/');
}
