/** A selector of Playwright's (CSS, `text=…`, `role=…`), a point of the window in pixels, or a point counted from an element's left top corner. */
export type Place = string | Point | (Point & { readonly selector: string });

/** Pixels from the left top corner. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/** A part of the window, in pixels. */
export interface Box extends Point {
	readonly width: number;
	readonly height: number;
}

/** What `query` says about an element; `box` is counted from the window's corner even inside a webview, undefined when it is not drawn. */
export interface ElementInfo {
	readonly tag: string;
	readonly text: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly focused: boolean;
	readonly visible: boolean;
	readonly box?: Box;
}

/** Looks at and uses elements, either of the window itself or of a webview inside it. Waits up to 60 s where it needs an element. */
export interface Scope {
	/** All elements of a selector at this moment, none included. */
	query(selector: string): Promise<readonly ElementInfo[]>;
	/** The text of the first element in sight, as it is rendered. Waits for it. */
	text(selector: string): Promise<string>;
	/** Waits until the first element of a selector is in sight, or out of it, or in or out of the document. */
	waitFor(selector: string, options?: { readonly state?: 'visible' | 'hidden' | 'attached' | 'detached'; readonly timeout?: number }): Promise<void>;
	/** Moves the mouse there and leaves it there. */
	hover(place: Place): Promise<void>;
	click(place: Place, options?: { readonly button?: 'left' | 'right' | 'middle'; readonly count?: number; readonly modifiers?: readonly ('Alt' | 'Control' | 'Meta' | 'Shift')[] }): Promise<void>;
	/** Turns the wheel by so many pixels, over a place when one is given. */
	wheel(by: Partial<Point>, place?: Place): Promise<void>;
	/**
	 * Runs a function (or the text of an expression) inside the page and returns what it returns, through JSON. The function sees nothing
	 * of the test but its argument. Not subject to a webview's content security policy.
	 */
	evaluate<T, A = undefined>(code: string | ((argument: A) => T | Promise<T>), argument?: A): Promise<T>;
	/** Writes a PNG of an element, or of the whole window when no selector is given. A relative name goes to `.vscode-test/screenshots`. */
	screenshot(file: string, selector?: string): Promise<void>;
}

/** The window that VS Code shows, used as a person does: see test/host/README.md. */
export interface Driver extends Scope {
	/** Presses keys one after the other, as in `'Control+Shift+P'`, `'ArrowDown'`, `'F1'`. The focused part of the window gets them. */
	press(...keys: string[]): Promise<void>;
	/** Types text; `delay` in milliseconds between the keys. */
	type(text: string, options?: { readonly delay?: number }): Promise<void>;
	drag(from: Place, to: Place): Promise<void>;
	/** Writes a PNG of a part of the window. */
	screenshotOf(file: string, clip: Box): Promise<void>;
	/** Sets the size of the window; 1280 x 800 at the start. */
	setViewport(size: { readonly width: number; readonly height: number }): Promise<void>;
	/** Pretends a preference of the user; reduced motion is on at the start, so that screenshots are the same each time. */
	emulate(media: { readonly reducedMotion?: 'reduce' | 'no-preference'; readonly forcedColors?: 'active' | 'none'; readonly colorScheme?: 'dark' | 'light'; readonly contrast?: 'more' | 'no-preference' }): Promise<void>;
	/** The document of a webview in sight: the first one, the index-th, or the first that has an element of a selector. Found anew for each use. */
	webview(which?: { readonly index?: number; readonly has?: string }): Scope;
	/** Opens an ordinary window on the same folder, with an extension host of its own; in the language of a language pack (`de`) when one is named. */
	open(language?: string): Promise<Driver & { close(): Promise<void> }>;
}

/** True where the window can be driven; in a desktop VS Code it cannot, and tests named `*.ui.test.ts` do not run there. */
export const canDrive = Boolean(process.env.PULLCHECK_TEST_DRIVER);

/** The driver of this run's window. Each call fails with a clear message where there is none. */
export const driver: Driver = driverOf(0);

function driverOf(window: number): Driver {
	return {
		...scope(window),
		press: async (...keys) => { await send('press', { window, keys }); },
		type: async (text, options) => { await send('type', { window, text, ...options }); },
		drag: async (from, to) => { await send('drag', { window, from: placeIn(from), to: placeIn(to) }); },
		screenshotOf: async (file, clip) => { await send('screenshot', { window, file, clip }); },
		setViewport: async size => { await send('viewport', { window, ...size }); },
		emulate: async media => { await send('emulate', { window, media }); },
		webview: (which = {}) => scope(window, which),
		open: async language => {
			const opened = await send('open', { language }) as number;
			return { ...driverOf(opened), close: async () => { await send('close', { window: opened }); } };
		},
	};
}

function scope(window: number, webview?: object): Scope {
	const at = (place: Place) => placeIn(place, webview);
	const self: Scope = {
		query: async selector => await send('query', { window, place: at(selector) }) as ElementInfo[],
		text: async selector => {
			await self.waitFor(selector);
			const elements = await self.query(selector);
			return (elements.find(element => element.visible) ?? elements[0])?.text ?? '';
		},
		// A webview that does not come takes no longer than what is waited for in it.
		waitFor: async (selector, options) => { await send('waitFor', { window, place: placeIn(selector, webview && { ...webview, ...options }), ...options }); },
		hover: async place => { await send('hover', { window, place: at(place) }); },
		click: async (place, options) => { await send('click', { window, place: at(place), ...options }); },
		wheel: async (by, place) => { await send('wheel', { window, ...by, ...place && { place: at(place) } }); },
		evaluate: async (code, argument) => await send('evaluate', {
			window, expression: typeof code === 'string' ? code : `(${code})(${JSON.stringify(argument)})`, webview,
		}) as never,
		screenshot: async (file, selector) => { await send('screenshot', { window, file, ...(selector || webview) && { place: at(selector ?? ':root') } }); },
	};
	return self;
}

function placeIn(place: Place, webview?: object): object {
	return { ...typeof place === 'string' ? { selector: place } : place, webview };
}

async function send(command: string, options: object): Promise<unknown> {
	const address = process.env.PULLCHECK_TEST_DRIVER;
	if (!address) {
		throw new Error('This VS Code has no driver: tests that use the window run in the browser host, "npm run test:vscode" without VSCODE_PATH.');
	}
	const response = await fetch(address, { method: 'POST', body: JSON.stringify({ command, ...options }) });
	const answer = await response.json() as { value?: unknown; error?: string };
	if (answer.error !== undefined) {
		throw new Error(`${command}: ${answer.error}`);
	}
	return answer.value;
}
