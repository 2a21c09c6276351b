import type { ReferenceError } from '../model/index.ts';
import { digestFault, isHex } from './grammar.ts';

const hexLength: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** What is wrong with a digest that stands at `offset`, as distribution/reference and go-digest say it; `undefined`: nothing. */
export function digestError(digest: string, offset: number): ReferenceError | undefined {
	const colon = digest.indexOf(':');
	const algorithm = colon === -1 ? digest : digest.slice(0, colon);
	const encoded = colon === -1 ? '' : digest.slice(colon + 1);
	const length = Object.hasOwn(hexLength, algorithm) ? hexLength[algorithm] : undefined;
	const whole = { start: offset, end: offset + digest.length };
	const inEncoded = encoded === '' ? whole : { start: offset + colon + 1, end: whole.end };

	if (digestFault(digest) !== -1) {
		const message = 'invalid reference format';
		return length !== undefined && allHex(encoded) && encoded !== ''
			? { kind: 'invalid-digest-length', message, ...inEncoded }
			: { kind: 'invalid-digest', message, ...whole };
	}
	if (length === undefined) {
		const span = { start: offset, end: offset + colon };
		return algorithm === algorithm.toLowerCase()
			? { kind: 'unsupported-digest-algorithm', message: 'unsupported digest algorithm', ...span }
			: { kind: 'invalid-digest', message: 'invalid checksum digest format', ...span };
	}
	if (encoded.length !== length) { return { kind: 'invalid-digest-length', message: 'invalid checksum digest length', ...inEncoded }; }
	return encoded === encoded.toLowerCase() ? undefined : { kind: 'invalid-digest', message: 'invalid checksum digest format', ...inEncoded };
}

function allHex(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		if (!isHex(text.charCodeAt(at))) { return false; }
	}
	return true;
}
