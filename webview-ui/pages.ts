import type { App } from './app.ts';
import { ComparePage } from './compare/comparePage.ts';
import { explainPage } from './explain/explainPage.ts';
import { FilesPage } from './files/filesPage.ts';
import { InspectPage } from './inspect/inspectPage.ts';
import { failedPage, loadingPage } from './inspect/statePage.ts';
import type { Page } from './page.ts';
import type { Screen } from './state/screen.ts';

/** Puts the page of a screen into the document and keeps it while the screen only changes. */
export interface Pages {
	draw(screen: Screen): void;
	/** Words changed: nothing that was drawn can be kept. */
	forget(): void;
	onKey(event: KeyboardEvent): void;
}

interface Navigation {
	openFiles(digest: string, size: number): void;
	closeFiles(): void;
}

/** Pages that are made when first needed; nothing is drawn before the first screen. */
export function createPages(app: App, { openFiles, closeFiles }: Navigation): Pages {
	let inspect: InspectPage | undefined;
	let files: FilesPage | undefined;
	let compare: ComparePage | undefined;
	let current: Page | undefined;

	// Arrows work at once for whoever came by keys; a click says itself where it goes.
	let pressed = false;
	const takeKeys = () => {
		const first = current?.regions[0];
		if (!pressed && document.hasFocus() && document.activeElement === document.body && first?.root.role === 'treegrid') { first.focus(); }
	};
	window.addEventListener('pointerdown', () => { pressed = true; }, true);
	window.addEventListener('pointerup', () => { pressed = false; }, true);
	window.addEventListener('focus', takeKeys);

	const put = (page: Page) => {
		if (page === current) { return; }
		const moved = current?.root.contains(document.activeElement) === true;
		if (current) { current.root.replaceWith(page.root); } else { document.body.prepend(page.root); }
		current = page;
		if (moved) { page.regions[0]?.focus(); } else { takeKeys(); }
	};

	return {
		draw: screen => {
			switch (screen.type) {
				case 'blank': return;
				case 'loading': put(loadingPage(app, screen.reference, screen.hosts)); return;
				case 'failed': put(failedPage(app, screen.reference, screen.failure)); return;
				case 'inspect': {
					inspect ??= new InspectPage(app, (platform, digest, size) => {
						openFiles(digest, size);
						app.post({ type: 'listFiles', platform, digest });
					});
					inspect.show(screen.view, screen.refreshing);
					if (!screen.files) { files = undefined; put(inspect); return; }
					files ??= new FilesPage(app, closeFiles);
					files.show(screen.files, screen.view);
					put(files);
					return;
				}
				case 'compare':
					compare ??= new ComparePage(app);
					compare.show(screen.view);
					put(compare);
					return;
				case 'explain': put(explainPage(app, screen.view));
			}
		},
		forget: () => { inspect = files = compare = undefined; },
		onKey: event => {
			const control = event.ctrlKey || event.metaKey;
			if (event.key === 'F6' && current) {
				event.preventDefault();
				nextRegion(current, event.shiftKey);
			} else if (control && event.key.toLowerCase() === 'f' && current?.find) {
				event.preventDefault();
				current.find();
			} else if (event.altKey && event.key === 'ArrowLeft' && current?.back) {
				event.preventDefault();
				current.back();
			}
		},
	};
}

/** F6 goes to the region after the one that has the focus. */
function nextRegion(page: Page, backwards: boolean): void {
	const { regions } = page;
	if (regions.length === 0) { return; }
	const at = regions.findIndex(region => region.root.contains(document.activeElement));
	const next = at < 0 ? 0 : (at + (backwards ? regions.length - 1 : 1)) % regions.length;
	regions[next]?.focus();
}
