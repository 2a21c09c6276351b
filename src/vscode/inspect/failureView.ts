import type { Evidence, Message, Reference, UnknownReason, Verdict } from '../../core/model/index.ts';
import type { FailureView } from '../../protocol/failureView.ts';
import { ago, clock } from '../format/time.ts';
import { say, t } from '../l10n.ts';

/** Why an image cannot be drawn, in the words of the diagnoses, with who answered what and what a person can do. */
export function failureOf(reference: Reference, verdict: Verdict): FailureView {
	const { domain: host, path, repository, tag = 'latest', canonical, digest = '' } = reference;
	const locked = ['missing-or-private', 'login-needed', 'login-rejected', 'not-allowed', 'rate-limited'].includes(verdict.verdict);
	return {
		sign: signOf(verdict),
		message: say(sentence(verdict, { host, path, repository, tag, reference: canonical, digest })),
		evidence: evidenceLines(verdict.evidence),
		actions: verdict.verdict === 'not-asked' ? ['retry'] : locked ? ['login', 'retry'] : ['retry', 'showOutput'],
		...locked && { host },
	};
}

/** The same for a look-up that has no verdict. */
export function failureOfLookup(reference: Reference, reason: UnknownReason, evidence: Evidence): FailureView {
	return {
		sign: signs[reason] ?? 'question',
		message: t('"{reference}" was not read: {reason}.', { reference: reference.canonical, reason: reasonWords(reason) }),
		evidence: evidenceLines(evidence), actions: ['retry', 'showOutput'],
	};
}

/** Only what is known to be wrong looks wrong. */
function signOf(verdict: Verdict): FailureView['sign'] {
	switch (verdict.verdict) {
		case 'tag-missing': case 'digest-missing': case 'repository-missing': return 'error';
		case 'missing-or-private': case 'login-needed': case 'login-rejected': case 'not-allowed': return 'lock';
		case 'rate-limited': return 'history';
		case 'unavailable': case 'unreachable': return 'debug-disconnect';
		case 'not-asked': return 'circle-slash';
		default: return 'question';
	}
}

const signs: Partial<Readonly<Record<UnknownReason, FailureView['sign']>>> = {
	'missing': 'error', 'login-needed': 'lock', 'login-rejected': 'lock', 'not-allowed': 'lock', 'rate-limited': 'history', 'unreachable': 'debug-disconnect',
	'offline': 'circle-slash', 'untrusted': 'circle-slash', 'host-not-allowed': 'circle-slash', 'blocked': 'circle-slash', 'cancelled': 'circle-slash',
};

/** A reason in a few words. */
function reasonWords(reason: UnknownReason): string {
	switch (reason) {
		case 'offline': return t('offline by setting');
		case 'untrusted': return t('workspace not trusted');
		case 'host-not-allowed': return t('the settings do not allow this host');
		case 'blocked': return t('the configuration of this machine blocks this host');
		case 'cancelled': return t('look-up cancelled');
		case 'rate-limited': return t('rate limit');
		case 'unreachable': return t('host not reachable');
		case 'login-needed': return t('login needed');
		case 'login-rejected': return t('login rejected');
		case 'not-allowed': return t('login not allowed to read');
		case 'missing': return t('it does not exist');
		case 'too-many': return t('there are too many');
		default: return t('no answer');
	}
}

function sentence(verdict: Verdict, args: Readonly<Record<string, string>>): Message {
	switch (verdict.verdict) {
		case 'tag-missing': return { text: 'Tag "{tag}" does not exist in {repository}.', args };
		case 'digest-missing': return { text: 'Digest "{digest}" does not exist in {repository}.', args };
		case 'repository-missing': return { text: '{host} has no repository "{path}".', args };
		case 'missing-or-private': return { text: '{host} refuses access to "{path}": it is private or does not exist.', args };
		case 'login-needed': return { text: '{host} wants a login for "{path}".', args };
		case 'login-rejected': return { text: '{host} rejected the login saved in {source}.', args: { ...args, source: verdict.source } };
		case 'not-allowed':
			return verdict.rule ? { text: '{host} does not give out "{path}".', args } : { text: 'The login for {host} may not read "{path}".', args };
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
