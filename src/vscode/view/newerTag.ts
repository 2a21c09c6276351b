/**
 * The tag to move on to: of the same variant (`-alpine`) and written as precisely (`1.25.1` has three numbers), the newest with the same
 * first number, else the newest of all. `undefined` when there is none, or the tag names no version. Builds before a release are not offered.
 */
export function newerTag(tags: readonly string[], tag: string): string | undefined {
	const now = versionTag(tag);
	if (!now) { return undefined; }
	const newer = tags.flatMap(name => {
		const other = versionTag(name);
		return other && isAlike(now, other) && compare(other.numbers, now.numbers) > 0 ? [{ name, ...other }] : [];
	}).sort((a, b) => compare(b.numbers, a.numbers));
	return (newer.find(({ numbers }) => numbers[0] === now.numbers[0]) ?? newer[0])?.name;
}

interface VersionTag { readonly prefix: string; readonly numbers: readonly number[]; readonly variant: string }

/** `v1.25.3-alpine3.20` is version 1.25.3 of the variant `-alpine#`. */
function versionTag(tag: string): VersionTag | undefined {
	const [, prefix = '', version = '', variant = ''] = /^(v?)(\d{1,9}(?:\.\d{1,9})*)((?:-[a-z][\w.-]*)?)$/i.exec(tag) ?? [];
	if (version === '' || /(?:^|[-._])(?:rc|alpha|beta|pre|preview|dev|snapshot|nightly|m)\.?\d*(?:$|[-._])/i.test(variant)) { return undefined; }
	return { prefix, numbers: version.split('.').map(Number), variant: variant.replace(/\d+(?:\.\d+)*/g, '#') };
}

/** A date (`20250901`) or a build number is no successor of `3`. */
function isAlike(a: VersionTag, b: VersionTag): boolean {
	return a.prefix === b.prefix && a.variant === b.variant && a.numbers.length === b.numbers.length
		&& String(b.numbers[0]).length <= String(a.numbers[0]).length + 1;
}

function compare(a: readonly number[], b: readonly number[]): number {
	const at = a.findIndex((number, index) => number !== b[index]);
	return at === -1 ? 0 : a[at]! - (b[at] ?? 0);
}
