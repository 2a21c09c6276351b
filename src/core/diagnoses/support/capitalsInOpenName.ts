import type { Span } from '../../model/index.ts';

/** What is put in later: `${{ … }}`, `{{ … }}`, `${NAME}`, `$(…)`, `$NAME`, `%NAME%`. */
const later = /\$\{\{.{0,200}?\}\}|\{\{.{0,200}?\}\}|\$\{[^{}]{0,200}\}|\$\([^()]{0,200}\)|\$\w+|%[A-Za-z_]\w*%/g;
const gap = '\u0000';

/**
 * The part of a repository's path, from the first to the last segment, that has capitals whatever the variables in the name are: a tag
 * holds no `/`, so what stands before one,
 * or directly behind the last one, is path for certain. The first segment may be a registry, which may have capitals.
 * An offset range in the text; `undefined` where nothing is certain.
 */
export function capitalsInOpenName(text: string): Span | undefined {
	const masked = withGaps(text);
	// Quotes, substitutions and templates that are not understood may mean anything.
	if (!/^[\w.:/@\u0000-]+$/.test(masked) || masked.includes('//')) { return undefined; }
	let start = 0;
	let capitals: Span | undefined;
	for (const segment of masked.split('/')) {
		const end = start + segment.length;
		const last = end === masked.length;
		const name = last ? (/^[^:@\u0000]*/.exec(segment)?.[0] ?? '') : segment;
		if (start > 0 && /[A-Z]/.test(name)) { capitals = { start: capitals?.start ?? start, end: start + name.length }; }
		start = end + 1;
	}
	return capitals;
}

/** The text with a NUL for each character of what is put in later. */
export function withGaps(text: string): string {
	return text.replace(later, found => gap.repeat(found.length));
}
