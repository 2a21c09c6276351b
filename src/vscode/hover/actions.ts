import { webAddress } from '../../core/reference/webAddress.ts';
import { t } from '../l10n.ts';
import { isEdit } from '../fixes.ts';
import { editTarget, useTarget } from '../useTarget.ts';
import { commandLink, foreign, webLink } from './markdown.ts';
import type { UseView } from './useView.ts';

/** The row of actions under a hover, by what is known. */
export function hoverActions(view: UseView): readonly (string | undefined)[] {
	const { reference, verdict, use, facts, findings } = view;
	if (!reference) { return variableActions(view); }
	const target = useTarget(facts.file, use);
	const link = (icon: string, title: string, command: string): string => commandLink(`$(${icon}) ${title}`, command, target);
	const page = webAddress(reference);
	const web = page && webLink(`$(link-external) ${pageName(reference.domain)}`, page);
	const login = commandLink(`$(key) ${t('Log in to {host}', { host: foreign(reference.domain) })}`, 'login', reference.domain);
	const refresh = link('refresh', t('Refresh'), 'refresh');
	switch (verdict?.verdict) {
		case undefined: return [link('list-tree', t('Inspect'), 'inspect'), web];
		case 'exists': return [
			link('list-tree', t('Inspect'), 'inspect'),
			findings.some(({ message }) => message.args?.['target']) ? link('copy', t('Copy skopeo command'), 'copySkopeo') : pinLink(view, link),
			link('copy', t('Copy digest'), 'copyDigest'), web, refresh,
		];
		case 'tag-missing': case 'digest-missing': return [link('tag', t('All tags'), 'pickTag'), web, refresh];
		case 'repository-missing': return [web, refresh];
		case 'missing-or-private': case 'login-needed': case 'login-rejected': case 'not-allowed': return [login, refresh];
		case 'rate-limited': return [login, view.tree && link('list-tree', t('Inspect last answer'), 'inspect')];
		case 'not-asked': return [
			verdict.reason === 'untrusted' ? commandLink(`$(workspace-trusted) ${t('Manage trust')}`, 'workbench.trust.manage')
				: verdict.reason === 'offline' ? commandLink(`$(globe) ${t('Go online')}`, 'toggleOffline') : refresh,
			web,
		];
		default: return [link('refresh', t('Try now'), 'refresh'), commandLink(`$(output) ${t('Show output')}`, 'showOutput')];
	}
}

function pinLink({ use, facts, reference }: UseView, link: (icon: string, title: string, command: string) => string): string | undefined {
	if (reference?.digest) { return use.spans.digest ? link('pin', t('Unpin digest'), 'unpin') : undefined; }
	// A feature or a chart takes a tag or a digest, not both.
	return use.class === 'image' && facts.text.slice(use.span.start, use.span.end) === use.value ? link('pinned', t('Pin digest'), 'pin') : undefined;
}

function variableActions({ facts, findings, textOf }: UseView): readonly string[] {
	const fix = findings.flatMap(({ fixes }) => fixes).find(isEdit);
	const name = fix?.title.args?.['variable'];
	return fix && name !== undefined
		? [commandLink(`$(edit) ${t('Give {variable} a default', { variable: foreign(String(name)) })}`, 'applyFix', editTarget(facts.file, fix, textOf))]
		: [];
}

/** How people call the web pages of a registry. */
function pageName(domain: string): string {
	const names: Readonly<Record<string, string>> = {
		'docker.io': 'Docker Hub',
		'quay.io': 'Quay',
		'ghcr.io': 'GitHub',
		'public.ecr.aws': 'Amazon ECR',
		'mcr.microsoft.com': 'Microsoft',
	};
	return names[domain] ?? foreign(domain);
}
