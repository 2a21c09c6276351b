import { createHash } from 'node:crypto';
import type { Verdict } from '../../model/index.ts';
import type { Credentials } from '../credentials/createCredentials.ts';
import type { Login } from '../credentials/credentialSource.ts';
import type { DiskCache } from './diskCache.ts';
import { pinnedMs } from './lifetime.ts';

/** Whose login an answer was given for: where it is looked up, and where it was found. */
export interface Asker {
	/** As {@link Credentials.find} takes them. */
	readonly host: string;
	readonly path: string;
	readonly source: string;
	/** Empty when the login names no user. */
	readonly user: string;
}

/** "It exists" across processes: an answer that a login was needed for is given only to whoever still has that login. */
export interface KeptVerdicts {
	/** `pinned`: the question names a digest, whose answer is believed for longer than a tag's. */
	find(question: string, pinned: boolean): Promise<Verdict | undefined>;
	/** `asker` absent: everybody gets this answer. A login that is no longer taken, or cannot be read, is told anew each time. */
	keep(question: string, verdict: Verdict, asker: Asker | undefined): Promise<void>;
}

/** `maxAgeMs`: how long a tag is believed; 0 keeps nothing, not even what a digest names. */
export function createKeptVerdicts(disk: DiskCache, credentials: Pick<Credentials, 'find'>, maxAgeMs: number): KeptVerdicts {
	return {
		async find(question, pinned) {
			if (maxAgeMs <= 0) { return undefined; }
			const kept = await disk.answer(question, pinned ? Math.max(pinnedMs, maxAgeMs) : maxAgeMs) as {
				readonly verdict?: Verdict;
				readonly host?: string;
				readonly path?: string;
				readonly print?: string
			} | undefined;
			if (kept?.verdict?.verdict !== 'exists') { return undefined; }
			const { verdict, host, path, print } = kept;
			if (print === undefined) { return verdict; }
			const { login } = await credentials.find(host ?? '', path ?? '');
			return login && print === printOf(question, login.source, userOf(login)) ? verdict : undefined;
		},
		async keep(question, verdict, asker) {
			if (verdict.verdict !== 'exists' || verdict.staleLogin || broken.has(verdict.evidence.savedLogin?.kind) || maxAgeMs <= 0) { return; }
			await disk.keepAnswer(
				question,
				asker ? { verdict, host: asker.host, path: asker.path, print: printOf(question, asker.source, asker.user) } : { verdict },
			);
		},
	};
}

/** What somebody mends on this machine: said for as long as it is so. */
const broken: ReadonlySet<string | undefined> = new Set(['unreadable', 'helper-missing', 'helper-failed']);

/** The user whom a login names; empty also where the secret stands in place of a name, as some registries want it. */
export function userOf(login: Login): string {
	return login.type === 'password' && login.username !== login.password ? login.username : '';
}

/** Tells logins apart without naming them; the question is the salt. The secret is not part of it. */
function printOf(question: string, source: string, user: string): string {
	return createHash('sha256').update([question, source, user].join('\n')).digest('base64');
}
