import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { FromWebview } from '../../src/protocol/fromWebview.ts';
import type { PanelState } from '../../src/protocol/panelState.ts';
import type { ToWebview } from '../../src/protocol/toWebview.ts';
import { chromium } from '../host/install/chromium.mjs';
import { projectFile } from '../support/projectFile.ts';
import { themes, type ThemeName } from '../support/themes.ts';

/** A page as the extension would have it: send it messages, read what it says. */
export interface WebviewPage {
	readonly page: Page;
	send(message: ToWebview): Promise<void>;
	/** What the webview posted since the last call. */
	said(): Promise<readonly FromWebview[]>;
	/** What `setState` keeps. */
	saved(): Promise<PanelState | undefined>;
	/** Errors and violations of the content security policy that the browser told of. */
	readonly errors: readonly string[];
}

export interface PageOptions {
	readonly theme?: ThemeName;
	readonly width?: number;
	readonly height?: number;
	readonly state?: PanelState;
	readonly locale?: string;
	readonly strings?: Readonly<Record<string, string>>;
	readonly reducedMotion?: BrowserContextOptions['reducedMotion'];
	readonly scale?: number;
}

/** The webview's bundle in a real Chromium that has nothing else open. */
export interface WebviewBrowser {
	open(options?: PageOptions): Promise<WebviewPage>;
	close(): Promise<void>;
}

/** Bundles the webview and starts Chromium. */
export async function startWebviewBrowser(): Promise<WebviewBrowser> {
	const folder = mkdtempSync(join(tmpdir(), 'pullcheck-webview-'));
	await build({
		absWorkingDir: projectFile('.'), entryPoints: ['webview-ui/main.ts'], outdir: folder, bundle: true, platform: 'browser', format: 'iife',
		target: 'chrome132', loader: { '.ttf': 'file' }, assetNames: '[name]', logLevel: 'warning',
	});
	const { executablePath, env } = await chromium();
	const browser = await playwright.launch({ executablePath, env: known(env), headless: true, args: ['--no-sandbox'] });
	return {
		open: options => open(browser, folder, options),
		close: async () => {
			await browser.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

const origin = 'https://webview.test';

async function open(browser: Browser, folder: string, options: PageOptions = {}): Promise<WebviewPage> {
	const context = await browser.newContext({
		viewport: { width: options.width ?? 1240, height: options.height ?? 700 },
		deviceScaleFactor: options.scale ?? 1,
		reducedMotion: options.reducedMotion ?? 'no-preference',
	});
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', error => { errors.push(String(error)); });
	page.on('console', message => { if (message.type() === 'error') { errors.push(message.text()); } });
	// tsx gives functions their names by this helper, which a page does not have.
	await page.addInitScript('globalThis.__name = made => made');
	await page.addInitScript(stub, options.state);
	await page.route(`${origin}/**`, async route => {
		const { pathname } = new URL(route.request().url());
		await (pathname === '/' ? route.fulfill({ contentType: 'text/html', body: html(options.theme ?? 'dark') }) : route.fulfill({ path: join(folder, pathname) }));
	});
	await page.goto(`${origin}/`);
	const send = (message: ToWebview) => page.evaluate(data => { window.dispatchEvent(new MessageEvent('message', { data })); }, message);
	await send({ type: 'init', locale: options.locale ?? 'en', strings: options.strings ?? {} });
	return {
		page, send, errors,
		said: () => page.evaluate(() => (window as unknown as StubWindow).said.splice(0)),
		saved: () => page.evaluate(() => (window as unknown as StubWindow).saved),
	};
}

interface StubWindow { said: FromWebview[]; saved: PanelState | undefined; acquireVsCodeApi: unknown }

/** Runs in the page before everything else: VS Code's side of the webview. */
function stub(state: PanelState | undefined): void {
	const here = window as unknown as StubWindow;
	here.said = [];
	here.saved = state;
	here.acquireVsCodeApi = () => ({
		postMessage: (message: FromWebview) => { here.said.push(message); },
		getState: () => here.saved,
		setState: (next: PanelState) => { here.saved = next; },
	});
}

/** The document that the extension's panel makes, with its policy, and what VS Code itself adds to it: colours and body class. */
function html(name: ThemeName): string {
	const { bodyClass, kind, colors } = themes[name];
	const variables = Object.entries(colors).map(([id, value]) => `--vscode-${id}: ${value};`).join(' ');
	const policy = `default-src 'none'; style-src ${origin} 'nonce-page'; font-src ${origin}; script-src ${origin}`;
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Inspect image manifest</title>
		<meta http-equiv="Content-Security-Policy" content="${policy}">
		<meta property="csp-nonce" content="page">
		<style nonce="page">:root { ${variables} }</style>
		<link rel="stylesheet" href="${origin}/main.css"></head>
		<body class="${bodyClass}" data-vscode-theme-kind="${kind}"><script src="${origin}/main.js"></script></body></html>`;
}

function known(env: NodeJS.ProcessEnv): Record<string, string> {
	return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
