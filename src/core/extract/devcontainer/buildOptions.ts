/** A flag of `build.options` with its value. */
export interface BuildOption {
	/** Without dashes. */
	readonly name: string;
	readonly value: string;
	/** Index of the item that holds the value, and where in it the value begins. */
	readonly item: number;
	readonly from: number;
}

const withValue = new Set([
	'build-arg', 'target', 'platform', 'cache-from', 'cache-to', 'build-context', 'tag', 't', 'file', 'f', 'output', 'o', 'label',
	'network', 'secret', 'ssh',
]);

/** Reads the extra arguments for `docker build` (`--name=value`, or name and value as two items). */
export function buildOptions(items: readonly string[]): readonly BuildOption[] {
	const options: BuildOption[] = [];
	for (let item = 0; item < items.length; item++) {
		const text = items[item]!;
		const match = /^--?([A-Za-z][A-Za-z-]*)/.exec(text);
		if (!match) { continue; }
		const name = match[1]!;
		const after = match[0].length;
		if (text[after] === '=' || text[after] === ' ') {
			options.push({ name, value: text.slice(after + 1), item, from: after + 1 });
		} else if (withValue.has(name) && item + 1 < items.length) {
			item++;
			options.push({ name, value: items[item]!, item, from: 0 });
		}
	}
	return options;
}
