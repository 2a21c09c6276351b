/** Tags in the order of interest: the same variant (`-alpine`) newest first, then the others newest first; versions by number, words last. */
export function sortTags(tags: readonly string[], like: string): readonly string[] {
	const variant = variantOf(like);
	return tags.map(tag => ({ tag, same: variantOf(tag) === variant, version: versionOf(tag) }))
		.sort((a, b) => Number(b.same) - Number(a.same) || newerFirst(a.version, b.version) || (a.tag < b.tag ? -1 : 1))
		.map(({ tag }) => tag);
}

function variantOf(tag: string): string {
	return /-(.*)$/.exec(tag)?.[1]?.replace(/[\d.]+/g, '#') ?? '';
}

function versionOf(tag: string): readonly number[] {
	const [version] = /^v?\d+(?:\.\d+)*/.exec(tag) ?? [];
	return version ? version.replace('v', '').split('.').map(Number) : [];
}

function newerFirst(a: readonly number[], b: readonly number[]): number {
	if (a.length === 0 || b.length === 0) { return b.length - a.length; }
	for (let at = 0; at < Math.max(a.length, b.length); at++) {
		// A floating tag (1.25) is newer than each of its patches.
		const difference = (b[at] ?? Number.POSITIVE_INFINITY) - (a[at] ?? Number.POSITIVE_INFINITY);
		if (difference !== 0 && !Number.isNaN(difference)) { return difference; }
	}
	return 0;
}
