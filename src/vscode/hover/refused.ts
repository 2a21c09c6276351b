import type { Evidence, Verdict } from '../../core/model/index.ts';
import { ago } from '../format/time.ts';
import { plural, t } from '../l10n.ts';
import { bold, foreign } from './markdown.ts';
import { editLinks } from './editLinks.ts';
import type { UseView } from './useView.ts';

/** The registry answered, and the answer is no. `undefined` when the verdict is another one. */
export function refusedLines(view: UseView, verdict: Verdict, from: string): readonly (string | undefined)[] | undefined {
	const title = refusal(view, verdict);
	if (!title || !view.reference) { return undefined; }
	const links = editLinks(view, view.findings, 3);
	const words = verdict.verdict === 'not-allowed' && verdict.rule ? verdict.evidence.message : undefined;
	return [`${title}${from}`, words && foreign(words), links.length > 0 ? nearest(verdict, links) : undefined, answerLine(verdict.evidence)];
}

/** `quay.io answered 404 MANIFEST_UNKNOWN just now`, and whether somebody was logged in. */
export function answerLine(evidence: Evidence): string | undefined {
	if (evidence.status === undefined) { return undefined; }
	const answer = [evidence.status, ...evidence.code ? [foreign(evidence.code)] : []].join(' ');
	const line = t('{host} answered {answer} {ago}', { host: foreign(evidence.host), answer, ago: ago(evidence.at) });
	return evidence.status === 401 && evidence.credentials === 'none'
		? `${line}; ${t('no login for {host} was found', { host: foreign(evidence.host) })}`
		: line;
}

function refusal({ reference, findings }: UseView, verdict: Verdict): string | undefined {
	const repository = bold(reference?.repository ?? '');
	const name = bold(reference?.canonical ?? '');
	switch (verdict.verdict) {
		case 'tag-missing': {
			const tags = findings.flatMap(({ evidence }) => evidence).find(({ tagsRead }) => tagsRead !== undefined)?.tagsRead;
			return `$(error) ${tags === undefined ? t('{name} has no such tag', { name: repository }) : `${repository} ${plural(tags, 'has 1 tag, not this one', 'has {count} tags, not this one')}`}`;
		}
		case 'digest-missing': return `$(error) ${t('{name} has no such digest', { name: repository })}`;
		case 'repository-missing': return `$(error) ${t('{name} does not exist', { name: repository })}`;
		case 'missing-or-private': return `$(lock) ${t('{name} is private or does not exist', { name: repository })}`;
		case 'login-needed': return `$(lock) ${t('{name} needs a login', { name })}`;
		case 'login-rejected': return `$(lock) ${t('{name} not checked: the login from {source} was rejected', { name, source: foreign(verdict.source) })}`;
		case 'not-allowed':
			return `$(lock) ${verdict.rule ? t('{name} is not given out by its registry', { name: repository }) : t('{name} exists, but this login may not read it', { name: repository })}`;
		default: return undefined;
	}
}

function nearest(verdict: Verdict, links: readonly string[]): string {
	return verdict.verdict === 'tag-missing' || verdict.verdict === 'digest-missing'
		? t('Nearest: {names}', { names: links.join(' · ') })
		: `${t('Did you mean {names}?', { names: links.join(' · ') })} ${links.length === 1 ? t('It exists.') : t('They exist.')}`;
}
