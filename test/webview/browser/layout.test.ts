import assert from 'node:assert/strict';
import { startWebviewBrowser, type WebviewBrowser } from '../page.ts';
import { sampleCompare } from '../sampleCompare.ts';
import { sampleView } from '../sampleView.ts';

describe('the tree in little room', () => {
	let browser: WebviewBrowser;
	before(async () => { browser = await startWebviewBrowser(); });
	after(async () => { await browser.close(); });

	for (const width of [1280, 1000, 920, 800, 640, 500, 480]) {
		it(`of ${width} pixels keeps 40 % for names, cuts no pill and has no column half`, async () => {
			const { page, send } = await browser.open({ width });
			await send({ type: 'inspect', view: sampleView() });
			await page.locator('[role=row][aria-label^="Layer 1"]').waitFor();
			const seen = await page.evaluate(() => {
				const tree = document.querySelector('.tree')?.getBoundingClientRect();
				const name = document.querySelector('.grid-head .name')?.getBoundingClientRect();
				const pills = [...document.querySelectorAll('.badge, .pill')].map(pill => {
					const row = pill.closest('.cell')?.getBoundingClientRect();
					const box = pill.getBoundingClientRect();
					const hidden = row !== undefined && box.top >= row.bottom;
					return { text: pill.textContent, hidden, whole: row !== undefined && box.right <= row.right + 0.5 && box.bottom <= row.bottom };
				});
				const cells = [...document.querySelectorAll('.grid-row .cell')].map(cell => cell.getBoundingClientRect().right);
				return { tree: tree?.width ?? 0, right: tree?.right ?? 0, name: name?.width ?? 0, pills, cells };
			});
			assert.ok(seen.name >= seen.tree * 0.4, `${seen.name} of ${seen.tree}`);
			assert.ok(seen.pills.length >= 4);
			for (const { text, hidden, whole } of seen.pills) { assert.ok(hidden || whole, `${text} is cut`); }
			assert.ok(seen.cells.every(right => right <= seen.right));
			await page.context().close();
		});
	}

	it('says how long ago it was asked, as the time goes by', async () => {
		const { page, send } = await browser.open();
		const view = sampleView();
		await page.clock.install({ time: new Date(Date.parse(view.checkedAt) + 60_000) });
		await send({ type: 'inspect', view });
		assert.match(await page.locator('.facts').innerText(), /checked 1 min ago/);
		await page.clock.runFor(120_000);
		assert.match(await page.locator('.facts').innerText(), /checked 3 min ago/);
		await page.context().close();
	});

	it('drops the digest first, then the type', async () => {
		const columns = async (width: number) => {
			const { page, send } = await browser.open({ width });
			await send({ type: 'inspect', view: sampleView() });
			const shown = await page.locator('.grid-head .cell:visible').allTextContents();
			await page.context().close();
			return shown;
		};
		assert.deepEqual([await columns(1240), await columns(1010), await columns(620)], [['Name', 'Size', 'Type', 'Digest'], ['Name', 'Size', 'Type'], ['Name', 'Size']]);
	});
});

describe('a comparison in little room', () => {
	let browser: WebviewBrowser;
	before(async () => { browser = await startWebviewBrowser(); });
	after(async () => { await browser.close(); });

	it('tells below the rows what their columns leave out, and copies the digest', async () => {
		const { page, send, said } = await browser.open({ width: 400 });
		await send({ type: 'compare', view: sampleCompare() });
		await page.locator('[role=row][aria-label^="Layer 5"]').click();
		const details = page.locator('.details');
		await details.locator('text=Layer 5: changed').waitFor();
		assert.deepEqual(await details.locator('dd').allTextContents(), ['COPY /target/ / # buildkit', '78.9 MB', 'sha256:0b52d7f1c6aa', 'COPY /target/ / # buildkit', '60.1 MB', 'sha256:e8c7d7d9b1f2']);
		await page.keyboard.press('F6');
		await page.keyboard.press('Enter');
		assert.deepEqual((await said()).at(-1), { type: 'copy', text: 'sha256:e8c7d7d9b1f2', what: 'digest' });
		await page.locator('[role=row][aria-label^="Layers"]').click();
		assert.equal(await details.isVisible(), false);
		await page.context().close();
	});

	it('has no such pane where the columns have room', async () => {
		const { page, send } = await browser.open({ width: 1240 });
		await send({ type: 'compare', view: sampleCompare() });
		await page.locator('[role=row][aria-label^="Layer 5"]').click();
		assert.equal(await page.locator('.details').isVisible(), false);
		await page.context().close();
	});
});
