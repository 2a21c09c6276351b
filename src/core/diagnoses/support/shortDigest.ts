/** `sha256:81bf5927dc91` of a full digest, as it is shown to people. */
export function shortDigest(digest: string): string {
	const colon = digest.indexOf(':');
	return digest.slice(0, colon + 13);
}
