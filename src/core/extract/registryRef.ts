import type { Span } from '../model/index.ts';

/**
 * Where the reference stands in a cache entry of buildx (`--cache-from`, `--cache-to`, `cache_from`): the whole text when it is a plain
 * name, the value of `ref` for `type=registry,ref=…`; `undefined` for caches that are no registry's. Fields are CSV, so one may be quoted.
 */
export function registryRef(entry: string): Span | undefined {
	if (entry.trim() === '') { return undefined; }
	if (!entry.includes('=')) { return { start: 0, end: entry.length }; }
	let type: string | undefined;
	let reference: Span | undefined;
	for (const field of csvFields(entry)) {
		const text = entry.slice(field.start, field.end);
		const equals = text.indexOf('=');
		const key = text.slice(0, Math.max(equals, 0)).trim().toLowerCase();
		if (key === 'type') { type = text.slice(equals + 1).trim(); }
		if (key === 'ref') { reference = { start: field.start + equals + 1, end: field.end }; }
	}
	return type === 'registry' && reference && reference.end > reference.start ? reference : undefined;
}

/** Where the names stand that an output of buildx gives an image (`type=registry,name=…`); none for outputs that make none. */
export function outputNames(entry: string): readonly Span[] {
	const fields = csvFields(entry).map(({ start, end }) => {
		const text = entry.slice(start, end);
		const equals = Math.max(text.indexOf('='), 0);
		return { key: text.slice(0, equals).trim().toLowerCase(), start: start + equals + 1, end, value: text.slice(equals + 1) };
	});
	const type = fields.find(({ key }) => key === 'type')?.value.trim() ?? '';
	return makesImage(type) ? fields.filter(({ key }) => key === 'name').flatMap(({ start, end }) => listedNames(entry, { start, end })) : [];
}

/** True for the types of an output that make an image with a name. */
export function makesImage(type: string): boolean {
	return ['registry', 'image', 'docker', 'oci'].includes(type);
}

/** The names that commas separate, without blanks around them. */
export function listedNames(text: string, { start, end }: Span): readonly Span[] {
	const names: Span[] = [];
	let at = start;
	for (const piece of text.slice(start, end).split(',')) {
		const from = at + piece.length - piece.trimStart().length;
		const to = from + piece.trim().length;
		if (to > from) { names.push({ start: from, end: to }); }
		at += piece.length + 1;
	}
	return names;
}

/** The spans of comma-separated fields, quotes of a quoted field excluded. */
export function csvFields(text: string): readonly Span[] {
	const fields: Span[] = [];
	for (let at = 0; at <= text.length;) {
		if (text[at] === '"') {
			const close = text.indexOf('"', at + 1);
			const end = close === -1 ? text.length : close;
			fields.push({ start: at + 1, end });
			const comma = text.indexOf(',', end);
			if (comma === -1) { break; }
			at = comma + 1;
			continue;
		}
		const comma = text.indexOf(',', at);
		const end = comma === -1 ? text.length : comma;
		fields.push({ start: at, end });
		at = end + 1;
	}
	return fields;
}
