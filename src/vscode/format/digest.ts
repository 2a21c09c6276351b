/** `sha256:` and the first 12 characters of the hash, as Docker shortens. */
export function shortDigest(digest: string): string {
	const colon = digest.indexOf(':');
	return digest.slice(0, colon + 13);
}
