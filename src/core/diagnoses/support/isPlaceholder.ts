/**
 * Names that documentation uses in place of a real one: `<USERNAME>/app`, `YOUR_ORG/app`, `publisher/image:tag`,
 * `registry.example.com/app`. Nobody is asked about them.
 */
export function isPlaceholder(value: string): boolean {
	return placeholderIn(value) !== undefined;
}

/** True for a name that has words in place of its parts, so that nothing else need be said of how it is written. */
export function hasPlaceholderWord(value: string): boolean {
	return words.some(word => word.test(value));
}

/** True for names without a registry that mean nothing anywhere: `foo`, `foo/bar:1`. Nobody is asked about them. */
export function isNonsense(value: string): boolean {
	return /^(?:foo|bar|baz|qux|foobar)(?:\/(?:foo|bar|baz|qux|foobar))*(?:[:@]|$)/.test(value);
}

/** True for names that a page writes for any name, although they could be real. */
export function isStandInName(value: string): boolean {
	return standIns.test(value);
}

/** The part of the text that makes it a placeholder, as offsets in it. */
export function placeholderIn(value: string): { readonly start: number; readonly end: number } | undefined {
	for (const pattern of [...words, reserved]) {
		const found = pattern.exec(value);
		if (found) { return { start: found.index, end: found.index + found[0].length }; }
	}
	return undefined;
}

/** Words that stand for something: brackets, capitals, `your`. */
const words: readonly RegExp[] = [
	/(?<!<)<[A-Za-z][\w .-]{0,60}>/,
	/(?<=^|\/)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?=[/:@]|$)/,
	/\byour[-_](?:registry|repo(?:sitory)?|org(?:anization)?|user(?:name)?|name(?:space)?|image|account|project|company|app|domain|docker-?id|dockerhub-?(?:user(?:name)?|id))\b[\w.-]*/i,
	/\bYOUR_[A-Z_]+/,
	/(?<=^|\/)your\/(?:image|app|repo(?:sitory)?|name)\b/i,
	/\[?\bYOUR[ -][A-Z][A-Z _-]{0,40}\b\]?/,
	/(?<=^|\/)(?:OWNER|USER(?:_?NAME)?|ORG(?:ANI[SZ]ATION)?|NAMESPACE|PROJECT(?:_(?:ID|NAME))?|REPO(?:SITORY)?(?:_NAME)?|(?:BASE_?)?IMAGE(?:_?NAME)?|NAME|ACCOUNT|TENANT)(?=[/:@]|$)/,
	/^(?:publisher|image|project|namespace|repository|username)\/(?:image|name|repo(?:sitory)?)(?::tag)?$/i,
	/(?<=^|\/)[\w.-]+:(?:your[-_]?tag|tag)$/i,
];

/** The domain of manuals (RFC 2606). The others that are set aside serve tests and laboratories too, where such names are meant. */
const reserved = /^(?:[\w-]+\.)*example\.com(?::\d+)?\//i;

/** Names that could be real, and of which pages are full. */
const standIns = /(?:^|[/.])my[-_]?(?:private[-_]?)?(?:registry|repo(?:sitory)?|org(?:anization)?|user(?:name)?|name(?:space)?|account|company|domain|image|project|docker-?id|dockerhub-?(?:user(?:name)?|id))\b|^(?:[\w-]+\.)*example\.(?:org|net|edu)(?::\d+)?\/|^example\/|^(?:[\w-]+\.)+(?:example|invalid|test)(?::\d+)?\//i;
