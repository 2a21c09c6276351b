import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { locate, point, webviewContent } from './place.mjs';

/**
 * What a test can do with the window; `test/support/driver.ts` describes each for its users. A `place` is what place.mjs takes.
 *
 * @type {Record<string, (page: import('playwright-core').Page, options: any) => Promise<unknown>>}
 */
export const commands = {
	async screenshot(page, { file, clip, place, fullPage }) {
		await mkdir(dirname(file), { recursive: true });
		const options = { path: file, animations: 'disabled', caret: 'hide', timeout: 60_000 };
		if (place) {
			await (await locate(page, place)).first().screenshot(options);
			return;
		}
		await page.screenshot({ ...options, fullPage, ...clip && { clip } });
	},

	async press(page, { keys }) {
		for (const key of keys) {
			await page.keyboard.press(key);
		}
	},

	async type(page, { text, delay }) {
		await page.keyboard.type(text, { delay });
	},

	async hover(page, { place }) {
		const { x, y } = await point(page, place);
		// A hover opens for a mouse that moves, and one that stands there already would not.
		await page.mouse.move(x - 2, y, { steps: 2 });
		await page.mouse.move(x, y, { steps: 2 });
	},

	async click(page, { place, button, count, modifiers = [] }) {
		const { x, y } = await point(page, place);
		for (const key of modifiers) {
			await page.keyboard.down(key);
		}
		await page.mouse.click(x, y, { button, clickCount: count });
		for (const key of modifiers) {
			await page.keyboard.up(key);
		}
	},

	async drag(page, { from, to }) {
		const start = await point(page, from);
		await page.mouse.move(start.x, start.y);
		await page.mouse.down();
		const end = await point(page, to);
		await page.mouse.move(end.x, end.y, { steps: 5 });
		await page.mouse.up();
	},

	async wheel(page, { place, x = 0, y = 0 }) {
		if (place) {
			const at = await point(page, place);
			await page.mouse.move(at.x, at.y);
		}
		await page.mouse.wheel(x, y);
	},

	async query(page, { place }) {
		const elements = await (await locate(page, place)).all();
		return Promise.all(elements.map(async element => ({
			...await element.evaluate(describe),
			visible: await element.isVisible(),
			box: await element.boundingBox() ?? undefined,
		})));
	},

	async waitFor(page, { place, state, timeout = 60_000 }) {
		await (await locate(page, place)).first().waitFor({ state, timeout });
	},

	async evaluate(page, { expression, webview }) {
		if (webview) {
			return (await webviewContent(page, webview)).locator(':root').evaluate(expression);
		}
		return page.evaluate(expression);
	},

	async close(page) {
		await page.context().close();
	},

	async viewport(page, { width, height }) {
		await page.setViewportSize({ width, height });
	},

	async emulate(page, { media }) {
		await page.emulateMedia(media);
	},
};

/** Runs inside the page. */
function describe(element) {
	return {
		tag: element.localName,
		text: element.innerText ?? element.textContent ?? '',
		attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
		focused: element.ownerDocument.activeElement === element,
	};
}
