import type { Reference, ReferenceError } from '../model/index.ts';
import { digestError } from './digestError.ts';
import { domainFault, longestPath, longestTag, pathFault, tagFault } from './grammar.ts';
import { referenceOfWebAddress } from './referenceOfWebAddress.ts';
import { goLowerCase, splitName } from './splitName.ts';

/** A name that was read, or why it is none. */
export type ParsedReference =
	| { readonly ok: true; readonly reference: Reference }
	| { readonly ok: false; readonly error: ReferenceError };

const invalid = 'invalid reference format';

/**
 * An image name as Docker reads it: `ParseNormalizedNamed` of distribution/reference, grammar, normalisation and sentences alike.
 * `domain` is empty for the one form the grammar leaves without: a first segment with a dot and an underscore (`my_host.com/x`).
 * Linear in the length of the text.
 */
export function parseReference(text: string): ParsedReference {
	const parts = cut(text);
	const error = findError(text, parts);
	if (error) { return { ok: false, error: atWebAddress(text, error) }; }
	const { tag, digest } = parts;
	const { domain, path } = nameOf(parts);
	const repository = domain === '' ? path : `${domain}/${path}`;
	const canonical = repository + (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
	return {
		ok: true,
		reference: { domain, path, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }), repository, canonical },
	};
}

/** The grammar's domain is optional: what is no domain may still be the first component of a path. */
function nameOf({ domain, path }: Parts): { domain: string; path: string } {
	return domainFault(domain) === -1 ? { domain, path } : { domain: '', path: `${domain}/${path}` };
}

interface Parts {
	readonly domain: string;
	/** With `library/` where Docker adds it. */
	readonly path: string;
	readonly tag?: string;
	readonly digest?: string;
	/** Offsets in the text. */
	readonly pathStart: number;
	readonly pathEnd: number;
	readonly digestStart: number;
	/** Up to the first colon: what the message about capitals names. */
	readonly remote: string;
}

function cut(text: string): Parts {
	const { domain, rest, restStart } = splitName(text);
	const added = rest.length - (text.length - restStart);
	const colon = text.indexOf(':', restStart);
	const at = text.indexOf('@', restStart);
	const nameEnd = at === -1 ? text.length : at;
	const tagged = colon !== -1 && colon < nameEnd;
	const pathEnd = tagged ? colon : nameEnd;
	return {
		domain,
		path: rest.slice(0, pathEnd - restStart + added),
		...(tagged && { tag: text.slice(colon + 1, nameEnd) }),
		...(at !== -1 && { digest: text.slice(at + 1) }),
		pathStart: restStart,
		pathEnd,
		digestStart: at + 1,
		remote: colon === -1 ? rest : rest.slice(0, colon - restStart + added),
	};
}

function findError(text: string, parts: Parts): ReferenceError | undefined {
	if (/^[a-f0-9]{64}$/.test(text)) {
		return { kind: 'hex-repository', message: `invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`, start: 0, end: 64 };
	}
	if (goLowerCase(parts.remote) !== parts.remote) {
		const message = `${invalid}: repository name (${parts.remote}) must be lowercase`;
		const fault = pathFault(goLowerCase(parts.path));
		return fault === -1
			? { kind: 'uppercase-repository', message, start: parts.pathStart, end: parts.pathEnd }
			: { ...pathError(text, parts), message };
	}
	const error = grammarError(text, parts);
	if (!error) { return undefined; }
	// Where lower case would cure it, distribution says so: `My_host.com/x`.
	const lower = goLowerCase(text);
	const onlyCase = error.message === invalid && lower !== text && grammarError(lower, cut(lower))?.message !== invalid;
	return onlyCase ? { ...error, kind: 'uppercase-repository', message: 'repository name must be lowercase' } : error;
}

function grammarError(text: string, parts: Parts): ReferenceError | undefined {
	const { pathStart, pathEnd, digestStart, tag, digest } = parts;
	const written = pathStart > 0;
	if (written && domainFault(parts.domain) !== -1 && pathFault(parts.domain) !== -1) {
		return { kind: 'invalid-domain', message: invalid, start: 0, end: Math.max(pathStart - 1, 1) };
	}
	if (pathFault(parts.path) !== -1) { return pathError(text, parts); }
	if (tag !== undefined && tagFault(tag) !== -1) {
		const span = { start: pathEnd + 1, end: pathEnd + 1 + tag.length };
		if (tag === '') { return { kind: 'empty-tag', message: invalid, start: pathEnd, end: pathEnd + 1 }; }
		return { kind: tagFault(tag) === longestTag ? 'tag-too-long' : 'invalid-tag', message: invalid, ...span };
	}
	const wrong = digest === undefined ? undefined : digestError(digest, digestStart);
	if (wrong?.message === invalid) { return digest === '' ? { ...wrong, start: digestStart - 1 } : wrong; }
	if (nameOf(parts).path.length > longestPath) {
		return { kind: 'name-too-long', message: `repository name must not be more than ${longestPath} characters`, start: pathStart, end: pathEnd };
	}
	return wrong;
}

/** The first character of the path that does not fit; the last one where something is missing after it. */
function pathError(text: string, { path, pathStart, pathEnd }: Parts): ReferenceError {
	if (text === '') { return { kind: 'empty', message: invalid, start: 0, end: 0 }; }
	const added = path.length - (pathEnd - pathStart);
	const at = Math.max(0, pathFault(goLowerCase(path)) - added) + pathStart;
	const start = Math.min(at, text.length - 1);
	return { kind: 'invalid-format', message: invalid, start, end: start + 1 };
}

/** A pasted address is told as such, whatever else the grammar finds in it. */
function atWebAddress(text: string, error: ReferenceError): ReferenceError {
	if (referenceOfWebAddress(text.replace(/(?::[^/:]*)?(?:@[^/@]*)?$/, '')) !== undefined) {
		return { ...error, kind: 'web-url', start: 0, end: text.length };
	}
	const scheme = /^[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\//.exec(text);
	return scheme ? { ...error, kind: 'scheme', start: 0, end: scheme[0].length } : error;
}
