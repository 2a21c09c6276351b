import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { startWebviewBrowser, type WebviewBrowser } from '../page.ts';
import { sampleFiles } from '../sampleFiles.ts';
import { digest } from '../sampleImage.ts';
import { amd64, largeView, sampleView } from '../sampleView.ts';

describe('the webview in Chromium, by keyboard', function () {
	this.timeout(60_000);
	let browser: WebviewBrowser;
	before(async () => { browser = await startWebviewBrowser(); });
	after(async () => { await browser.close(); });

	it('the tree is one tab stop, arrows open, enter and leave rows', async () => {
		const { page, send } = await browser.open();
		await send({ type: 'inspect', view: sampleView() });
		await page.locator('[role=row][tabindex="0"]').focus();
		assert.equal(await page.locator('[role=treegrid] [tabindex="0"]').count(), 1);
		const visited = [];
		for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'End', 'Home']) {
			await page.keyboard.press(key);
			visited.push(await focusedRow(page));
		}
		assert.deepEqual(visited, [
			'2 linux/amd64 true', '3 Configuration false', '3 Configuration true', '4 Command undefined', '3 Configuration true', '3 Configuration false',
			'2 linux/amd64 true', '2 linux/amd64 false', '1 Referrers false', '1 Image index true',
		]);
		await page.context().close();
	});

	it('arrows work at once in a panel that was opened by keys, and a click goes where it was meant to', async () => {
		const { page, send } = await browser.open();
		await send({ type: 'inspect', view: sampleView() });
		await page.keyboard.press('ArrowDown');
		assert.equal(await focusedRow(page), '2 linux/amd64 true');
		await page.evaluate(() => { (document.activeElement as HTMLElement).blur(); });
		await page.locator('.toolbar input').first().click();
		await page.keyboard.type('s390x');
		assert.equal(await page.locator('.count').textContent(), '2 rows');
		await page.context().close();
	});

	it('letters go to the row that begins so, the asterisk opens all siblings', async () => {
		const { page, send, said } = await browser.open();
		await send({ type: 'inspect', view: sampleView() });
		await page.locator('[role=row][tabindex="0"]').focus();
		await page.keyboard.type('win');
		assert.equal(await focusedRow(page), '2 windows/amd64 false');
		await page.keyboard.press('*');
		assert.equal(await page.locator('[role=row][aria-level="2"][aria-expanded="false"]').count(), 0);
		assert.deepEqual((await said()).map(({ type }) => type), ['ready'], 'what is read is not asked again');
		await page.context().close();
	});

	it('F6 goes from tree to details to toolbar, Ctrl+F to the filter, Escape clears and goes back', async () => {
		const { page, send } = await browser.open();
		await send({ type: 'inspect', view: sampleView() });
		const regions = [];
		for (let at = 0; at < 4; at++) {
			await page.keyboard.press('F6');
			regions.push(await page.evaluate(() => document.activeElement?.closest('.grid, .details, .toolbar')?.className.split(' ')[0]));
		}
		assert.deepEqual(regions, ['details', 'toolbar', 'grid', 'details']);
		await page.keyboard.press('Control+f');
		await page.keyboard.type('s390x');
		assert.equal(await page.locator('.count').textContent(), '2 rows');
		await page.keyboard.press('Escape');
		assert.equal(await page.locator('.count').textContent(), '25 rows');
		await page.keyboard.press('Escape');
		assert.equal(await focusedRow(page), '1 Image index true');
		await page.context().close();
	});

	it('Ctrl+C copies the digest and says so; Shift+F10 opens a menu that Escape closes', async () => {
		const { page, send, said } = await browser.open();
		await send({ type: 'inspect', view: sampleView() });
		await page.locator('[aria-label^="Layer 4 of 7"]').click();
		await said();
		await page.keyboard.press('Control+c');
		assert.deepEqual(await said(), [{ type: 'copy', text: digest('a3f6f5ab7c0e'), what: 'digest' }]);
		assert.equal(await page.locator('[role=status]').textContent(), 'Digest copied');
		await page.keyboard.press('Shift+F10');
		assert.deepEqual(await page.locator('[role=menuitem] .menu-label').allTextContents(), ['List files…', 'Copy digest']);
		await page.keyboard.press('Escape');
		assert.equal(await page.locator('[role=menu]').count(), 0);
		assert.match(await focusedRow(page), /^4 apt-get install/);
		await page.context().close();
	});

	it('Enter on a layer lists its files, Alt+Left goes back to the row', async () => {
		const { page, send, said } = await browser.open();
		await send({ type: 'inspect', view: sampleView() });
		await page.locator('[aria-label^="Layer 4 of 7"]').click();
		await said();
		await page.keyboard.press('Enter');
		assert.deepEqual(await said(), [{ type: 'listFiles', platform: amd64, digest: digest('a3f6f5ab7c0e') }]);
		await send({ type: 'filesProgress', digest: digest('a3f6f5ab7c0e'), read: 50_000_000, total: 102_413_877 });
		assert.ok((await page.locator('main').textContent())?.includes('50.0 MB of 102.4 MB'));
		await send({ type: 'files', view: sampleFiles() });
		await page.locator('[role=row]:focus').waitFor();
		assert.equal(await focusedRow(page), '1 usr true');
		await page.keyboard.press('Alt+ArrowLeft');
		await page.locator('[role=row]:focus').waitFor();
		assert.match(await focusedRow(page), /^4 apt-get install/);
		await page.context().close();
	});

	it('opening an unread platform asks for it, and expand all does not', async () => {
		const { page, send, said } = await browser.open();
		const view = sampleView();
		const platforms = view.platforms.map((platform, at) => {
			if (at !== 1) { return platform; }
			const { image: _, ...unread } = platform;
			return unread;
		});
		await send({ type: 'inspect', view: { ...view, platforms } });
		await said();
		await page.locator('vscode-button[title="Expand all"]').click();
		assert.deepEqual(await said(), []);
		await page.locator('[role=row][aria-label^="linux/arm/v7"]').click();
		await page.keyboard.press('ArrowRight');
		assert.deepEqual(await said(), [{ type: 'readPlatforms', ids: [platforms[1]?.id] }]);
		await send({ type: 'platforms', platforms: view.platforms.slice(1, 2) });
		assert.equal(await page.locator('[role=status]').textContent(), '1 platform read');
		assert.equal(await focusedRow(page), '2 linux/arm/v7 true');
		await page.context().close();
	});

	it('60 platforms of 100 layers: few rows are in the document, wherever it is scrolled to', async () => {
		const { page, send } = await browser.open();
		await send({ type: 'inspect', view: largeView(60, 100) });
		await page.locator('vscode-button[title="Expand all"]').click();
		const grid = page.locator('[role=treegrid]');
		assert.equal(await grid.getAttribute('aria-rowcount'), '6124');
		await page.locator('[role=row][tabindex="0"]').focus();
		for (const key of ['End', 'PageUp', 'Home', 'PageDown']) {
			await page.keyboard.press(key);
			const shown = await page.locator('.grid-body').evaluate(body => Math.ceil(body.clientHeight / 22));
			const rows = await page.locator('.grid-row').count();
			assert.ok(rows <= shown + 42 && rows >= shown, `${rows} rows for ${shown} in view after ${key}`);
		}
		await page.context().close();
	});

	it('is left and found again as it was: filter, platform, open rows, selection', async () => {
		const first = await browser.open();
		await first.send({ type: 'inspect', view: sampleView() });
		await first.page.locator('[role=row][aria-label^="linux/arm/v7"]').click();
		await first.page.keyboard.press('ArrowRight');
		await first.page.waitForFunction(() => JSON.stringify((window as unknown as { saved: unknown }).saved ?? '').includes('expanded'));
		const state = await first.saved();
		assert.ok(state);
		await first.page.context().close();
		const second = await browser.open({ state });
		assert.deepEqual(await second.said(), [{ type: 'ready', state }]);
		await second.send({ type: 'loading', reference: sampleView().reference, hosts: ['registry-1.docker.io'] });
		await second.send({ type: 'inspect', view: sampleView() });
		await second.page.locator('[role=row][tabindex="0"]').focus();
		assert.equal(await focusedRow(second.page), '2 linux/arm/v7 true');
		await second.page.context().close();
	});
});

/** Level, name and state of the row that has the focus. */
function focusedRow(page: Page): Promise<string> {
	return page.evaluate(() => {
		const row = document.activeElement;
		return `${row?.getAttribute('aria-level')} ${row?.querySelector('.text')?.textContent} ${row?.getAttribute('aria-expanded') ?? 'undefined'}`;
	});
}
