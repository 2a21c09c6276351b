import type { CompareView } from './compareView.ts';
import type { ExplainView } from './explainView.ts';
import type { LayerFilesView } from './layerFilesView.ts';
import type { InspectView, NamedReference, PlatformView, ReferrersView } from './inspectView.ts';
import type { PanelState } from './panelState.ts';
import type { FailureView } from './failureView.ts';

/** Everything the extension says to the webview. The first message is always `init`, in answer to `ready`. */
export type ToWebview =
	| InitMessage
	| { readonly type: 'loading'; readonly reference: NamedReference; /** Hosts being asked. */ readonly hosts: readonly string[] }
	| { readonly type: 'inspect'; readonly view: InspectView }
	/** Platforms that were read (or failed) since; they replace those of the same id. */
	| { readonly type: 'platforms'; readonly platforms: readonly PlatformView[] }
	| { readonly type: 'referrers'; readonly referrers: ReferrersView }
	/** Nothing can be drawn: the look-up itself failed. */
	| { readonly type: 'failed'; readonly reference: NamedReference; readonly failure: FailureView }
	| { readonly type: 'compare'; readonly view: CompareView }
	/** Reading a layer. `total` is the compressed size; bytes. */
	| { readonly type: 'filesProgress'; readonly digest: string; readonly read: number; readonly total: number }
	| { readonly type: 'files'; readonly view: LayerFilesView }
	| { readonly type: 'filesFailed'; readonly digest: string; readonly failure: FailureView }
	| { readonly type: 'explain'; readonly view: ExplainView }
	/** A sentence, already translated, for the polite live region. */
	| { readonly type: 'announce'; readonly text: string };

/** What the webview needs before it can write anything. */
export interface InitMessage {
	readonly type: 'init';
	/** BCP 47, VS Code's display language: decides numbers, sizes, dates and plurals. */
	readonly locale: string;
	/** English text -> translation; `vscode.l10n.bundle`, or empty in English. */
	readonly strings: Readonly<Record<string, string>>;
	/** A state saved earlier, when the extension knows one that the webview does not (panel made anew). */
	readonly state?: PanelState;
}
