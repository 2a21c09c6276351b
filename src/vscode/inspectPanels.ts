import * as vscode from 'vscode';
import type { Reference } from '../core/model/index.ts';
import { parseReference } from '../core/reference/parseReference.ts';
import type { ExplainView } from '../protocol/explainView.ts';
import type { PanelState } from '../protocol/panelState.ts';
import { comparePage } from './inspect/comparePage.ts';
import { explainPage, type ExplainActions } from './inspect/explainPage.ts';
import { imagePage } from './inspect/imagePage.ts';
import type { Page, PageHost } from './inspect/pageHost.ts';
import { Panel } from './inspect/panel.ts';
import { RawDocuments } from './inspect/rawDocuments.ts';
import type { Output } from './output.ts';
import type { Session } from './session.ts';

type Side = Required<PanelState>['a'];

/** All panels of *Inspect image manifest*: one for each reference, brought back after a reload. */
export class InspectPanels implements vscode.Disposable {
	readonly #panels = new Set<Panel>();
	readonly #raw = new RawDocuments();
	readonly #context: vscode.ExtensionContext;
	readonly #session: Session;
	readonly #output: Output;
	readonly #serializer: vscode.Disposable;

	constructor(context: vscode.ExtensionContext, session: Session, output: Output) {
		this.#context = context;
		this.#session = session;
		this.#output = output;
		this.#serializer = vscode.window.registerWebviewPanelSerializer('pullcheck.inspect', {
			deserializeWebviewPanel: async (panel, state: PanelState | undefined) => this.#restore(panel, state),
		});
	}

	/** Shows the tree of a reference, in its own panel when there is one. */
	inspect(reference: Reference): void {
		this.#show(host => imagePage(host, reference), vscode.ViewColumn.Active);
	}

	compare(a: Side, b: Side): Promise<void> {
		this.#show(host => comparePage(host, a, b), vscode.ViewColumn.Active);
		return Promise.resolve();
	}

	/** One panel beside the editor is used again for every explanation. */
	explain(view: ExplainView, actions: ExplainActions): void {
		this.#show(host => explainPage(host, view, actions), vscode.ViewColumn.Beside);
	}

	/** *Format* of a raw JSON document. */
	toggleFormat(uri: vscode.Uri): void { this.#raw.toggleFormat(uri); }

	dispose(): void {
		vscode.Disposable.from(...this.#panels, this.#raw, this.#serializer).dispose();
	}

	#show(make: (host: PageHost) => Page, column: vscode.ViewColumn): void {
		let panel: Panel | undefined;
		const page = make(this.#host(() => panel));
		panel = [...this.#panels].find(({ key }) => key === page.key);
		if (panel && page.state.view !== 'explain') { panel.reveal(); return; }
		panel ??= this.#adopt(vscode.window.createWebviewPanel('pullcheck.inspect', 'Pullcheck', column, { enableFindWidget: false }));
		panel.show(page);
		panel.reveal();
	}

	#restore(webview: vscode.WebviewPanel, state: PanelState | undefined): void {
		const panel = this.#adopt(webview);
		const host = this.#host(() => panel);
		const parsed = state?.reference ? parseReference(state.reference) : undefined;
		if (parsed?.ok) { panel.show(imagePage(host, parsed.reference)); return; }
		if (state?.a && state.b) { panel.show(comparePage(host, state.a, state.b)); return; }
		panel.dispose();
	}

	#adopt(webview: vscode.WebviewPanel): Panel {
		const panel = new Panel(webview, this.#context.extensionUri, this.#output);
		this.#panels.add(panel);
		panel.onDidDispose(() => this.#panels.delete(panel));
		return panel;
	}

	/** The panel of a page is known only after the page: two pages of one key share a panel. */
	#host(panel: () => Panel | undefined): PageHost {
		return {
			session: this.#session, output: this.#output, raw: this.#raw,
			get signal() { return panel()?.signal ?? new AbortController().signal; },
			post: message => panel()?.post(message),
			title: text => panel()?.title(text),
			compare: (a, b) => { panel()?.show(comparePage(this.#host(panel), a, b)); },
		};
	}
}
