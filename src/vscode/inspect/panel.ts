import * as vscode from 'vscode';
import type { FromWebview } from '../../protocol/fromWebview.ts';
import type { ToWebview } from '../../protocol/toWebview.ts';
import { copyText } from '../commands/copy.ts';
import { quietly, type Output } from '../output.ts';
import { pageHtml, webviewFolder } from './html.ts';
import type { Page } from './pageHost.ts';

/** A webview panel that shows one page: writes its frame, starts it when the script is there, passes messages on. */
export class Panel implements vscode.Disposable {
	readonly #panel: vscode.WebviewPanel;
	readonly #extension: vscode.Uri;
	readonly #output: Output;
	readonly #controller = new AbortController();
	#page: Page | undefined;
	#ready = false;

	constructor(panel: vscode.WebviewPanel, extension: vscode.Uri, output: Output) {
		this.#panel = panel;
		this.#extension = extension;
		this.#output = output;
		panel.webview.options = { enableScripts: true, localResourceRoots: [webviewFolder(extension)] };
		panel.webview.onDidReceiveMessage((message: FromWebview) => { void quietly(output, 'The panel failed', () => this.#receive(message)); });
		panel.onDidDispose(() => { this.#controller.abort(); this.#page?.dispose?.(); });
		panel.webview.html = pageHtml(panel.webview, extension);
	}

	get signal(): AbortSignal { return this.#controller.signal; }
	get key(): string | undefined { return this.#page?.key; }

	onDidDispose(listener: () => void): void { this.#panel.onDidDispose(listener); }

	/** Shows a page; at once when the script runs already. */
	show(page: Page): void {
		this.#page?.dispose?.();
		this.#page = page;
		const icon = (theme: string): vscode.Uri =>
			vscode.Uri.joinPath(this.#extension, 'media', `${page.state.view === 'compare' ? 'compare' : 'package'}-${theme}.svg`);
		this.#panel.iconPath = { light: icon('light'), dark: icon('dark') };
		if (this.#ready) { void quietly(this.#output, 'The panel failed', () => page.start()); }
	}

	post(message: ToWebview): void {
		if (!this.signal.aborted) { void this.#panel.webview.postMessage(message); }
	}

	title(text: string): void { this.#panel.title = text; }
	reveal(): void { this.#panel.reveal(); }
	dispose(): void { this.#panel.dispose(); }

	async #receive(message: FromWebview): Promise<void> {
		switch (message.type) {
			case 'ready': {
				this.#ready = true;
				this.post({
					type: 'init',
					locale: vscode.env.language,
					strings: bundleStrings(),
					...this.#page && { state: message.state ?? this.#page.state },
				});
				await this.#page?.start();
				return;
			}
			case 'copy': await copyText(message.text); return;
			case 'login': await vscode.commands.executeCommand('pullcheck.login', message.host); return;
			case 'showOutput': this.#output.show(); return;
			case 'log': this.#output.error(`Webview: ${message.message.slice(0, 2000)}`); return;
			default: await this.#page?.receive(message);
		}
	}
}

/** Translations for the webview's words: text to text, keys with comments left out. */
function bundleStrings(): Readonly<Record<string, string>> {
	const bundle = vscode.l10n.bundle as Readonly<Record<string, string | { readonly message: string }>> | undefined;
	return Object.fromEntries(Object.entries(bundle ?? {}).map(([key, value]) => [key, typeof value === 'string' ? value : value.message]));
}
