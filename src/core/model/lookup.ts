/** Who was asked, when, and what the answer was. Never holds a secret. */
export interface Evidence {
	/** Registry host as the reference names it. */
	readonly host: string;
	/** Host that really answered when it differs (Docker Hub's API host, a mirror). */
	readonly endpoint?: string;
	/** What was asked, `HEAD /v2/library/node/manifests/22`; no query secrets. */
	readonly request?: string;
	/** ISO 8601. */
	readonly at: string;
	readonly status?: number;
	/** The registry's own error code, `MANIFEST_UNKNOWN`. */
	readonly code?: string;
	/** The registry's or the network's own words, cut to 200 characters. */
	readonly message?: string;
	readonly digest?: string;
	readonly mediaType?: string;
	/** Answered from the cache. */
	readonly cached: boolean;
	/** Where the login came from (`~/.docker/config.json`), or `none`. Never the login. */
	readonly credentials?: string;
	/** Number of tags read when tags were asked for. */
	readonly tagsRead?: number;
	/** Said when nobody was asked, e.g. `offline`. */
	readonly note?: string;
	/** Pulls that the registry still allows in its current window (`ratelimit-remaining`). */
	readonly remaining?: number;
	/** How many pulls it allows in a window of so many seconds (`ratelimit-limit: 100;w=21600`). */
	readonly limit?: { readonly pulls: number; readonly seconds: number };
	/** What the registry wants people to know (`Warning: 299 - "…"`), each text once; absent when it said nothing. */
	readonly warnings?: readonly string[];
	/** What is odd about the login that is saved for the host. */
	readonly savedLogin?: SavedLogin;
}

/** What a finding goes by: an answer, or a note that nobody was asked, which has no time. */
export type Grounds = Omit<Evidence, 'at'> & Partial<Pick<Evidence, 'at'>>;

/** What is odd about saved logins, so that a tool does not find one or stops. Names files, keys and programs, never the login. */
export type SavedLogin =
	/** Docker's file has it under another key than the one Docker looks for. */
	| { readonly kind: 'other-key'; readonly key: string; readonly wanted: string; readonly source: string }
	/** It comes through Docker's `credsStore`, which podman, buildah and skopeo do not read. */
	| { readonly kind: 'docker-only'; readonly source: string }
	/** The file is no JSON, a login in it cannot be decoded, or it has fields that make Docker leave it out: its logins are not used. */
	| { readonly kind: 'unreadable'; readonly source: string; readonly fault: 'json' | 'login' | 'fields'; readonly key?: string }
	/** The helper that the file names could not be asked; `docker build` stops there even for a public image. */
	| { readonly kind: 'helper-missing' | 'helper-failed'; readonly helper: string; readonly source: string };

/** Why a question has no answer. None of these may accuse the file. */
export type UnknownReason =
	| 'offline' | 'untrusted' | 'host-not-allowed' | 'blocked' | 'cancelled' | 'rate-limited' | 'unreachable' | 'not-a-registry'
	| 'broken-answer' | 'login-needed' | 'login-rejected' | 'not-allowed' | 'helper-missing' | 'helper-failed' | 'too-many' | 'missing';

/** "Could not ask" is a branch that the compiler asks for. */
export type Lookup<T> =
	| { readonly known: true; readonly value: T; readonly evidence: Evidence }
	| { readonly known: false; readonly reason: UnknownReason; readonly evidence: Evidence };

/** How a host could not be reached. */
export type UnreachableCause =
	| 'dns' | 'refused' | 'timeout' | 'reset' | 'network' | 'tls-untrusted' | 'tls-expired' | 'tls-name' | 'tls-other'
	| 'http-not-https' | 'https-not-http' | 'proxy';

/** What the registry says of one reference. */
export type Verdict = { readonly evidence: Evidence } & (
	| { readonly verdict: 'exists'; readonly digest: string; readonly mediaType: string; readonly size?: number;
		/** The saved login was rejected, but the image is public. */
		readonly staleLogin?: { readonly source: string } }
	| { readonly verdict: 'tag-missing'; readonly expired?: boolean }
	| { readonly verdict: 'digest-missing' }
	| { readonly verdict: 'repository-missing' }
	| { readonly verdict: 'missing-or-private' }
	| { readonly verdict: 'login-needed' }
	| { readonly verdict: 'login-rejected'; readonly source: string; readonly expired?: boolean }
	| {
		readonly verdict: 'not-allowed';
		readonly user?: string; /** By a rule that no login changes: a scan's finding, the address of this machine, a law. */
		readonly rule?: boolean
	}
	| { readonly verdict: 'rate-limited'; /** ISO 8601 */ readonly until?: string }
	| { readonly verdict: 'unavailable'; readonly status: number }
	| { readonly verdict: 'unreachable'; readonly cause: UnreachableCause; readonly issuer?: string; /** ISO 8601 */ readonly nextTry?: string }
	| { readonly verdict: 'not-a-registry'; /** What answers is not even HTTP: a fault on the way can look so too. */ readonly garbled?: boolean }
	| {
		readonly verdict: 'broken-answer';
		readonly detail: 'html' | 'digest-mismatch' | 'content-type' | 'garbage' | 'too-large' | 'redirect-loop' | 'truncated' | 'redirect-refused'
	}
	| { readonly verdict: 'helper-missing' | 'helper-failed'; readonly helper: string; readonly source: string }
	| { readonly verdict: 'not-asked'; readonly reason: 'offline' | 'untrusted' | 'host-not-allowed' | 'blocked' | 'cancelled' }
);

/** The tags of a repository, in the registry's order; `complete` is false when the page budget ended first. */
export interface TagList {
	readonly tags: readonly string[];
	readonly complete: boolean;
}
