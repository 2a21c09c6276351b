import type { Evidence, Message, Reference, UnknownReason, Verdict } from '../../core/model/index.ts';
import type { FailureView } from '../../protocol/failureView.ts';
import { ago, clock } from '../format/time.ts';
import { say, t } from '../l10n.ts';

/** Why an image cannot be drawn, in the words of the diagnoses, with who answered what and what a person can do. */
export function failureOf(reference: Reference, verdict: Verdict): FailureView {
	const { domain: host, path, repository, tag = 'latest', canonical, digest = '' } = reference;
	const locked = ['missing-or-private', 'login-needed', 'login-rejected', 'not-allowed', 'rate-limited'].includes(verdict.verdict);
	return {
		message: say(sentence(verdict, { host, path, repository, tag, reference: canonical, digest })),
		evidence: evidenceLines(verdict.evidence),
		actions: verdict.verdict === 'not-asked' ? ['retry'] : locked ? ['login', 'retry'] : ['retry', 'showOutput'],
		...locked && { host },
	};
}

/** The same for a look-up that has no verdict. */
export function failureOfLookup(reference: Reference, reason: UnknownReason, evidence: Evidence): FailureView {
	return {
		message: t('"{reference}" was not read: {reason}.', { reference: reference.canonical, reason: reason.replaceAll('-', ' ') }),
		evidence: evidenceLines(evidence), actions: ['retry', 'showOutput'],
	};
}

function sentence(verdict: Verdict, args: Readonly<Record<string, string>>): Message {
	switch (verdict.verdict) {
		case 'tag-missing': return { text: 'Tag "{tag}" does not exist in {repository}.', args };
		case 'digest-missing': return { text: 'Digest "{digest}" does not exist in {repository}.', args };
		case 'repository-missing': return { text: '{host} has no repository "{path}".', args };
		case 'missing-or-private': return { text: '{host} refuses access to "{path}": it is private or does not exist.', args };
		case 'login-needed': return { text: '{host} wants a login for "{path}".', args };
		case 'login-rejected': return { text: '{host} rejected the login saved in {source}.', args: { ...args, source: verdict.source } };
		case 'not-allowed': return verdict.rule ? { text: '{host} does not give out "{path}".', args } : { text: 'The login for {host} may not read "{path}".', args };
		case 'rate-limited': return verdict.until
			? { text: '{host} limits pulls until {time}; "{reference}" was not checked.', args: { ...args, time: clock(verdict.until) } }
			: { text: '{host} limits pulls; "{reference}" was not checked.', args };
		case 'unavailable': return { text: '{host} answered {status}; "{reference}" was not checked.', args: { ...args, status: verdict.status } };
		case 'unreachable': return { text: '{host} cannot be reached; "{reference}" was not checked.', args };
		case 'not-asked': return verdict.reason === 'untrusted'
			? { text: 'The workspace is not trusted; "{reference}" was not checked.', args }
			: verdict.reason === 'blocked' ? { text: 'registries.conf of this machine blocks {host}; "{reference}" was not checked.', args }
			: { text: 'Nobody was asked; "{reference}" was not checked.', args };
		default: return { text: '{host} gave an answer that makes no sense; "{reference}" was not checked.', args };
	}
}

function evidenceLines(evidence: Evidence): readonly string[] {
	const { host, status, code, at, message } = evidence;
	const answer = [status, code].filter(part => part !== undefined).join(' ');
	return [
		...answer ? [t('{host} answered {answer} {ago}', { host, answer, ago: ago(at) })] : [],
		...message ? [message] : [],
	];
}
