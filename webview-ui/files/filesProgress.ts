import type { App } from '../app.ts';
import { button } from '../parts/controls.ts';
import { element } from '../parts/element.ts';
import { safeText } from '../state/safeText.ts';
import type { FilesScreen } from '../state/screen.ts';

/** How much of a layer is read, with *Cancel*; changes in place, so that the button keeps the focus. */
export class FilesProgress {
	readonly root: HTMLElement;
	readonly digest: string;
	readonly #app: App;
	readonly #bar: HTMLProgressElement;
	readonly #count = element('p', { class: 'muted' });
	readonly #cancel: HTMLElement;

	constructor(app: App, files: Extract<FilesScreen, { type: 'reading' }>, host: string, close: () => void) {
		const { words } = app;
		this.#app = app;
		this.digest = files.digest;
		this.#bar = element('progress', { 'aria-label': words.t('Reading…') });
		this.#cancel = button(words.t('Cancel'), () => {
			app.post({ type: 'cancelFiles', digest: files.digest });
			close();
		});
		this.root = element('div', { class: 'failure' },
			element('p', {}, words.t('Reads {size} from {host}.', { size: words.size(files.total), host: safeText(host) })),
			this.#bar, this.#count, this.#cancel);
		this.update(files.read, files.total);
	}

	update(read: number, total: number): void {
		const { words } = this.#app;
		this.#bar.max = Math.max(1, total);
		this.#bar.value = read;
		this.#count.textContent = words.t('{read} of {total}', { read: words.size(read), total: words.size(total) });
	}

	focus(): void { this.#cancel.focus(); }
}
