import assert from 'node:assert/strict';
import { startWebviewBrowser, type WebviewBrowser } from '../page.ts';
import { sampleExplain } from '../sampleExplain.ts';
import { sampleView } from '../sampleView.ts';

const markup = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>\u202e\u0007';

describe('the webview in Chromium, with hostile strings', function () {
	this.timeout(60_000);
	let browser: WebviewBrowser;
	before(async () => { browser = await startWebviewBrowser(); });
	after(async () => { await browser.close(); });

	it('everything a registry says is text, on every row and in the details', async () => {
		const { page, send, errors } = await browser.open();
		await send({ type: 'inspect', view: poisoned(sampleView()) as ReturnType<typeof sampleView> });
		await page.locator('vscode-button[title="Expand all"]').click();
		await page.locator('[role=row][tabindex="0"]').focus();
		for (let row = 0; row < 12; row++) { await page.keyboard.press('ArrowDown'); }
		assert.equal(await page.locator('img, main script').count(), 0);
		assert.equal(await page.title(), 'Inspect image manifest');
		assert.doesNotMatch(await page.locator('body').textContent() ?? '', /[\u202e\u0007]/);
		assert.doesNotMatch(await page.locator('main').evaluate(main => main.outerHTML), /[\u202e\u0007]/);
		assert.deepEqual(errors, []);
		await page.context().close();
	});

	it('everything a log says is text', async () => {
		const { page, send, errors } = await browser.open();
		await send({ type: 'explain', view: poisoned(sampleExplain()) as ReturnType<typeof sampleExplain> });
		assert.equal(await page.locator('img, main script').count(), 0);
		assert.doesNotMatch(await page.locator('main').evaluate(main => main.outerHTML), /[\u202e\u0007]/);
		assert.deepEqual(errors, []);
		await page.context().close();
	});
});

/** Every string that is free text gets markup and control characters behind it; words of the protocol, ids and dates stay. */
function poisoned(value: unknown, key = ''): unknown {
	if (typeof value === 'string') { return kept.has(key) || /^\d{4}-\d\d-\d\dT/.test(value) ? value : value + markup; }
	if (Array.isArray(value)) { return value.map(item => poisoned(item, key)); }
	if (typeof value !== 'object' || value === null) { return value; }
	return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poisoned(item, name)]));
}

const kept = new Set(['id', 'kind', 'format', 'old', 'severity', 'reason', 'tool']);
