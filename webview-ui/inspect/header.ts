import type { InspectView, NamedReference } from '../../src/protocol/inspectView.ts';
import type { App } from '../app.ts';
import { button, iconButton } from '../parts/controls.ts';
import { element, icon, type Child } from '../parts/element.ts';
import { openMenu, type MenuItem } from '../parts/menu.ts';
import { roving } from '../parts/roving.ts';
import { indexType, imageType } from '../state/mediaTypes.ts';
import { safeText } from '../state/safeText.ts';

/** Name with copy, actions, facts, and what is to be said about age and targets. */
export function inspectHeader(app: App, view: InspectView, refreshing: boolean): HTMLElement {
	return element('header', { class: 'head' },
		element('div', { class: 'head-line' }, title(app, view.reference), actions(app, view)),
		factsLine(app, view),
		view.old && oldBanner(app, view),
		refreshing && element('p', { class: 'asking' }, ring(), app.words.t('Asking {host}…', { host: safeText(view.host) })),
		...view.warnings.map(warning => warningLine(app, warning)));
}

/** Format, platforms, dates, digest in a line; what it says of time is of now. */
export function factsLine(app: App, view: InspectView): HTMLElement {
	return element('p', { class: 'facts' }, ...facts(app, view));
}

/** The canonical name, last part bold, with a copy button; when narrow only the last part. */
export function title(app: App, reference: NamedReference): HTMLElement {
	const { words } = app;
	const name = element('h1', { title: safeText(reference.canonical) },
		app.layout !== 'narrow' && element('span', { class: 'muted' }, safeText(reference.prefix)),
		element('span', { class: 'strong' }, safeText(reference.name)));
	if (app.layout === 'narrow') { return element('div', { class: 'title' }, name); }
	const copy = iconButton('copy', words.t('Copy name'), () => { copyName(app, reference); });
	const bar = element('div', { class: 'title-copy' }, copy);
	return element('div', { class: 'title' }, name, bar);
}

/** The toolkit's ring; appears only after 400 ms, so that quick answers do not flicker. */
export function ring(): HTMLElement {
	return element('span', { class: 'ring', 'aria-hidden': 'true' }, element('vscode-progress-ring'));
}

function copyName(app: App, reference: NamedReference): void {
	app.post({ type: 'copy', text: reference.canonical, what: 'name' });
	app.say(app.words.t('Name copied'));
}

function actions(app: App, view: InspectView): HTMLElement {
	const { words } = app;
	const compare = () => { app.post({ type: 'compare' }); };
	const raw = () => { app.post({ type: 'rawJson' }); };
	const page = () => { app.post({ type: 'webPage' }); };
	const refresh = () => { app.post({ type: 'refresh' }); };
	const bar = element('div', { class: 'actions', role: 'toolbar', 'aria-label': words.t('Actions') });
	if (app.layout === 'narrow') {
		const more = iconButton('ellipsis', words.t('More actions'), () => {
			openMenu(words.t('More actions'), [
				{ label: words.t('Copy name'), icon: 'copy', run: () => { copyName(app, view.reference); } },
				{ label: words.t('Compare…'), icon: 'git-compare', run: compare },
				...commandItems(app, view),
				{ label: words.t('Raw JSON'), icon: 'json', run: raw },
				...(view.webPage ? [{ label: words.t('Web page'), icon: 'link-external', run: page }] : []),
				{ label: words.t('Refresh'), icon: 'refresh', run: refresh },
			], more);
		});
		more.setAttribute('aria-haspopup', 'menu');
		bar.append(more);
		return bar;
	}
	const commands = button(
		words.t('Commands'),
		() => { openMenu(words.t('Commands'), commandItems(app, view), commands); },
		{ icon: 'terminal', end: 'chevron-down' },
	);
	commands.setAttribute('aria-haspopup', 'menu');
	bar.append(
		button(words.t('Compare…'), compare, { icon: 'git-compare' }),
		commands,
		iconButton('json', words.t('Raw JSON'), raw),
		...(view.webPage ? [iconButton('link-external', words.t('Web page'), page)] : []),
		iconButton('refresh', words.t('Refresh'), refresh),
	);
	requestAnimationFrame(() => { roving(bar); });
	return bar;
}

function commandItems(app: App, view: InspectView): readonly MenuItem[] {
	return view.commands.map(({ tool, text }) => ({
		label: app.words.t('Copy {tool} command', { tool }),
		icon: 'terminal',
		detail: safeText(text, 60),
		run: () => {
			app.post({ type: 'copy', text, what: 'command' });
			app.say(app.words.t('Command copied'));
		},
	}));
}

function facts({ words, layout }: App, view: InspectView): readonly Child[] {
	const platforms = words.n(view.platforms.length, '{n} platform', '{n} platforms');
	const created = view.created === undefined ? undefined : words.t('created {date}', { date: words.date(view.created) });
	const checked = words.t('checked {ago}', { ago: words.ago(view.checkedAt, Date.now()) });
	const only = view.platforms.length === 1 ? view.platforms[0]?.name : undefined;
	const isArtifact = view.kind !== 'index' && only === '';
	const counted = isArtifact ? undefined : view.kind === 'index' || only === undefined ? platforms : safeText(only);
	const format = isArtifact ? words.t('Artifact') : view.kind === 'index' ? indexType(view.format) : imageType(view.format);
	if (layout === 'narrow') {
		const attested = view.attested > 0 && words.n(view.attested, '{n} attested', '{n} attested');
		return [
			element('span', { class: 'fact-line' }, [format, counted, attested].filter(Boolean).join(' · ')),
			element('span', { class: 'fact-line' }, [created, checked].filter(Boolean).join(' · ')),
		];
	}
	const attested = view.attested > 0 && words.n(view.attested, '{n} with provenance and SBOM', '{n} with provenance and SBOM');
	const digest = safeText(view.digest);
	const parts: readonly Child[] = [
		format, counted, attested, created,
		element('code', { title: digest }, digest.length > 19 ? `${digest.slice(0, 19)}…` : digest),
		checked,
	];
	return parts.filter(part => part !== undefined && part !== false).map(part => element('span', { class: 'fact' }, part));
}

function oldBanner({ words }: App, view: InspectView): HTMLElement {
	const date = words.shortDateTime(view.checkedAt);
	return element('p', { class: 'banner' }, icon(view.old === 'offline' ? 'circle-slash' : 'debug-disconnect'),
		view.old === 'offline'
			? words.t('Offline: answer of {date}.', { date })
			: words.t('{host} not reachable: answer of {date}.', { host: safeText(view.host), date }));
}

function warningLine(app: App, warning: InspectView['warnings'][number]): HTMLElement {
	const { words } = app;
	const reason = {
		oci: words.t('OCI format'),
		index: words.t('several platforms in one name'),
		zstd: words.t('zstd layers'),
		schema1: words.t('Docker schema 1'),
		attestations: words.t('attestations'),
	}[warning.reason];
	const skopeo = element('button', { class: 'link', type: 'button' }, words.t('Copy skopeo command'));
	skopeo.addEventListener('click', () => { app.post({ type: 'copySkopeo', target: warning.target }); });
	return element('p', { class: 'warning' }, icon('warning'),
		element('span', {}, words.t('{target} cannot pull this: {reason}.', { target: warning.target, reason })), warning.skopeo && skopeo);
}
