import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { watchTurns } from './turns.ts';
import { watchActivation } from './watchActivation.ts';

/** What `bench/editor.ts` runs inside the extension host; the phase and the place of the result come from its environment. */
export async function run(): Promise<void> {
	const extension = vscode.extensions.getExtension('pullcheck.pullcheck');
	if (!extension) { throw new Error('VS Code does not know pullcheck.pullcheck.'); }
	const result = process.env['PULLCHECK_BENCH_PHASE'] === 'activation' ? await activation(extension) : await work(extension);
	writeFileSync(process.env['PULLCHECK_BENCH_OUT'] ?? 'result.json', JSON.stringify(result));
}

/** Reading, compiling and running the bundle, and its `activate`; `whole` is with what VS Code itself does before and after. */
async function activation(extension: vscode.Extension<unknown>): Promise<object> {
	const activeBefore = extension.isActive;
	let connections = 0;
	const connect = Reflect.get(Socket.prototype, 'connect');
	Socket.prototype.connect = function (this: Socket, ...args: unknown[]) { connections++; return Reflect.apply(connect, this, args) as Socket; };
	const clock = watchActivation();
	const start = performance.now();
	await profiled('activation', async () => { await extension.activate(); });
	const whole = round(performance.now() - start);
	await pause(1500);
	const times = clock.stop();
	return { ...times, whole, connections, activeBefore, firstFile: await firstFile() };
}

/** The first file after the start: the engine is loaded for it. */
async function firstFile(): Promise<number> {
	return (await firstFindings(1)).maxMs;
}

async function work(extension: vscode.Extension<unknown>): Promise<object> {
	const settings = vscode.workspace.getConfiguration('pullcheck');
	const set = async (name: string, value: unknown): Promise<void> => { await settings.update(name, value, vscode.ConfigurationTarget.Global); };
	await set('enable', false);
	await set('offline', true);
	await extension.activate();
	await pause(2000);
	const heapBefore = heap();
	const ideal = await reading();
	const background = await profiled('background', () => scan(() => set('enable', true), Number(process.env['PULLCHECK_BENCH_FILES'])));
	const heapAfter = heap();
	const again = await scan(
		async () => { await set('enable', false); await pause(1000); await set('enable', true); },
		Number(process.env['PULLCHECK_BENCH_FILES']),
	);
	return {
		ideal, background: { ...background, heapBeforeMegabytes: heapBefore, heapAfterMegabytes: heapAfter }, backgroundAgain: again,
		...(process.env['PULLCHECK_BENCH_ONLY'] === 'scan' ? {} : { firstFindings: await firstFindings(), typing: await typing() }),
	};
}

/** The least that a scan can take: the editor finds the files, they are read, and one problem is shown for each. */
async function reading(): Promise<object> {
	const began = performance.now();
	const cpu = process.cpuUsage();
	const collection = vscode.languages.createDiagnosticCollection('bench');
	const uris = await vscode.workspace.findFiles('**/Dockerfile');
	for (let at = 0; at < uris.length; at += 64) {
		const texts = await Promise.all(uris.slice(at, at + 64).map(async uri => [uri, await readFile(uri.fsPath, 'utf8')] as const));
		collection.set(texts.map(([uri, text]) => [uri, [new vscode.Diagnostic(new vscode.Range(0, 0, 0, text.length), 'read')]]));
	}
	const { user, system } = process.cpuUsage(cpu);
	const result = { files: uris.length, milliseconds: round(performance.now() - began), processorMilliseconds: round((user + system) / 1000) };
	collection.dispose();
	await pause(1000);
	return result;
}

/** Until every file of the workspace has its finding in Problems. */
async function scan(start: () => Promise<void>, wanted: number): Promise<object> {
	const turns = watchTurns();
	const began = performance.now();
	const cpu = process.cpuUsage();
	const found = new Set<string>();
	const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
		for (const uri of uris) {
			if (vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'pullcheck')) { found.add(uri.path); }
		}
	});
	await start();
	for (const end = Date.now() + 60_000; found.size < wanted && Date.now() < end;) { await pause(20); }
	const milliseconds = round(performance.now() - began);
	const { user, system } = process.cpuUsage(cpu);
	const { longest, over } = turns.stop();
	listening.dispose();
	return {
		files: found.size,
		milliseconds,
		seconds: Math.round(milliseconds / 10) / 100,
		processorMilliseconds: round((user + system) / 1000),
		longestBlockMs: longest,
		blocksOver50: over(50),
		blocksOver16: over(16),
	};
}

