import type { SavedLogin } from '../../model/index.ts';

/** Something that opens a registry. `source` is for people (`~/.docker/config.json`), the rest never leaves the client. */
export type Login = { readonly source: string; /** It comes from a helper that keeps all logins (`credsStore`). */ readonly fromStore?: boolean } & (
	| { readonly type: 'password'; readonly username: string; readonly password: string }
	/** A refresh token, to be exchanged. */
	| { readonly type: 'identity'; readonly token: string; readonly username?: string }
	/** A bearer token, used as it is. */
	| { readonly type: 'registry-token'; readonly token: string }
);

/** A credential helper that should know, and could not be asked. */
export interface HelperTrouble {
	readonly state: 'missing' | 'failed';
	/** Full name, `docker-credential-desktop`. */
	readonly helper: string;
	readonly source: string;
	readonly message: string;
}

/** What one source knows about a host. */
export interface CredentialAnswer {
	readonly login?: Login;
	readonly trouble?: HelperTrouble;
	/** What is odd about the login, or why there is none. */
	readonly odd?: SavedLogin;
	/** A file that cannot be read as what it should be, in a sentence without its content. */
	readonly problem?: string;
}

/** A place where logins are kept. Never throws. */
export interface CredentialSource {
	readonly name: string;
	/** `host[:port]` and repository path; `docker.io` for Docker Hub. */
	find(host: string, repository: string): Promise<CredentialAnswer>;
}
