import type { FromWebview } from '../src/protocol/fromWebview.ts';
import type { PanelState } from '../src/protocol/panelState.ts';
import type { ToWebview } from '../src/protocol/toWebview.ts';

/** The extension, seen from the webview. */
export interface Host {
	post(message: FromWebview): void;
	/** What was saved before a reload. */
	readonly saved: PanelState | undefined;
	save(state: PanelState): void;
	listen(handler: (message: ToWebview) => void): void;
}

/** The only use of `acquireVsCodeApi`, which may be called once. Other messages to the window (VS Code sends some) are not ours. */
export function connectHost(): Host {
	const api = acquireVsCodeApi<PanelState>();
	const saved = api.getState();
	return {
		post: message => { api.postMessage(message); },
		saved: saved?.version === 1 ? saved : undefined,
		save: state => { api.setState(state); },
		listen: handler => {
			window.addEventListener('message', (event: MessageEvent<unknown>) => {
				if (isMessage(event.data)) { handler(event.data); }
			});
		},
	};
}

function isMessage(data: unknown): data is ToWebview {
	return typeof data === 'object' && data !== null && 'type' in data && typeof data.type === 'string';
}
