import { chromium as playwright } from 'playwright-core';
import { chromium } from './install/chromium.mjs';

/**
 * Opens an address in Chromium and stays until the page's test run says that it is over.
 *
 * @param {object} options
 * @param {string} options.address see address.mjs
 * @param {(type: string, text: string) => void} options.log gets what the window logs, mocha's report included
 * @param {(code: number) => void} options.exit gets the exit code of the test run
 * @returns {Promise<{ page: import('playwright-core').Page, load(): Promise<void>, another(address: string, language?: string): Promise<import('playwright-core').Page>, close(): Promise<void> }>}
 * `another` opens a window beside it with a browser profile of its own, in the language of a language pack (`de`) when one is named
 */
export async function openWindow({ address, log, exit }) {
	const { executablePath, env } = await chromium();
	const browser = await playwright.launch({ executablePath, env, headless: true, args: quietFlags, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
	const newPage = async language => {
		const context = await browser.newContext({
			viewport: { width: 1280, height: 800 }, deviceScaleFactor: Number(process.env.PULLCHECK_TEST_SCALE || 1), reducedMotion: 'reduce',
			...language && { locale: language },
		});
		await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(address).origin });
		// What the script of a language pack sets before the workbench starts; the workbench itself stays English without the pack's texts.
		if (language) {
			await context.addInitScript(name => { globalThis._VSCODE_NLS_LANGUAGE = name; }, language);
		}
		return context.newPage();
	};
	const page = await newPage();
	await page.exposeFunction('codeAutomationExit', code => exit(Number(code)));
	await page.exposeFunction('codeAutomationLog', (type, args) => log(type, args.map(String).join(' ')));
	page.on('crash', () => { log('error', 'The page of VS Code crashed.'); exit(1); });
	page.on('pageerror', error => log('trace', `page: ${error.stack ?? error.message}`));
	page.on('console', message => log('trace', `console ${message.type()}: ${message.text()}`));
	browser.on('disconnected', () => exit(1));
	return {
		page,
		load: async () => { await page.goto(address); },
		another: async (where, language) => {
			const opened = await newPage(language);
			await opened.goto(where);
			return opened;
		},
		close: () => browser.close(),
	};
}

const quietFlags = [
	'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
	'--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none',
];
