import { isPrivateName } from '../transport/privateAddress.ts';
import type { RegistryQuirks } from '../quirks.ts';
import { sameSite } from './sameSite.ts';

/** What a token server may be given: a login, only an anonymous question, or nothing at all. */
export type RealmTrust = 'login' | 'anonymous' | 'refused';

/**
 * A registry names its token server, so a hostile one could name any. It is asked only over TLS (unless the registry
 * itself has none) and not at private addresses of a public registry; a login goes there only when it belongs to the registry.
 */
export function realmTrust(registry: URL, realm: URL, quirks: RegistryQuirks): RealmTrust {
	if (realm.protocol !== 'https:' && (realm.protocol !== 'http:' || registry.protocol === 'https:')) { return 'refused'; }
	if (realm.username !== '' || realm.password !== '') { return 'refused'; }
	if (isPrivateName(realm.hostname) && !isPrivateName(registry.hostname)) { return 'refused'; }
	if (sameSite(registry.hostname, realm.hostname)) { return 'login'; }
	return quirks.realms?.includes(realm.hostname) ? 'login' : 'anonymous';
}
