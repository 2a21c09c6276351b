import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFile } from '../test/support/projectFile.ts';
import type { BenchResult } from './run.ts';

const dockerfiles = 2000;

/**
 * What the extension costs the editor, measured inside the extension host of a real VS Code with the bundles as they are published
 * (readable ones with PULLCHECK_BENCH_PROFILE, a folder for processor profiles): activation (one launch for each sample), first findings
 * after opening a file, typing in a Dockerfile of 2,000 lines, and 2,000 Dockerfiles read in the background, beside the least that this
 * can take (`ideal`). `npm run bench -- editor [LAUNCHES]`; PULLCHECK_TEST_VSCODE=newest for the newest VS Code.
 */
export async function bench([launches = '7']: readonly string[]): Promise<BenchResult> {
	const root = mkdtempSync(join(tmpdir(), 'pullcheck-bench-'));
	try {
		const extension = await published(join(root, 'extension'));
		const tests = await hostScript(root);
		const empty = join(root, 'empty');
		mkdirSync(empty);
		// What else the machine does decides over wall times; processor times hold anyway.
		const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
		const samples: Activation[] = [];
		for (let each = 0; each < Number(launches); each++) { samples.push(await inVscode<Activation>({ extension, tests, folder: empty, phase: 'activation' }, root)); }
		const work = await inVscode<BenchResult>({ extension, tests, folder: workspace(join(root, 'workspace')), phase: 'work' }, root);
		const median = (of: (sample: Activation) => number): number =>
			Math.round((samples.map(of).sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? 0) * 10) / 10;
		return {
			activation: {
				launches: samples.length, medianMs: median(({ load, activate }) => load + activate),
				medianLoadMs: median(({ load }) => load),
				medianActivateMs: median(({ activate }) => activate),
				medianWithVscodeMs: median(({ whole }) => whole),
				firstFindingsOfFirstFileMedianMs: median(({ firstFile }) => firstFile),
				connections: samples.reduce((sum, { connections }) => sum + connections, 0), activeBefore: samples.some(({ activeBefore }) => activeBefore),
			},
			bundles: Object.fromEntries(['extension.js', 'facts.js', 'engine.js', 'registry.js', 'webview/main.js', 'cli.js'].map(name => [name, statSync(join(extension, 'dist', name)).size])),
			machine: { processors: availableParallelism(), load },
			...work,
		};
	} finally {
		rmSync(root, { recursive: true, force: true, maxRetries: 3 });
	}
}

interface Activation {
	readonly firstFile: number;
	readonly load: number;
	readonly activate: number;
	readonly whole: number;
	readonly connections: number;
	readonly activeBefore: boolean;
}

interface Launch { readonly extension: string; readonly tests: string; readonly folder: string; readonly phase: string }

/** The extension with its bundles as they are published, in a folder of its own. */
async function published(folder: string): Promise<string> {
	mkdirSync(folder, { recursive: true });
	for (const name of ['package.json', 'package.nls.json', 'package.nls.de.json', 'package.nls.fi.json', 'l10n', 'media']) {
		cpSync(projectFile(name), join(folder, name), { recursive: true });
	}
	// Else VS Code starts it by itself, before the clock runs: its own settings.json is a file of a language that we read.
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as object;
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
	await ended(process.execPath, [projectFile('scripts/build.mjs'), ...process.env['PULLCHECK_BENCH_PROFILE'] ? [] : ['--production'], `--out=${join(folder, 'dist')}`], {});
	return folder;
}

async function hostScript(root: string): Promise<string> {
	const outfile = join(root, 'host.js');
	await build({ entryPoints: [projectFile('bench/editor/host.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'], logLevel: 'error' });
	return outfile;
}

/** Every Dockerfile has one finding that needs no registry, so that the end of the scan can be seen. */
function workspace(folder: string): string {
	for (let at = 0; at < dockerfiles; at++) {
		const inner = join(folder, `service-${Math.floor(at / 50)}`, `part-${at % 50}`);
		mkdirSync(inner, { recursive: true });
		writeFileSync(join(inner, 'Dockerfile'), `ARG VERSION=1.${at % 90}
FROM docker.io/library/node:2${at % 4}-alpine AS build
WORKDIR /app
COPY package*.json ./
RUN npm ci && npm run build
FROM registry.example.com/Team/base-${at % 200}:\${VERSION}
COPY --from=build /app/dist /srv
HEALTHCHECK CMD curl -f http://localhost/
CMD ["node", "/srv/main.js"]
`);
	}
	return folder;
}

async function inVscode<T>({ extension, tests, folder, phase }: Launch, root: string): Promise<T> {
	const out = join(root, 'result.json');
	rmSync(out, { force: true });
	await ended(process.execPath, [projectFile('test/host/vscode'), `--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${tests}`, folder], {
		PULLCHECK_BENCH_PHASE: phase, PULLCHECK_BENCH_OUT: out, PULLCHECK_BENCH_FILES: String(dockerfiles),
	});
	return JSON.parse(readFileSync(out, 'utf8')) as T;
}

async function ended(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
	const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (chunk: string) => { said += chunk; });
	const code = await new Promise<number | null>(resolve => { child.once('exit', resolve); });
	if (code !== 0) { throw new Error(`${args[0]} ended with exit code ${code}:\n${said}`); }
}
