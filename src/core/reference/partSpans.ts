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
	const spans: { -readonly [Part in keyof PartSpans]: PartSpans[Part] } = {};
	if (restStart > 1) { spans.domain = { start: 0, end: restStart - 1 }; }
	if (pathEnd > restStart) { spans.path = { start: restStart, end: pathEnd }; }
	if (tagged && nameEnd > colon + 1) { spans.tag = { start: colon + 1, end: nameEnd }; }
	if (at !== -1 && text.length > at + 1) { spans.digest = { start: at + 1, end: text.length }; }
	return spans;
}
