import { driver, type Driver } from './driver.ts';
import { insist } from './insist.ts';

/** Types a name into the list that the window shows under a title, and takes the row of that name. */
export async function pickInWindow(title: string, name: string, window: Driver = driver): Promise<void> {
	await window.waitFor(`.quick-input-widget:visible .quick-input-title >> text=${title}`);
	await insist(async patience => {
		await window.press('Control+A');
		await window.type(name);
		await window.waitFor(`.quick-input-list .monaco-list-row.focused >> text=${name}`, patience);
	});
	await window.press('Enter');
}

/** Types an answer into the box that the window shows under a title. */
export async function answerInWindow(title: string, text: string, window: Driver = driver): Promise<void> {
	await window.waitFor(`.quick-input-widget:visible >> text=${title}`);
	const typed = (): Promise<string> => window.evaluate(() => document.querySelector<HTMLInputElement>('.quick-input-widget .quick-input-box input')?.value ?? '');
	await insist(async () => {
		await window.press('Control+A');
		await window.type(text);
		const now = await typed();
		if (now !== text) { throw new Error(`The box "${title}" holds "${now}".`); }
	});
	await window.press('Enter');
}
