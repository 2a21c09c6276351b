/** Records of a pax header: `<length> <key>=<value>\n`, the length counting itself. Stops at the first that is wrong. */
export function readPax(body: Buffer): Readonly<Record<string, string>> {
	const found: Record<string, string> = Object.create(null) as Record<string, string>;
	for (let at = 0; at < body.length;) {
		const blank = body.indexOf(0x20, at);
		const length = blank === -1 || blank - at > 8 ? Number.NaN : Number(body.toString('latin1', at, blank));
		if (!Number.isInteger(length) || length < 5 || at + length > body.length) { return found; }
		const record = body.toString('utf8', blank + 1, at + length - 1);
		const equals = record.indexOf('=');
		if (equals > 0) { found[record.slice(0, equals)] = record.slice(equals + 1); }
		at += length;
	}
	return found;
}