/** Files nobody has seen yet, outside the workspace, one after the other: until each has its findings. */
async function firstFindings(files = 21): Promise<Quantiles> {
	const folder = mkdtempSync(join(tmpdir(), 'pullcheck-open-'));
	const found: number[] = [];
	try {
		for (let at = 0; at < files; at++) {
			const file = join(folder, `Dockerfile.${at}`);
			writeFileSync(file, `FROM registry.example.com/Team/base-${at}:1\nRUN make\n`);
			const uri = vscode.Uri.file(file);
			await vscode.workspace.openTextDocument(uri);
			const open = performance.now();
			// The editor tells of new problems only each 50 ms.
			for (const end = open + 10_000; vscode.languages.getDiagnostics(uri).length === 0 && performance.now() < end;) {
				await new Promise(resolve => { setImmediate(resolve); });
			}
			found.push(performance.now() - open);
			await pause(50);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	return quantiles(found);
}

/** One letter each 120 ms in a Dockerfile of 2,000 lines that stands in an editor; the longest block of the extension host for each letter. */
async function typing(): Promise<object> {
	const line = [
		'RUN apt-get update && apt-get install -y make \\',
		'    gcc g++ && docker pull quay.io/acme/tool:1.2',
		'# a comment',
		'COPY --from=base /a /b',
	];
	const content = `FROM docker.io/library/node:22 AS base\n${Array.from({ length: 2000 }, (_, at) => line[at % line.length]).join('\n')}\n`;
	const document = await vscode.workspace.openTextDocument({ language: 'dockerfile', content });
	const editor = await vscode.window.showTextDocument(document);
	const place = new vscode.Position(1000, document.lineAt(1000).text.length);
	editor.selection = new vscode.Selection(place, place);
	await pause(2000);
	const without = await keys(0);
	const blocks = await profiled('typing', () => keys(60));
	const lines = document.lineCount;
	await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	return { lines, letters: blocks.length, ...quantiles(blocks), idleMaxMs: Math.max(...without) };
}

async function keys(count: number): Promise<readonly number[]> {
	const blocks: number[] = [];
	for (let at = 0; at < (count || 20); at++) {
		const turns = watchTurns();
		if (count > 0) { await vscode.commands.executeCommand('type', { text: 'x' }); }
		// Now and then a pause, so that what waits for the end of typing comes too.
		await pause(at % 5 === 4 ? 900 : 120);
		blocks.push(turns.stop().longest);
	}
	return blocks;
}

/** With PULLCHECK_BENCH_PROFILE, a folder, a processor profile goes there. */
async function profiled<T>(name: string, work: () => Promise<T>): Promise<T> {
	const folder = process.env['PULLCHECK_BENCH_PROFILE'];
	if (!folder) { return work(); }
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.setSamplingInterval', { interval: 200 });
	await session.post('Profiler.start');
	const result = await work();
	const { profile } = await session.post('Profiler.stop');
	session.disconnect();
	writeFileSync(join(folder, `${name}.cpuprofile`), JSON.stringify(profile));
	return result;
}

function heap(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	return round(process.memoryUsage().heapUsed / 1e6);
}

interface Quantiles { readonly medianMs: number; readonly p95Ms: number; readonly maxMs: number }

function quantiles(numbers: readonly number[]): Quantiles {
	const sorted = [...numbers].sort((a, b) => a - b);
	const at = (share: number): number => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
	return { medianMs: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}

function round(number: number): number {
	return Math.round(number * 10) / 10;
}

function pause(milliseconds: number): Promise<void> {
	return new Promise(resolve => { setTimeout(resolve, milliseconds); });
}
