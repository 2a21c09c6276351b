import type { Evidence, ImageTree, Verdict } from '../../core/model/index.ts';
import { shortDigest } from '../format/digest.ts';
import { ago, clock } from '../format/time.ts';
import { t } from '../l10n.ts';
import { bold, code, foreign } from './markdown.ts';
import type { UseView } from './useView.ts';

/** Nothing is known, and why in words. Never an accusation. */
export function unaskedLines({ reference, use, tree }: UseView, verdict: Verdict, from: string): readonly (string | undefined)[] {
	const name = bold(reference?.canonical ?? use.text);
	const { icon, reason } = unasked(verdict);
	return [`$(${icon}) ${t('{name} not checked: {reason}', { name, reason })}${from}`, detail(verdict, tree)];
}

/** The icon and the few words of an answer that nobody could get. */
export function unasked(verdict: Verdict): { readonly icon: string; readonly reason: string } {
	const host = (): string => foreign(verdict.evidence.host);
	switch (verdict.verdict) {
		case 'rate-limited': return { icon: 'history', reason: verdict.until ? t('rate limit until {time}', { time: clock(verdict.until) }) : t('rate limit') };
		case 'unreachable':
			return { icon: 'debug-disconnect', reason: verdict.cause.startsWith('tls') ? t('certificate of the host not trusted') : t('host not reachable') };
		case 'unavailable': return { icon: 'debug-disconnect', reason: t('{host} answered {status}', { host: host(), status: verdict.status }) };
		case 'not-a-registry': return { icon: 'question', reason: t('{host} is no registry', { host: host() }) };
		case 'broken-answer': return { icon: 'question', reason: t('the answer of {host} makes no sense', { host: host() }) };
		case 'helper-missing': return { icon: 'key', reason: t('{helper} is not installed', { helper: foreign(verdict.helper) }) };
		case 'helper-failed': return { icon: 'key', reason: t('{helper} failed', { helper: foreign(verdict.helper) }) };
		case 'not-asked': return reasons(verdict.reason);
		default: return { icon: 'question', reason: t('no answer') };
	}
}

function reasons(reason: 'offline' | 'untrusted' | 'host-not-allowed' | 'blocked' | 'cancelled'): { readonly icon: string; readonly reason: string } {
	switch (reason) {
		case 'offline': return { icon: 'circle-slash', reason: t('offline by setting') };
		case 'untrusted': return { icon: 'workspace-untrusted', reason: t('workspace not trusted') };
		case 'host-not-allowed': return { icon: 'circle-slash', reason: t('the settings do not allow this host') };
		case 'blocked': return { icon: 'circle-slash', reason: t('the configuration of this machine blocks this host') };
		case 'cancelled': return { icon: 'debug-stop', reason: t('look-up cancelled') };
	}
}

function detail(verdict: Verdict, tree: ImageTree | undefined): string | undefined {
	const { evidence } = verdict;
	switch (verdict.verdict) {
		case 'unreachable': {
			const cause = foreign(evidence.message ?? evidence.code ?? verdict.cause);
			return verdict.nextTry
				? t('{cause} {ago}; next try at {time}', { cause, ago: ago(evidence.at), time: clock(verdict.nextTry) })
				: `${cause} ${ago(evidence.at)}`;
		}
		case 'rate-limited': return [tree && lastSeen(tree), limitOf(evidence)].filter(Boolean).join(' · ');
		case 'not-asked': return undefined;
		default: return evidence.message ? foreign(evidence.message) : undefined;
	}
}

/** What the last answer said, which the limit does not make untrue. */
function lastSeen({ evidence, root }: ImageTree): string {
	return t('Existed {ago}, {digest}', { ago: ago(evidence.at), digest: code(shortDigest(root.digest)) });
}

function limitOf({ host, limit, credentials }: Evidence): string {
	const named = foreign(host);
	if (!limit) { return credentials === 'none' ? t('{host} limits pulls without login', { host: named }) : t('{host} limits pulls', { host: named }); }
	const args = { host: named, pulls: limit.pulls, hours: limit.seconds / 3600 };
	return credentials === 'none' ? t('{host} allows {pulls} pulls in {hours} h without login', args) : t('{host} allows {pulls} pulls in {hours} h', args);
}
