import './style.css';
import type { PanelState } from '../src/protocol/panelState.ts';
import type { ToWebview } from '../src/protocol/toWebview.ts';
import { layoutOf, type App } from './app.ts';
import { connectHost } from './host.ts';
import { createPages } from './pages.ts';
import { createLiveRegion } from './parts/liveRegion.ts';
import { closeFiles, nextScreen, openFiles, type Screen } from './state/screen.ts';
import { createWords } from './state/words.ts';
import { registerToolkit } from './toolkit.ts';

registerToolkit();
const host = connectHost();
const live = createLiveRegion();
document.body.append(live.root);

let words = createWords('en', {});
let state: PanelState = host.saved ?? { version: 1, view: 'inspect' };
let screen: Screen = { type: 'blank' };
let layout = layoutOf(window.innerWidth);
let saving = 0;

const app: App = {
	get words() { return words; },
	get state() { return state; },
	get layout() { return layout; },
	post: host.post,
	say: live.say,
	remember: change => {
		state = { ...state, ...change };
		window.clearTimeout(saving);
		saving = window.setTimeout(() => { host.save(state); }, 100);
	},
};
const pages = createPages(app, {
	openFiles: (digest, size) => { show(openFiles(screen, digest, size)); },
	closeFiles: () => { show(closeFiles(screen)); },
});

host.listen(receive);
window.addEventListener('resize', () => {
	const next = layoutOf(window.innerWidth);
	document.body.dataset.layout = next;
	if (next !== layout) {
		layout = next;
		pages.draw(screen);
	}
});
window.addEventListener('keydown', event => { pages.onKey(event); });
window.addEventListener('error', event => { host.post({ type: 'log', message: String(event.message) }); });
document.body.dataset.layout = layout;
host.post({ type: 'ready', ...(host.saved && { state: host.saved }) });

function receive(message: ToWebview): void {
	if (message.type === 'init') {
		words = createWords(message.locale, message.strings);
		document.documentElement.lang = words.locale;
		if (message.state && !host.saved) { state = message.state; }
		pages.forget();
		return;
	}
	if (message.type === 'announce') {
		live.say(message.text);
		return;
	}
	show(nextScreen(screen, message));
	tell(message);
}

function show(next: Screen): void {
	if (next === screen) { return; }
	screen = next;
	switch (screen.type) {
		case 'loading':
		case 'failed': remember({ view: 'inspect', reference: screen.reference.canonical }); break;
		case 'inspect': remember({ view: 'inspect', reference: screen.view.reference.canonical }); break;
		case 'compare': {
			const { a, b } = screen.view;
			remember({ view: 'compare', a: { reference: a.reference.canonical, platform: a.platform }, b: { reference: b.reference.canonical, platform: b.platform } });
			break;
		}
		case 'explain': remember({ view: 'explain' }); break;
		case 'blank': break;
	}
	pages.draw(screen);
}

/** What was remembered of another image does not fit this one. */
function remember(what: Pick<PanelState, 'view' | 'reference' | 'a' | 'b'>): void {
	const same = state.view === what.view && state.reference === what.reference;
	if (!same) { state = { version: 1, view: what.view }; }
	app.remember(what);
}

/** Changes that are only seen are also said. */
function tell(message: ToWebview): void {
	if (message.type === 'platforms') {
		const read = message.platforms.filter(platform => platform.image);
		if (read.length > 0) { live.say(words.n(read.length, '{n} platform read', '{n} platforms read')); }
	}
	if (message.type === 'inspect') { live.say(words.n(message.view.platforms.length, '{n} platform', '{n} platforms')); }
	if (message.type === 'failed') { live.say(message.failure.message); }
	if (message.type === 'files') { live.say(words.n(message.view.entries.length, '{n} file', '{n} files')); }
}
