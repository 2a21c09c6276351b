/** Readers for JSON from strangers: the wanted kind or `undefined`, never an exception. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : undefined;
}

/** Empty for what is no list. */
export function asList(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** Not empty. */
export function asText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number that is not negative. */
export function asSize(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** Only the entries whose value is a text. */
export function asTexts(value: unknown): Readonly<Record<string, string>> | undefined {
	const record = asRecord(value);
	if (!record) { return undefined; }
	return Object.fromEntries(Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Parses JSON; `undefined` when it is none. */
export function parseJson(text: string): unknown {
	try { return JSON.parse(text); } catch { return undefined; }
}
