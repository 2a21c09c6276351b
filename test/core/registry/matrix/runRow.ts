import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runIn } from '../../../cli/run.ts';
import { serve, type Script, type Scripted, type Seen } from './scriptedServer.ts';

/** One behaviour: a server, a question, and what must be said. `{host}` stands for the server everywhere. */
export interface Row {
	readonly says: string;
	readonly server: Script;
	/** Default `{host}/team/app:1.0`. */
	readonly image?: string;
	/** `ok`, or the codes of which one must be given. */
	readonly code: string | readonly string[];
	/** `user:password` kept in Docker's config.json for the server. */
	readonly login?: string;
	/** Files of the home folder. */
	readonly files?: Readonly<Record<string, string>>;
	/** Text of registries.conf. */
	readonly conf?: string;
	readonly environment?: Readonly<Record<string, string>>;
	/** The finding of `check`; `none` for no finding above a hint. Default: the code itself where files show it. */
	readonly found?: string;
	/** Speaks TLS with these. */
	readonly tls?: () => ServerOptions;
	/** Most requests that `inspect` may take. */
	readonly requests?: number;
	/** More that must hold of what `inspect` printed, and of what arrived. */
	readonly and?: (answer: Answer, seen: readonly Seen[]) => void;
}

/** `inspect --format json`. */
export interface Answer {
	readonly error?: { readonly code: string; readonly message: string; readonly status: number | null; readonly evidence: Readonly<Record<string, unknown>> };
	readonly mediaType?: string;
	readonly kind?: string;
	readonly platforms?: readonly string[];
	readonly attestations?: readonly unknown[];
	readonly warnings?: readonly { readonly code: string }[];
	readonly evidence?: Readonly<Record<string, unknown>>;
}

/** Codes that no file shows, or that only say that nothing is known. */
const notInFiles = new Set(['registry-timeout', 'registry-connection-refused', 'registry-unexpected-status', 'proxy-required']);
const trouble = /^(registry-(?:unavailable|returned-html|dns-failure|timeout|connection-refused|unexpected-status)|rate-limit-reached|proxy-required|tls-|http-registry)/;

/** Makes a test of each row. */
export function table(rows: readonly Row[]): void {
	for (const row of rows) {
		it(row.says, async () => {
			const first = await serve(row.server, row.tls?.());
			try { await inspected(row, first); } finally { await first.close(); }
			const second = await serve(row.server, row.tls?.());
			try { await checked(row, second); } finally { await second.close(); }
		});
	}
}

/** `inspect` of an image, in a home folder with these files. */
export function inspectWith(row: Pick<Row, 'image' | 'files' | 'environment' | 'conf'>): Promise<Answer> {
	const nowhere: Scripted = { host: '127.0.0.1:9', port: 9, seen: [], close: () => Promise.resolve() };
	return within({ says: '', server: () => ({}), code: '', ...row }, nowhere, async (folder, environment) => {
		const { out } = await runIn(folder, ['inspect', row.image ?? '', '--format', 'json'], { environment });
		return JSON.parse(out) as Answer;
	});
}

async function inspected(row: Row, server: Scripted): Promise<void> {
	const { answer, took } = await within(row, server, async (folder, environment) => {
		const began = performance.now();
		const { out, err } = await runIn(folder, ['inspect', imageOf(row, server), '--format', 'json'], { environment });
		assert.ok(out.startsWith('{'), `no JSON: ${out}${err}`);
		return { answer: JSON.parse(out) as Answer, took: performance.now() - began };
	});
	const said = answer.error?.code ?? 'ok';
	assert.ok([row.code].flat().includes(said), `${said} instead of ${[row.code].flat().join(' or ')}: ${JSON.stringify(answer.error)}`);
	assert.ok(took < 16_000, `${took} ms`);
	if (row.requests !== undefined) { assert.ok(server.seen.length <= row.requests, `${server.seen.length} requests: ${server.seen.map(one => `${one.method} ${one.path}`).join(', ')}`); }
	row.and?.(answer, server.seen);
}

async function checked(row: Row, server: Scripted): Promise<void> {
	const { findings } = await within(row, server, async (folder, environment) => {
		writeFileSync(join(folder, 'Dockerfile'), `FROM ${imageOf(row, server)}\n`);
		const { out, err } = await runIn(folder, ['check', '.', '--format', 'json'], { environment });
		assert.ok(out.startsWith('{'), `no JSON: ${out}${err}`);
		return JSON.parse(out) as { findings: readonly { readonly code: string; readonly severity: string }[] };
	});
	const shown = findings.filter(({ severity }) => severity !== 'hint');
	for (const { code, severity } of shown) { assert.ok(!trouble.test(code) || severity === 'info', `${code} is an ${severity}`); }
	const codes = shown.map(({ code }) => code);
	const first = [row.code].flat()[0] ?? '';
	const wanted = row.found ?? (first === 'ok' || notInFiles.has(first) ? 'none' : first);
	if (wanted === 'none') { assert.deepEqual(codes, [], 'check finds nothing'); return; }
	assert.ok(codes.includes(wanted), `check finds ${codes.join(', ') || 'nothing'} instead of ${wanted}`);
}

async function within<T>(row: Row, server: Scripted, run: (folder: string, environment: Record<string, string>) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'pullcheck-matrix-'));
	const fill = (text: string): string => text.replaceAll('{host}', server.host).replaceAll('{port}', String(server.port)).replaceAll('{folder}', folder);
	const write = (name: string, text: string): void => {
		mkdirSync(dirname(join(folder, 'home', name)), { recursive: true });
		writeFileSync(join(folder, 'home', name), fill(text), { mode: 0o755 });
	};
	mkdirSync(join(folder, 'work'));
	try {
		if (row.login !== undefined) { write('.docker/config.json', JSON.stringify({ auths: { '{host}': { auth: Buffer.from(row.login).toString('base64') } } })); }
		if (row.conf !== undefined) { write('.config/containers/registries.conf', row.conf); }
		for (const [name, text] of Object.entries(row.files ?? {})) { write(name, text); }
		const home = join(folder, 'home');
		const own = Object.fromEntries(Object.entries(row.environment ?? {}).map(([name, value]) => [name, fill(value)]));
		// Helpers are programs, found by the path of this process.
		if (own['PATH'] !== undefined) { process.env['PATH'] = own['PATH']; }
		return await run(join(folder, 'work'), { HOME: home, XDG_CACHE_HOME: join(folder, 'cache'), XDG_RUNTIME_DIR: join(folder, 'run'), ...own });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function imageOf(row: Row, server: Scripted): string {
	return (row.image ?? '{host}/team/app:1.0').replaceAll('{host}', server.host);
}

/** registries.conf that asks the server in the place of a well-known registry. */
export const instead = (name: string): string => `[[registry]]\nprefix = "${name}"\nlocation = "{host}"\ninsecure = true\n`;
