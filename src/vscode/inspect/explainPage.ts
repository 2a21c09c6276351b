import type { ExplainView } from '../../protocol/explainView.ts';
import type { FromWebview } from '../../protocol/fromWebview.ts';
import { t } from '../l10n.ts';
import type { Page, PageHost } from './pageHost.ts';

/** What the buttons of an explanation do. */
export interface ExplainActions {
	act(cause: string, action: string): Promise<void>;
	open(place: string): Promise<void>;
}

/** *Explain error* in the panel that all explanations share. */
export function explainPage(host: PageHost, view: ExplainView, actions: ExplainActions): Page {
	return {
		key: 'explain',
		state: { version: 1, view: 'explain' },
		start() {
			host.title(t('Explain error'));
			host.post({ type: 'explain', view });
			return Promise.resolve();
		},
		async receive(message: FromWebview) {
			if (message.type === 'act') { await actions.act(message.cause, message.action); }
			if (message.type === 'openPlace') { await actions.open(message.place); }
		},
	};
}
