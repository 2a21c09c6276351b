import type { PartSpans } from '../model/index.ts';
import { splitName } from './splitName.ts';

/**
 * Where the parts of a reference stand in its text as written; `domain` only when one is written, empty parts are absent.
 * Works on broken references too: the path ends at the first `:` or `@`, the digest begins at the first `@`.
 */
export function partSpans(text: string): PartSpans {
	const { restStart } = splitName(text);
	const colon = text.indexOf(':', restStart);
	const at = text.indexOf('@', restStart);
	const nameEnd = at === -1 ? text.length : at;
	const tagged = colon !== -1 && colon < nameEnd;
	const pathEnd = tagged ? colon : nameEnd;
	return {
		...(restStart > 1 && { domain: { start: 0, end: restStart - 1 } }),
		...(pathEnd > restStart && { path: { start: restStart, end: pathEnd } }),
		...(tagged && nameEnd > colon + 1 && { tag: { start: colon + 1, end: nameEnd } }),
		...(at !== -1 && text.length > at + 1 && { digest: { start: at + 1, end: text.length } }),
	};
}
