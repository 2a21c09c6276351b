import * as vscode from 'vscode';
import { formatJson } from './formatJson.ts';

/** Readonly documents of the scheme `pullcheck`: the exact bytes of manifests. */
export class RawDocuments implements vscode.Disposable {
	readonly #texts = new Map<string, string>();
	readonly #formatted = new Set<string>();
	readonly #changed = new vscode.EventEmitter<vscode.Uri>();
	readonly #disposables: vscode.Disposable;

	constructor() {
		this.#disposables = vscode.Disposable.from(this.#changed, vscode.workspace.registerTextDocumentContentProvider('pullcheck', {
			onDidChange: this.#changed.event,
			provideTextDocumentContent: uri => {
				const text = this.#texts.get(uri.toString());
				return text !== undefined && this.#formatted.has(uri.toString()) ? formatJson(text) : text;
			},
		}), vscode.workspace.onDidCloseTextDocument(({ uri }) => {
			this.#texts.delete(uri.toString());
			this.#formatted.delete(uri.toString());
		}));
	}

	/** Shows a text under a name that begins with `name` and ends with `.json`. */
	async show(name: string, digest: string, text: string): Promise<void> {
		const uri = vscode.Uri.from({ scheme: 'pullcheck', path: `/${digest.replaceAll(':', '-')}/${name.replace(/[/\\:]/g, '_')}.json` });
		this.#texts.set(uri.toString(), text);
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
	}

	/** Formatted or the exact bytes, in turn. */
	toggleFormat(uri: vscode.Uri): void {
		const key = uri.toString();
		if (!this.#formatted.delete(key)) { this.#formatted.add(key); }
		this.#changed.fire(uri);
	}

	dispose(): void {
		this.#disposables.dispose();
		this.#texts.clear();
	}
}
