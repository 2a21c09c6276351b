import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { startSampleRegistry } from '../support/sampleWorkspace.ts';

/** For eyes that need more: colours that the system forces, and letters twice as large. */
describe('The Inspect panel stays usable', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await vscode.commands.executeCommand('workbench.action.closeSidebar');
	});
	afterEach(async () => {
		await driver.emulate({ forcedColors: 'none' });
		await driver.setViewport({ width: 1280, height: 800 });
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	});
	after(async () => {
		await vscode.commands.executeCommand('workbench.view.explorer');
		await registry.close();
	});

	it('in forced colours: the bars and the selected row can be told from what is around them', async () => {
		await driver.emulate({ forcedColors: 'active' });
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/attested:2.0`);
		const tree = driver.webview({ has: '[role=treegrid]' });
		await tree.click('[role=row] >> text=npm ci');
		await driver.screenshot('inspect-forced-colours.png');
		await tree.waitFor('[role=row][aria-selected=true] >> text=npm ci');
		const colours = await tree.evaluate(() => {
			const of = (selector: string): string => getComputedStyle(document.querySelector(selector)!).backgroundColor;
			return { page: getComputedStyle(document.body).backgroundColor, selected: of('[role=row][aria-selected=true]'), bar: of('[role=row][aria-selected=false] .fill'), selectedBar: of('[role=row][aria-selected=true] .fill') };
		});
		assert.notEqual(colours.selected, colours.page);
		assert.notEqual(colours.bar, colours.page);
		assert.notEqual(colours.selectedBar, colours.selected);
	});

	it('at 200 %: nothing is cut off sideways, and every part can be reached', async () => {
		// A window zoomed to 200 % has half as many pixels.
		await driver.setViewport({ width: 640, height: 400 });
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/attested:2.0`);
		const tree = driver.webview({ has: '[role=treegrid]' });
		await tree.click('[role=row] >> text=npm ci');
		await driver.screenshot('inspect-200-percent.png');
		const size = await tree.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth }));
		assert.ok(size.wide <= size.room, `${size.wide} pixels wide in ${size.room}`);
	});
});
