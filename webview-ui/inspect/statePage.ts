import type { FailureView } from '../../src/protocol/failureView.ts';
import type { NamedReference } from '../../src/protocol/inspectView.ts';
import type { App } from '../app.ts';
import type { Page } from '../page.ts';
import { button } from '../parts/controls.ts';
import { element, icon } from '../parts/element.ts';
import { roving } from '../parts/roving.ts';
import { safeText } from '../state/safeText.ts';
import { ring, title } from './header.ts';

/** Name at once, the ring a little later, who is asked. */
export function loadingPage(app: App, reference: NamedReference, hosts: readonly string[]): Page {
	const asking = app.words.t('Asking {host}…', { host: hosts.map(host => safeText(host)).join(', ') });
	const root = element('main', { class: 'page' },
		element('header', { class: 'head' }, element('div', { class: 'head-line' }, title(app, reference)),
			hosts.length > 0 && element('p', { class: 'asking' }, ring(), asking)));
	return { root, regions: [] };
}

/** The look-up failed: why, who said so, what can be done. */
export function failedPage(app: App, reference: NamedReference, failure: FailureView): Page {
	const told = failureBox(app, failure, () => { app.post({ type: 'refresh' }); });
	const root = element('main', { class: 'page' },
		element('header', { class: 'head' }, element('div', { class: 'head-line' }, title(app, reference))),
		told);
	return { root, regions: [{ root: told, focus: () => { told.querySelector<HTMLElement>('[data-current]')?.focus(); } }] };
}

/** A failure in a box: message, evidence, buttons. */
export function failureBox(app: App, failure: FailureView, retry: () => void): HTMLElement {
	const { words } = app;
	const { host } = failure;
	const bar = element('div', { class: 'detail-actions', role: 'toolbar', 'aria-label': words.t('Actions') });
	failure.actions.forEach((action, at) => {
		const primary = { primary: at === 0 };
		if (action === 'retry') { bar.append(button(words.t('Retry'), retry, primary)); }
		if (action === 'showOutput') { bar.append(button(words.t('Show output'), () => { app.post({ type: 'showOutput' }); }, primary)); }
		if (action === 'login' && host !== undefined) {
			bar.append(button(words.t('Log in to {host}', { host: safeText(host) }), () => { app.post({ type: 'login', host }); }, primary));
		}
	});
	requestAnimationFrame(() => { roving(bar); });
	return element('div', { class: 'failure' },
		element('p', { class: 'failure-message' }, icon(failure.sign, `sign ${failure.sign}`), safeText(failure.message, 400)),
		...failure.evidence.map(line => element('p', { class: 'muted' }, safeText(line))),
		bar.childElementCount > 0 && bar);
}
