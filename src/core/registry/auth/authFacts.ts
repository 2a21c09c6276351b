import type { SavedLogin } from '../../model/index.ts';
import type { HelperTrouble } from '../credentials/credentialSource.ts';

/** On whose behalf an answer was given, for the verdict. */
export interface AuthFacts {
	/** Nobody: without any token or login. Anonymous: with a token that anybody gets. */
	readonly by: 'nobody' | 'anonymous' | 'login';
	/** Label of the login's source, `none` when there is none. */
	readonly credentials: string;
	readonly user?: string;
	/** A saved login that the registry or its token server did not take. */
	readonly rejected?: { readonly source: string; readonly message: string };
	/** By its own times, or because a token server no longer takes it, the saved login is out of date. */
	readonly expired?: boolean;
	/** The answer is the token server's refusal, not the registry's. */
	readonly atToken?: boolean;
	/** The token server refuses everybody without a login, whatever is asked for. */
	readonly loginForAll?: boolean;
	readonly trouble?: HelperTrouble;
	readonly odd?: SavedLogin;
	/** For the evidence. */
	readonly note?: string;
}
