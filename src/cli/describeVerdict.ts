import type { Reference, Verdict } from '../core/model/index.ts';

/** One English sentence for a verdict, for people at a terminal. */
export function describeVerdict(reference: Reference, verdict: Verdict): string {
	const host = reference.domain;
	const name = reference.canonical;
	switch (verdict.verdict) {
		case 'exists': return `${name} exists.`;
		case 'tag-missing': return `Tag "${reference.tag ?? 'latest'}" does not exist in ${reference.repository}.`;
		case 'digest-missing': return `${reference.repository} has no manifest ${reference.digest ?? ''}.`;
		case 'repository-missing': return `${host} has no repository "${reference.path}".`;
		case 'missing-or-private': return `${host} refuses access to "${reference.path}": it is private or does not exist.`;
		case 'login-needed': return `${host} wants a login for "${reference.path}", and none was found.`;
		case 'login-rejected': return `${host} rejected the login saved in ${verdict.source}.`;
		case 'not-allowed':
			return verdict.rule
				? `${host} does not give out "${reference.path}".`
				: verdict.user === undefined ? `The login for ${host} may not pull "${reference.path}".`
				: `Logged in to ${host} as "${verdict.user}", who may not pull "${reference.path}".`;
		case 'rate-limited': return `${host} limits pulls${verdict.until ? ` until ${verdict.until}` : ''}; ${name} was not checked.`;
		case 'unavailable': return `${host} answered ${verdict.status}; ${name} was not checked.`;
		case 'unreachable': return `${unreachable(host, verdict)} ${name} was not checked.`;
		case 'not-a-registry': return `${host} answers, but is not a container registry.`;
		case 'broken-answer':
			return verdict.detail === 'content-type'
				? `${host} has ${name}, but was asked for other formats than pullcheck asks for: something on the way changes requests.`
				: `${host} gave an answer that is no registry's (${verdict.detail}); ${name} was not checked.`;
		case 'helper-missing': return `${verdict.source} asks for "${verdict.helper}", which is not installed here.`;
		case 'helper-failed': return `The credential helper "${verdict.helper}" failed.`;
		case 'not-asked':
			return verdict.reason === 'blocked'
				? `registries.conf of this machine blocks ${host}; ${name} was not checked.`
				: `${name} was not checked: ${verdict.reason}.`;
	}
}

function unreachable(host: string, verdict: Extract<Verdict, { verdict: 'unreachable' }>): string {
	switch (verdict.cause) {
		case 'dns': return `The host name "${host}" cannot be resolved.`;
		case 'refused': return `${host} refuses the connection.`;
		case 'timeout': return `${host} did not answer in time.`;
		case 'tls-untrusted': return `The certificate of ${host} comes from an unknown issuer${verdict.issuer ? `: ${verdict.issuer}` : ''}.`;
		case 'tls-expired': return `The certificate of ${host} has expired.`;
		case 'tls-name': return `The certificate of ${host} is for another name.`;
		case 'http-not-https': return `${host} speaks plain HTTP.`;
		case 'https-not-http': return `${host} speaks TLS where plain HTTP was tried.`;
		case 'proxy': return `The proxy did not connect to ${host}.`;
		default: return `${host} could not be reached.`;
	}
}
