/**
 * The parts of distribution/reference's grammar as one-pass scanners. Each returns the offset of the first character
 * that cannot stand there (the length when something is missing at the end), or -1 when the whole text is right.
 */

/** `domain-component *("." domain-component) [":" port]`, or a bracketed IPv6 address. */
export function domainFault(text: string): number {
	const hostEnd = text.startsWith('[') ? ipv6End(text) : nameHostEnd(text);
	if (hostEnd.fault !== -1 || hostEnd.end === text.length) { return hostEnd.fault; }
	if (text[hostEnd.end] !== ':') { return hostEnd.end; }
	let at = hostEnd.end + 1;
	while (at < text.length && isDigit(text.charCodeAt(at))) { at++; }
	return at < text.length || at === hostEnd.end + 1 ? at : -1;
}

/** `path-component *("/" path-component)`: lower case, joined by `.`, `_`, `__` or any number of `-`. */
export function pathFault(text: string): number {
	let afterAlphanumeric = false;
	for (let at = 0; at < text.length;) {
		const code = text.charCodeAt(at);
		if (isLower(code) || isDigit(code)) { afterAlphanumeric = true; at++; continue; }
		if (!afterAlphanumeric) { return at; }
		const end = separatorEnd(text, at);
		if (end === at) { return at; }
		afterAlphanumeric = false;
		at = end;
	}
	return afterAlphanumeric ? -1 : text.length;
}

/** `[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}` */
export function tagFault(text: string): number {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const word = isLower(code) || isUpper(code) || isDigit(code) || code === 0x5f;
		if (!word && (at === 0 || (code !== 0x2e && code !== 0x2d))) { return at; }
		if (at === longestTag) { return at; }
	}
	return text === '' ? 0 : -1;
}

/** Characters that a tag may have. */
export const longestTag = 128;

/** Characters that a path (the name without its domain) may have. */
export const longestPath = 255;

/** `algorithm ":" 32*hex`, the reference grammar's wide form; what a registered algorithm asks for comes on top. */
export function digestFault(text: string): number {
	const colon = text.indexOf(':');
	if (colon === -1) { return text.length; }
	let start = true;
	for (let at = 0; at < colon; at++) {
		const code = text.charCodeAt(at);
		const letter = isLower(code) || isUpper(code);
		if (start ? !letter : !letter && !isDigit(code) && !'-_+.'.includes(text[at]!)) { return at; }
		start = !letter && !isDigit(code);
	}
	if (start) { return colon; }
	for (let at = colon + 1; at < text.length; at++) {
		if (!isHex(text.charCodeAt(at))) { return at; }
	}
	return text.length - colon - 1 < 32 ? text.length : -1;
}

/** `[0-9A-Fa-f]` */
export function isHex(code: number): boolean {
	return isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

function separatorEnd(text: string, at: number): number {
	const character = text[at];
	if (character === '/' || character === '.') { return at + 1; }
	if (character === '_') { return text[at + 1] === '_' ? at + 2 : at + 1; }
	let end = at;
	while (text[end] === '-') { end++; }
	return end;
}

function nameHostEnd(text: string): { end: number; fault: number } {
	let at = 0;
	let componentStart = 0;
	for (; at < text.length && text[at] !== ':'; at++) {
		const code = text.charCodeAt(at);
		if (isLower(code) || isUpper(code) || isDigit(code)) { continue; }
		const first = at === componentStart;
		if (code === 0x2d && !first) { continue; }
		if (code !== 0x2e || first || text[at - 1] === '-') { return { end: at, fault: at }; }
		componentStart = at + 1;
	}
	return { end: at, fault: at === componentStart || text[at - 1] === '-' ? at : -1 };
}

function ipv6End(text: string): { end: number; fault: number } {
	let at = 1;
	while (at < text.length && (isHex(text.charCodeAt(at)) || text[at] === ':')) { at++; }
	return at === 1 || text[at] !== ']' ? { end: at, fault: at } : { end: at + 1, fault: -1 };
}

function isDigit(code: number): boolean { return code >= 0x30 && code <= 0x39; }
function isLower(code: number): boolean { return code >= 0x61 && code <= 0x7a; }
function isUpper(code: number): boolean { return code >= 0x41 && code <= 0x5a; }
