import type { RegistryError } from './registryError.ts';

/** What a 404 says by itself; `hidden`: it is there, in a format that was not accepted; `unclear` needs the tag list or the front door. */
export type Absence = 'tag' | 'expired-tag' | 'repository' | 'hidden' | 'not-a-registry?' | 'unclear';

/** Reads a 404 of a manifest. `trusted`: this registry says `MANIFEST_UNKNOWN` only of repositories that exist. */
export function absenceOf(error: RegistryError, trusted: boolean): Absence {
	if (error.html) { return 'not-a-registry?'; }
	const words = `${error.message ?? ''}`.toLowerCase();
	if (/^oci (manifest|index) found, but accept header/.test(words)) { return 'hidden'; }
	switch (error.code) {
		case 'TAG_EXPIRED': return 'expired-tag';
		case 'NAME_UNKNOWN': case 'PROJECT_NOT_FOUND': case 'REPOSITORY_NOT_FOUND': return 'repository';
		case 'NOT_FOUND':
			return /^\s*(artifact|tag|manifest)\b/.test(words)
				? 'tag'
				: /\b(repository|project)\b.*not found/.test(words) ? 'repository'
				: /artifact|tag|manifest/.test(words) ? 'tag'
				: 'unclear';
		case 'MANIFEST_UNKNOWN': return trusted ? 'tag' : 'unclear';
		default: return error.code === undefined && !error.standard ? 'not-a-registry?' : 'unclear';
	}
}
