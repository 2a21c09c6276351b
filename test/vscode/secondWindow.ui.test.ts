import assert from 'node:assert/strict';
import { driver, type Driver } from '../support/driver.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { insist } from '../support/insist.ts';
import { pickInWindow } from '../support/pickInWindow.ts';
import { startSampleRegistry } from '../support/sampleWorkspace.ts';

/** A window beside that of the tests: one that can be loaded anew, and one in another language. Used with mouse and keys only. */
describe('Another window', () => {
	let registry: FakeRegistry;
	let window: Awaited<ReturnType<Driver['open']>> | undefined;
	before(async () => { registry = await startSampleRegistry(); });
	afterEach(async () => {
		await window?.close();
		window = undefined;
	});
	after(async () => { await registry.close(); });

	it('shows the panels again after it was loaded anew', async () => {
		window = await driver.open();
		await run(window, 'Pullcheck: Inspect image manifest');
		await pickInWindow('Inspect image manifest', `${registry.host}/demo/attested:2.0`, window);
		await window.webview({ has: '[role=treegrid]' }).waitFor('[role=row] >> text=npm ci');
		await run(window, 'Pullcheck: Compare images');
		await pickInWindow('Compare: the first image', `${registry.host}/demo/app:1.1`, window);
		await pickInWindow('app:1.1 with', `${registry.host}/demo/app:1.2`, window);
		await window.webview({ has: '.chooser' }).waitFor('text=8 layers shared');

		await run(window, 'Developer: Reload Window');
		await window.webview({ has: '.chooser' }).waitFor('text=8 layers shared');
		await window.click('.tab >> text=attested:2.0');
		const tree = window.webview({ has: '[role=treegrid] >> text=linux/amd64' });
		await tree.waitFor('[role=row] >> text=npm ci');
		assert.match((await tree.text('h1')).replace(/\s/g, ''), /demo\/attested:2\.0$/);
	}).timeout(180_000);

	const languages = {
		de: {
			command: 'Image-Manifest untersuchen', problem: 'Das Tag „20-alpin“ gibt es in', hover: 'hat 9 Tags, nicht dieses', near: 'Am nächsten:',
			group: 'Nicht pullbar', status: 'Images lassen sich nicht pullen.', tree: 'Verlauf und Layer', fix: 'Tag in „20-alpine“ ändern',
		},
		fi: {
			command: 'Tarkastele kuvan manifestia', problem: 'ei ole tagia ”20-alpin”.', hover: 'sisältää 9 tagia, ei tätä', near: 'Lähimmät:',
			group: 'Ei voi hakea', status: 'kuvaa ei voi hakea.', tree: 'Historia ja kerrokset', fix: 'Vaihda tagiksi ”20-alpine”',
		},
	} as const;
	for (const [language, texts] of Object.entries(languages)) {
		it(`speaks "${language}" everywhere`, async () => {
			const opened = window = await driver.open(language);
			await opened.waitFor('.explorer-folders-view .monaco-list-row >> text=Dockerfile');
			await opened.click('.explorer-folders-view .monaco-list-row >> text=Dockerfile', { count: 2 });
			await opened.waitFor('.squiggly-error');
			await insist(async patience => {
				await opened.press('Escape');
				await opened.hover('.squiggly-error');
				await opened.waitFor(`.monaco-hover >> text=${texts.near}`, patience);
			});
			const hovered = (await opened.query('.monaco-hover')).filter(({ visible }) => visible).map(({ text }) => text).join('\n');
			assert.ok(hovered.includes(texts.problem) && hovered.includes(texts.hover), hovered);
			await opened.screenshot(`language-${language}-hover.png`);
			await insist(async patience => {
				await opened.press('Escape');
				await opened.click('.view-line >> text=20-alpin');
				await opened.press('Control+.');
				await opened.waitFor(`.action-widget >> text=${texts.fix}`, patience);
			});
			await opened.press('Escape');
			await opened.click('.activitybar [aria-label*="Images"], .activitybar [aria-label*="kuvat"]');
			await opened.waitFor(`.pane-body .monaco-list-row >> text=${texts.group}`);
			await opened.waitFor(`.statusbar-item [aria-label*="${texts.status}"], .statusbar-item[aria-label*="${texts.status}"]`);
			await opened.click('.view-line >> text=attested:2.0');
			await run(opened, `Pullcheck: ${texts.command}`);
			const tree = opened.webview({ has: '[role=treegrid]' });
			await tree.waitFor(`[role=row] >> text=${texts.tree}`);
			await opened.screenshot(`language-${language}.png`);
		}).timeout(180_000);
	}
});

/** Runs a command as a person does. */
async function run(window: Driver, title: string): Promise<void> {
	await insist(async patience => {
		await window.press('Escape', 'F1');
		await window.waitFor('.quick-input-widget:visible', patience);
		await window.type(title);
		await window.waitFor(`.quick-input-list .monaco-list-row.focused >> text=${title}`, patience);
		await window.press('Enter');
		await window.waitFor(`.quick-input-list .monaco-list-row.focused >> text=${title}`, { state: 'hidden', ...patience });
	});
}
