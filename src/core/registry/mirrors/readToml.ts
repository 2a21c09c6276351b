/** A TOML value of the kinds that registries.conf uses. */
export type TomlValue = string | boolean | number | readonly TomlValue[] | TomlTable;
/** A table: values by key. */
export interface TomlTable { [key: string]: TomlValue }

/**
 * The subset of TOML 1.0 that registries.conf is written in: tables, arrays of tables, dotted and quoted keys, strings,
 * booleans, integers, arrays, inline tables. What is not understood is skipped to the next line; nothing throws.
 */
export function readToml(text: string): TomlTable {
	const root = table();
	let current = root;
	let at = 0;

	const skipBlank = (lines: boolean): void => {
		for (; at < text.length; at++) {
			const char = text[at] ?? '';
			if (char === '#') { while (at < text.length && text[at] !== '\n') { at++; } at--; continue; }
			if (char !== ' ' && char !== '\t' && char !== '\r' && !(lines && char === '\n')) { return; }
		}
	};
	const skipLine = (): void => { while (at < text.length && text[at] !== '\n') { at++; } };

	while (at < text.length) {
		skipBlank(true);
		if (at >= text.length) { break; }
		const header = text.startsWith('[[', at) ? 2 : text[at] === '[' ? 1 : 0;
		if (header > 0) {
			at += header;
			const path = keyPath();
			current = path.length === 0 ? table() : open(root, path, header === 2);
			skipLine();
			continue;
		}
		const path = keyPath();
		skipBlank(false);
		if (path.length === 0 || text[at] !== '=') { skipLine(); continue; }
		at++;
		const parsed = value(0);
		if (parsed !== undefined) { assign(current, path, parsed); }
		skipLine();
	}
	return root;

	function keyPath(): string[] {
		const path: string[] = [];
		for (;;) {
			skipBlank(false);
			const char = text[at];
			const part = char === '"' || char === '\'' ? quoted() : bare(/[A-Za-z0-9_-]+/y);
			if (part === undefined || part === '') { return path; }
			path.push(part);
			skipBlank(false);
			if (text[at] !== '.') { return path; }
			at++;
		}
	}

	function bare(pattern: RegExp): string | undefined {
		pattern.lastIndex = at;
		const match = pattern.exec(text)?.[0];
		at += match?.length ?? 0;
		return match;
	}

	function quoted(): string {
		const quote = text[at] ?? '"';
		const long = text.startsWith(quote.repeat(3), at);
		const end = long ? quote.repeat(3) : quote;
		let result = '';
		for (at += end.length; at < text.length && !text.startsWith(end, at); at++) {
			if (!long && text[at] === '\n') { return result; }
			if (quote === '"' && text[at] === '\\') { at++; result += escapes[text[at] ?? ''] ?? text[at] ?? ''; continue; }
			result += text[at];
		}
		at += end.length;
		return result;
	}

	function value(depth: number): TomlValue | undefined {
		skipBlank(depth > 0);
		const char = text[at];
		if (char === '"' || char === '\'') { return quoted(); }
		if (char === '[' && depth < 8) { return array(depth); }
		if (char === '{' && depth < 8) { return inline(depth); }
		const word = bare(/[A-Za-z0-9_+.:-]+/y);
		if (word === 'true' || word === 'false') { return word === 'true'; }
		return word !== undefined && /^[+-]?\d[\d_]*$/.test(word) ? Number(word.replaceAll('_', '')) : undefined;
	}

	function array(depth: number): TomlValue[] {
		const items: TomlValue[] = [];
		at++;
		for (;;) {
			skipBlank(true);
			if (at >= text.length || text[at] === ']') { at++; return items; }
			const item = value(depth + 1);
			if (item === undefined) { return items; }
			items.push(item);
			skipBlank(true);
			if (text[at] === ',') { at++; }
		}
	}

	function inline(depth: number): TomlTable {
		const result = table();
		at++;
		for (;;) {
			skipBlank(true);
			if (at >= text.length || text[at] === '}') { at++; return result; }
			const path = keyPath();
			skipBlank(true);
			if (path.length === 0 || text[at] !== '=') { return result; }
			at++;
			const item = value(depth + 1);
			if (item === undefined) { return result; }
			assign(result, path, item);
			skipBlank(true);
			if (text[at] === ',') { at++; }
		}
	}
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };

function table(): TomlTable {
	return Object.create(null) as TomlTable;
}

function isTable(value: TomlValue | undefined): value is TomlTable {
	return typeof value === 'object' && !Array.isArray(value);
}

/** The last table of an array stands for the array, as TOML says. */
function step(parent: TomlTable, key: string): TomlTable {
	const found = parent[key];
	const last = Array.isArray(found) ? (found as TomlValue[]).at(-1) : found;
	if (isTable(last)) { return last; }
	const made = table();
	parent[key] = made;
	return made;
}

function open(root: TomlTable, path: readonly string[], asArray: boolean): TomlTable {
	const parent = path.slice(0, -1).reduce(step, root);
	const key = path.at(-1) ?? '';
	if (!asArray) { return step(parent, key); }
	const made = table();
	const list = parent[key];
	parent[key] = [...(Array.isArray(list) ? list as TomlValue[] : []), made];
	return made;
}

function assign(target: TomlTable, path: readonly string[], value: TomlValue): void {
	path.slice(0, -1).reduce(step, target)[path.at(-1) ?? ''] = value;
}
