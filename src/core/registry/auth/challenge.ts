/** One authentication scheme that a server offers (RFC 9110, 11.3). Scheme and parameter names in lower case. */
export interface Challenge {
	readonly scheme: string;
	readonly params: Readonly<Record<string, string>>;
}

/** Parses WWW-Authenticate values: several headers, several schemes in one, quoted commas, parameters in any order. What is no challenge is skipped. */
export function parseChallenges(values: readonly string[]): readonly Challenge[] {
	return values.flatMap(parseOne);
}

const token = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
const blank = /[ \t]*/y;

function parseOne(text: string): readonly Challenge[] {
	const found: { scheme: string; params: Record<string, string> }[] = [];
	let at = 0;
	const take = (pattern: RegExp): string => {
		pattern.lastIndex = at;
		const match = pattern.exec(text)?.[0] ?? '';
		at += match.length;
		return match;
	};
	while (at < text.length) {
		take(blank);
		const name = take(token);
		if (name === '') { at++; continue; }
		take(blank);
		if (text[at] === '=' && found.length > 0) {
			at++;
			take(blank);
			const value = text[at] === '"' ? quoted() : take(/[^,\s]*/y);
			const params = found.at(-1)?.params;
			if (params && !Object.hasOwn(params, name.toLowerCase())) { params[name.toLowerCase()] = value; }
			continue;
		}
		found.push({ scheme: name.toLowerCase(), params: Object.create(null) as Record<string, string> });
	}
	return found;

	function quoted(): string {
		let value = '';
		for (at++; at < text.length && text[at] !== '"'; at++) {
			if (text[at] === '\\' && at + 1 < text.length) { at++; }
			value += text[at];
		}
		at++;
		return value;
	}
}

/** What to do about a refusal: Bearer with a usable realm before Basic; `undefined` when nothing known is offered. */
export type Scheme = { readonly type: 'bearer'; readonly realm: URL; readonly service?: string; readonly scope?: string } | { readonly type: 'basic' };

/** Picks the scheme to use. A realm may be relative to the refusing URL. */
export function chooseScheme(challenges: readonly Challenge[], base: URL): Scheme | undefined {
	for (const { scheme, params } of challenges) {
		if (scheme !== 'bearer' || !params['realm'] || !/^(https?:\/\/|\/)/i.test(params['realm'])) { continue; }
		try {
			return {
				type: 'bearer', realm: new URL(params['realm'], base),
				...(params['service'] === undefined ? {} : { service: params['service'] }),
				...(params['scope'] ? { scope: params['scope'] } : {}),
			};
		} catch {
			continue;
		}
	}
	return challenges.some(({ scheme }) => scheme === 'basic') ? { type: 'basic' } : undefined;
}
