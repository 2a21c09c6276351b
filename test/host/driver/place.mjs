/**
 * The elements that a selector means, in the window itself or in one of its webviews.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ selector: string, webview?: { index?: number, has?: string } }} place `selector` is one of Playwright's: CSS, `text=…`, `role=…`
 * @returns {Promise<import('playwright-core').Locator>}
 */
export async function locate(page, { selector, webview }) {
	return webview ? (await webviewContent(page, webview)).locator(selector) : page.locator(selector);
}

/**
 * The document of an extension inside a webview that is in sight: VS Code puts it into two nested iframes.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ index?: number, has?: string, timeout?: number }} which the index-th in sight, or the first that has an element of this selector
 * @returns {Promise<import('playwright-core').FrameLocator>}
 */
export async function webviewContent(page, { index = 0, has, timeout = 60_000 }) {
	const frames = page.locator('iframe.webview').filter({ visible: true });
	const content = at => frames.nth(at).contentFrame().frameLocator('iframe#active-frame');
	for (const end = Date.now() + timeout; Date.now() < end;) {
		const count = await frames.count();
		for (let at = has ? 0 : index; at < count; at++) {
			if (await content(at).locator(has ?? ':root').count() > 0) {
				return content(at);
			}
		}
		await page.waitForTimeout(50);
	}
	throw new Error(`No webview in sight${has ? ` has "${has}"` : ''} within ${timeout / 1000} s.`);
}

/**
 * A point to put the mouse on.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ x?: number, y?: number, selector?: string, webview?: object, timeout?: number }} place
 * a point of the window, or the middle of the first element of a selector once it is in sight; with a selector, `x` and `y` count from its left top corner
 * @returns {Promise<{ x: number, y: number }>}
 */
export async function point(page, place) {
	if (!place.selector) {
		return { x: place.x ?? 0, y: place.y ?? 0 };
	}
	const end = Date.now() + (place.timeout ?? 60_000);
	let box = null;
	// What is drawn anew at this moment has no box, but soon has one again.
	while (!box) {
		const left = end - Date.now();
		if (left <= 0) {
			throw new Error(`"${place.selector}" vanished before the mouse reached it.`);
		}
		const element = (await locate(page, place)).first();
		await element.waitFor({ state: 'visible', timeout: left });
		await element.scrollIntoViewIfNeeded({ timeout: 2000 }).catch(() => {});
		box = await element.boundingBox({ timeout: 1000 }).catch(() => null);
	}
	return { x: box.x + (place.x ?? box.width / 2), y: box.y + (place.y ?? box.height / 2) };
}
