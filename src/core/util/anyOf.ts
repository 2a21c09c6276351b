/** One pattern for what any of some takes, so that a long list of them can be read line by line. All of them go with the flags of the first. */
export function anyOf(...patterns: readonly RegExp[]): RegExp {
	return new RegExp(patterns.map(({ source }) => source).join('|'), patterns[0]?.flags);
}
