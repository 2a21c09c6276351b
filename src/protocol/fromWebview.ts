import type { PanelState } from './panelState.ts';

/** Everything the webview says to the extension. */
export type FromWebview =
	/** The page is loaded. After a reload it says what it showed before. */
	| { readonly type: 'ready'; readonly state?: PanelState }
	/** Put text on the clipboard; `what` is for a status message. */
	| { readonly type: 'copy'; readonly text: string; readonly what: 'name' | 'digest' | 'command' | 'path' | 'text' }
	/** Open the exact bytes in a readonly document; without digest those of the root. */
	| { readonly type: 'rawJson'; readonly digest?: string }
	| { readonly type: 'webPage' }
	/** Ask again, past the cache. Also *Retry*. */
	| { readonly type: 'refresh' }
	/** A person expanded these platforms (ids of `PlatformView`); answer with `platforms`. */
	| { readonly type: 'readPlatforms'; readonly ids: readonly string[] }
	/** Read what these statements (digests) of an attestation say; answer with `platforms`. */
	| { readonly type: 'readStatements'; readonly digests: readonly string[] }
	/** *Read all sizes (n requests)*. */
	| { readonly type: 'readAll' }
	| { readonly type: 'login'; readonly host: string }
	| { readonly type: 'showOutput' }
	| { readonly type: 'copySkopeo'; readonly target: string }
	/** Choose something to compare with; opens a pick list. */
	| { readonly type: 'compare'; readonly platform?: string }
	/** In the compare view: choose another image for a side. */
	| { readonly type: 'chooseSide'; readonly side: 'a' | 'b' }
	/** In the compare view: another platform (id of `PlatformChoice`) of the same image. */
	| { readonly type: 'choosePlatform'; readonly side: 'a' | 'b'; readonly platform: string }
	| { readonly type: 'swap' }
	| { readonly type: 'listFiles'; readonly platform: string; readonly digest: string }
	| { readonly type: 'cancelFiles'; readonly digest: string }
	/** Explain view: do what a button of a cause says. */
	| { readonly type: 'act'; readonly cause: string; readonly action: string }
	/** Explain view: go to a place. */
	| { readonly type: 'openPlace'; readonly place: string }
	/** A caught error of the webview, for the output channel. */
	| { readonly type: 'log'; readonly message: string };
