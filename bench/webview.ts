import { build } from 'esbuild';
import { startWebviewBrowser } from '../test/webview/page.ts';
import { largeView } from '../test/webview/sampleView.ts';
import { projectFile } from '../test/support/projectFile.ts';
import type { BenchResult } from './run.ts';

/**
 * The webview at 60 platforms of 100 layers, all open, in a real Chromium: milliseconds until a letter typed into the filter is laid out
 * (script, style and layout; best of five), the same for *Expand all* and for a page of scrolling; and the size of the bundle.
 */
export async function bench(): Promise<BenchResult> {
	const browser = await startWebviewBrowser();
	try {
		const { page, send } = await browser.open();
		await send({ type: 'inspect', view: largeView(60, 100) });
		const times = await page.evaluate(async () => {
			const laidOut = (act: () => void) => {
				const start = performance.now();
				act();
				void document.body.getBoundingClientRect();
				return performance.now() - start;
			};
			const frame = () => new Promise(done => { requestAnimationFrame(done); });
			const expandAll = laidOut(() => { document.querySelector<HTMLElement>('vscode-button[title="Expand all"]')?.click(); });
			await frame();
			const field = document.querySelector('vscode-text-field') as (HTMLElement & { value: string }) | null;
			const body = document.querySelector('.grid-body');
			const filter: number[] = [];
			const scroll: number[] = [];
			const type = (text: string) => {
				if (!field) { return; }
				field.value = text;
				field.dispatchEvent(new Event('input'));
			};
			for (const word of ['package-59-99', 'linux/cpu7', 'nothing like it', 'make']) {
				for (let length = 1; length <= word.length; length++) {
					// The best of five: what the page itself takes, whatever else the machine does.
					const rounds: number[] = [];
					for (let round = 0; round < 5; round++) {
						type(word.slice(0, length - 1));
						await frame();
						rounds.push(laidOut(() => { type(word.slice(0, length)); }));
						await frame();
					}
					filter.push(Math.min(...rounds));
				}
			}
			type('');
			for (let at = 0; at < 60 && body; at++) {
				await frame();
				scroll.push(laidOut(() => {
					body.scrollTop += 600;
					body.dispatchEvent(new Event('scroll'));
				}));
			}
			return { expandAll, filter, scroll, rowsInDocument: document.querySelectorAll('.grid-row').length };
		});
		return {
			platforms: 60, layers: 100, rowsInDocument: times.rowsInDocument,
			filterMedianMs: at(times.filter, 0.5), filterP95Ms: at(times.filter, 0.95), filterMaxMs: at(times.filter, 1),
			scrollMaxMs: at(times.scroll, 1), expandAllMs: round(times.expandAll),
			bundleBytes: await bundleSize(),
		};
	} finally {
		await browser.close();
	}
}

async function bundleSize(): Promise<number> {
	const { outputFiles } = await build({
		absWorkingDir: projectFile('.'), entryPoints: ['webview-ui/main.ts'], outdir: 'out', write: false, bundle: true, minify: true,
		platform: 'browser', format: 'iife', target: 'chrome132', loader: { '.ttf': 'file' },
	});
	return outputFiles.filter(({ path }) => path.endsWith('.js')).reduce((sum, { contents }) => sum + contents.length, 0);
}

function at(times: readonly number[], share: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}

function round(milliseconds: number): number { return Math.round(milliseconds * 10) / 10; }
