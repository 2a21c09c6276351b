import type { CredentialAnswer, CredentialSource } from './credentialSource.ts';

/** All sources as one, in order, remembered for a short while. */
export interface Credentials {
	find(host: string, repository: string): Promise<CredentialAnswer>;
	/** Reads everything anew next time. */
	forget(): void;
}

const kept = 30_000;

/** The first source with a login wins; helper trouble of earlier ones is kept beside it. `report` gets each broken file once. */
export function createCredentials(sources: readonly CredentialSource[], clock: () => number, report: (problem: string) => void): Credentials {
	const answers = new Map<string, { readonly answer: Promise<CredentialAnswer>; readonly until: number }>();
	const reported = new Set<string>();
	return {
		find(host, repository) {
			const key = `${host}/${repository}`;
			const found = answers.get(key);
			if (found && found.until > clock()) { return found.answer; }
			const answer = ask(host, repository);
			answers.set(key, { answer, until: clock() + kept });
			if (answers.size > 2000) { answers.delete(answers.keys().next().value ?? ''); }
			return answer;
		},
		forget() { answers.clear(); },
	};

	async function ask(host: string, repository: string): Promise<CredentialAnswer> {
		let trouble: CredentialAnswer['trouble'];
		let odd: CredentialAnswer['odd'];
		for (const [index, source] of sources.entries()) {
			const answer = await findAt(source, host, repository);
			trouble ??= answer.trouble;
			odd ??= answer.odd;
			if (!answer.login) { continue; }
			// Who finds a login elsewhere does not miss those of a broken file.
			if (odd?.kind === 'unreadable') { odd = undefined; }
			if (answer.login.fromStore && index + 1 < sources.length && !await anyLogin(sources.slice(index + 1), host, repository)) {
				odd ??= { kind: 'docker-only', source: answer.login.source };
			}
			return { login: answer.login, ...(trouble ? { trouble } : {}), ...(odd ? { odd } : {}) };
		}
		return { ...(trouble ? { trouble } : {}), ...(odd ? { odd } : {}) };
	}

	async function findAt(source: CredentialSource, host: string, repository: string): Promise<CredentialAnswer> {
		const answer = await source.find(host, repository).catch((): CredentialAnswer => ({ problem: `the logins of ${source.name} cannot be read` }));
		if (answer.problem !== undefined && !reported.has(answer.problem)) { reported.add(answer.problem); report(answer.problem); }
		return answer;
	}

	async function anyLogin(others: readonly CredentialSource[], host: string, repository: string): Promise<boolean> {
		for (const source of others) { if ((await findAt(source, host, repository)).login) { return true; } }
		return false;
	}
}
