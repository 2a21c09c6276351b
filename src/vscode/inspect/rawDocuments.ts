import * as vscode from 'vscode';

/** Readonly documents of the scheme `pullcheck`: the exact bytes of manifests. */
export class RawDocuments implements vscode.Disposable {
	readonly #texts = new Map<string, string>();
	readonly #registration: vscode.Disposable;

	constructor() {
		this.#registration = vscode.workspace.registerTextDocumentContentProvider('pullcheck', {
			provideTextDocumentContent: uri => this.#texts.get(uri.toString()),
		});
	}

	/** Shows a text under a name that begins with `name` and ends with `.json`. */
	async show(name: string, digest: string, text: string): Promise<void> {
		const uri = vscode.Uri.from({ scheme: 'pullcheck', path: `/${digest.replaceAll(':', '-')}/${name.replace(/[/\\:]/g, '_')}.json` });
		this.#texts.set(uri.toString(), text);
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
	}

	dispose(): void {
		this.#registration.dispose();
		this.#texts.clear();
	}
}
