/** What makes BuildKit push Docker media types. Attestations must be off too: they force OCI, or are refused beside it. */
export const dockerOutput = 'type=image,oci-mediatypes=false,push=true';

/** The change of an output's value (offsets in it): `oci-mediatypes` is switched off where it stands, else added at the end. */
export function dockerMediaTypes(value: string): { readonly start: number; readonly end: number; readonly newText: string } {
	const found = /(?<=^|,)oci-mediatypes=(?<on>[^,]*)/.exec(value);
	if (!found) { return { start: value.length, end: value.length, newText: ',oci-mediatypes=false' }; }
	const end = found.index + found[0].length;
	return { start: end - (found.groups?.['on'] ?? '').length, end, newText: 'false' };
}
