import { createHash } from 'node:crypto';

/** Do the bytes have this digest? `undefined` for algorithms that are not known. */
export function hasDigest(bytes: Uint8Array, digest: string): boolean | undefined {
	const [algorithm = '', hex = ''] = digest.split(':');
	if (algorithm !== 'sha256' && algorithm !== 'sha512' && algorithm !== 'sha384') { return undefined; }
	return createHash(algorithm).update(bytes).digest('hex') === hex;
}

/** A digest as registries write it, with a length that fits. */
export function isDigest(text: string | undefined): text is string {
	return text !== undefined && /^(sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/.test(text);
}
