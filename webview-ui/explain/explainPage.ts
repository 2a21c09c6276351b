import type { EvidenceLine, ExplainAction, ExplainCause, ExplainView } from '../../src/protocol/explainView.ts';
import type { App } from '../app.ts';
import type { Page, Region } from '../page.ts';
import { button } from '../parts/controls.ts';
import { element, icon } from '../parts/element.ts';
import { roving } from '../parts/roving.ts';
import { safeText } from '../state/safeText.ts';

/** *Explain error*: causes with what tells them apart, the lines that say so, places, and what can be done. */
export function explainPage(app: App, view: ExplainView): Page {
	const { words } = app;
	const causes = view.causes.map(cause => causeSection(app, cause));
	const nothing = words.n(view.lines, 'No known cause in this {n} line.', 'No known cause in these {n} lines.');
	const root = element('main', { class: 'page explain' },
		element('header', { class: 'head' },
			element('h1', { class: view.causes.length > 0 ? undefined : 'spoken-only' }, view.causes.length > 0
				? words.n(view.causes.length, '{n} cause', '{n} causes') : words.t('No known cause')),
			element('p', { class: 'facts' },
				view.command ? element('code', { class: 'fact' }, safeText(view.command)) : undefined,
				element('span', { class: 'fact' }, words.n(view.lines, '{n} line', '{n} lines')),
				element('span', { class: 'fact' }, words.shortDateTime(view.at)))),
		...(causes.length > 0 ? causes.map(({ section }) => section) : [element('p', { class: 'message' }, nothing)]));
	return { root, regions: causes.map(({ region }) => region) };
}

function causeSection(app: App, cause: ExplainCause): { section: HTMLElement; region: Region } {
	const { words } = app;
	const heading = element('h2', { tabindex: -1 }, icon(cause.severity, `sign ${cause.severity}`), safeText(cause.message, 400));
	const actions = element('div', { class: 'detail-actions', role: 'toolbar', 'aria-label': words.t('Actions') },
		...cause.actions.map((action, at) =>
			button(
				actionText(action, app),
				() => { app.post({ type: 'act', cause: cause.id, action: action.id }); },
				{ primary: at === 0 && action.kind === 'fix' },
			)));
	const section = element('section', { class: 'cause' },
		heading,
		cause.distinguish.length > 0
			? element('ul', { class: 'distinguish' }, ...cause.distinguish.map(text => element('li', {}, safeText(text, 400))))
			: undefined,
		cause.evidence.length > 0 ? evidence(cause.evidence, words.t('Lines of the output')) : undefined,
		...places(app, cause),
		cause.actions.length > 0 ? actions : undefined);
	requestAnimationFrame(() => { roving(actions); });
	return { section, region: { root: section, focus: () => { (actions.querySelector<HTMLElement>('[data-current]') ?? heading).focus(); } } };
}

function actionText({ kind, title }: ExplainAction, { words }: App): string {
	if (title) { return safeText(title); }
	return { fix: words.t('Apply fix'), copy: words.t('Copy command'), why: words.t('Why') }[kind];
}

function evidence(lines: readonly EvidenceLine[], label: string): HTMLElement {
	return element('pre', { class: 'code evidence', 'aria-label': label, role: 'group' }, ...lines.map(line => element('span', { class: 'line' },
		element('span', { class: 'line-number', 'aria-hidden': 'true' }, String(line.line)), ...markedLine(line))));
}

/** The line in pieces; the line is cut before it is marked, and each piece made safe by itself. */
function markedLine({ text, marks }: EvidenceLine): readonly (HTMLElement | string)[] {
	const limit = 200;
	const parts: (HTMLElement | string)[] = [];
	let at = 0;
	for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
		const from = Math.max(at, Math.min(start, limit));
		const to = Math.min(end, limit);
		if (to <= from) { continue; }
		parts.push(safeText(text.slice(at, from)), element('mark', {}, safeText(text.slice(from, to))));
		at = to;
	}
	parts.push(safeText(text.slice(at), limit - at));
	return parts;
}

function places(app: App, cause: ExplainCause): readonly HTMLElement[] {
	return cause.places.map(place => {
		const link = element('button', { class: 'link', type: 'button' }, `${safeText(place.file)}:${place.line}`);
		link.addEventListener('click', () => { app.post({ type: 'openPlace', place: place.id }); });
		return element('p', { class: 'place' }, icon('go-to-file'), link, element('code', {}, safeText(place.text.trim())));
	});
}
