/**
 * Names that documentation uses in place of a real one: `<USERNAME>/app`, `YOUR_ORG/app`, `publisher/image:tag`,
 * `registry.example.com/app`. Nobody is asked about them.
 */
export function isPlaceholder(value: string): boolean {
	return placeholderIn(value) !== undefined;
}

/** The part of the text that makes it a placeholder, as offsets in it. */
export function placeholderIn(value: string): { readonly start: number; readonly end: number } | undefined {
	for (const pattern of patterns) {
		const found = pattern.exec(value);
		if (found) { return { start: found.index, end: found.index + found[0].length }; }
	}
	return undefined;
}

const patterns: readonly RegExp[] = [
	/<[A-Za-z][\w .-]{0,60}>/,
	/\b(?:your|my)[-_](?:registry|repo(?:sitory)?|org(?:anization)?|user(?:name)?|name(?:space)?|image|account|project|company|app|domain|docker-?id|dockerhub-?(?:user(?:name)?|id))\b[\w.-]*/i,
	/\bYOUR_[A-Z_]+/,
	/\[?\bYOUR[ -][A-Z][A-Z _-]{0,40}\b\]?/,
	/(?<=^|\/)(?:OWNER|USER(?:_?NAME)?|ORG(?:ANI[SZ]ATION)?|NAMESPACE|PROJECT(?:_(?:ID|NAME))?|REPO(?:SITORY)?(?:_NAME)?|(?:BASE_?)?IMAGE(?:_?NAME)?|NAME|ACCOUNT|TENANT)(?=[/:@]|$)/,
	/^(?:publisher|image|project|namespace|repository|username)\/(?:image|name|repo(?:sitory)?)(?::tag)?$/i,
	/(?<=^|\/)[\w.-]+:(?:your[-_]?tag|tag)$/i,
	/^(?:[\w-]+\.)*example(?:\.(?:com|org|net|edu))?(?::\d+)?\//i,
	/^(?:[\w-]+\.)+(?:example|invalid|test)(?::\d+)?\//i,
];
