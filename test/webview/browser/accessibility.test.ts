import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { projectFile } from '../../support/projectFile.ts';
import { themes, type ThemeName } from '../../support/themes.ts';
import { startWebviewBrowser, type WebviewBrowser, type WebviewPage } from '../page.ts';
import { sampleCompare } from '../sampleCompare.ts';
import { sampleExplain } from '../sampleExplain.ts';
import { sampleFiles } from '../sampleFiles.ts';
import { sampleView } from '../sampleView.ts';

const axe = readFileSync(createRequire(projectFile('package.json')).resolve('axe-core/axe.min.js'), 'utf8');

describe('the webview in Chromium: axe finds nothing', function () {
	this.timeout(120_000);
	let browser: WebviewBrowser;
	before(async () => { browser = await startWebviewBrowser(); });
	after(async () => { await browser.close(); });

	const view = sampleView();
	const pages: Readonly<Record<string, (page: WebviewPage) => Promise<void>>> = {
		'the tree': async ({ send }) => { await send({ type: 'inspect', view }); },
		'the tree with warnings and an unread platform': async ({ send }) => {
			const [first, second, ...rest] = view.platforms;
			assert.ok(first && second);
			const { image: _, ...unread } = first;
			const { image: __, ...failed } = second;
			await send({ type: 'inspect', view: {
				...view, old: 'offline', sizesNeedRequests: 8, platforms: [unread, { ...failed, error: 'quay.io answered 500.' }, ...rest],
				warnings: [{ target: 'openshift-3.11', title: 'OpenShift 3.11', reason: 'oci', skopeo: true }],
			} });
		},
		'an open menu': async ({ page, send }) => {
			await send({ type: 'inspect', view });
			await page.locator('vscode-button', { hasText: 'Commands' }).click();
		},
		'no match': async ({ page, send }) => {
			await send({ type: 'inspect', view });
			await page.keyboard.press('Control+f');
			await page.keyboard.type('nothing like it');
		},
		'loading': async ({ send }) => { await send({ type: 'loading', reference: view.reference, hosts: ['quay.io'] }); },
		'a failure': async ({ send }) => {
			await send({ type: 'failed', reference: view.reference, failure: { sign: 'lock', message: 'No.', evidence: ['quay.io answered 401'], actions: ['login', 'retry'], host: 'quay.io' } });
		},
		'files of a layer': async page => {
			await send(page, 'files');
			await page.send({ type: 'files', view: sampleFiles() });
		},
		'a layer being read': async page => { await send(page, 'files'); },
		'a comparison': async ({ send }) => { await send({ type: 'compare', view: sampleCompare() }); },
		'an explanation': async ({ send }) => { await send({ type: 'explain', view: sampleExplain() }); },
	};

	async function send({ page, send: post }: WebviewPage, _: 'files'): Promise<void> {
		await post({ type: 'inspect', view });
		await page.locator('[aria-label^="Layer 4 of 7"]').click();
		await page.keyboard.press('Enter');
	}

	for (const theme of Object.keys(themes) as ThemeName[]) {
		for (const width of theme === 'dark' ? [1240, 320] : [1240]) {
			it(`${theme}, ${width} px wide`, async () => {
				for (const [what, show] of Object.entries(pages)) {
					if (what === 'an open menu' && width < 480) { continue; }
					// Three that have no colours of their own.
					if (theme !== 'dark' && ['no match', 'loading', 'a layer being read'].includes(what)) { continue; }
					const opened = await browser.open({ theme, width });
					await show(opened);
					assert.deepEqual(await violations(opened.page), [], what);
					assert.deepEqual(opened.errors, [], what);
					await opened.page.context().close();
				}
			});
		}
	}
});

/** What axe says of the page, all its rules on; a violation as `rule: selector`. The ring's animation is over before it looks. */
async function violations(page: Page): Promise<readonly string[]> {
	await page.evaluate(() => new Promise(done => { requestAnimationFrame(() => { requestAnimationFrame(done); }); }));
	await page.evaluate(axe);
	return page.evaluate(async () => {
		const { axe: run } = window as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] }> } };
		const { violations: found } = await run.run({ resultTypes: ['violations'] });
		return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${JSON.stringify(node.target)} ${node.failureSummary}`));
	});
}
