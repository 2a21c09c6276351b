import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseReference } from '../src/core/reference/parseReference.ts';
import { createRegistry } from '../src/core/registry/createRegistry.ts';
import { startFakeRegistry, type FakeAuth, type FakeRegistry } from '../test/support/fakeRegistry.ts';
import { putImage } from '../test/support/images/putImage.ts';
import { projectFile } from '../test/support/projectFile.ts';
import { realTools } from '../test/support/realTools.ts';
import type { Bench } from './run.ts';

const latencyMs = 50;
const perHost = 3;
const total = 6;

/** How long look-ups take: 200 references on five slow hosts against the critical path of round trips, and 50 images against skopeo. */
export const bench: Bench = async () => ({
	...await slowHosts('open', { type: 'open' }, 1),
	...await slowHosts('tokens', { type: 'bearer' }, 2),
	...await againstSkopeo(),
});

/**
 * The ideal sends nothing twice, waits for nothing but round trips, and keeps the limits of three requests a host and six
 * in all: one first contact, then `each` requests a reference over six lanes.
 */
async function slowHosts(name: string, auth: FakeAuth, each: number): Promise<Record<string, number>> {
	const hosts = await Promise.all(Array.from({ length: 5 }, () => startFakeRegistry({ latencyMs, auth })));
	for (const host of hosts) { for (let index = 0; index < 40; index++) { putImage(host, `team/app${index}`, '1.0', { format: 'oci', layers: [[{ name: 'f', text: String(index) }]] }); } }
	const port = createRegistry({ environment: {}, homeFolder: '/nobody', runHelper: false, concurrency: { perHost, total } });
	const started = performance.now();
	const verdicts = await Promise.all(hosts.flatMap(host => Array.from({ length: 40 }, (_, index) => port.check(reference(`${host.host}/team/app${index}:1.0`)))));
	const took = performance.now() - started;
	const { requests } = port.statistics;
	await port.dispose();
	await Promise.all(hosts.map(host => host.close()));
	if (!verdicts.every(one => one.verdict === 'exists')) { throw new Error('an image was not found'); }
	const ideal = (1 + Math.ceil((200 * each) / total)) * latencyMs;
	return { [`${name}Ms`]: Math.round(took), [`${name}IdealMs`]: ideal, [`${name}TimesIdeal`]: Number((took / ideal).toFixed(2)), [`${name}Requests`]: requests };
}

/** One process for 50 images, the median of ten with nothing in the cache, against 50 of skopeo. */
async function againstSkopeo(): Promise<Record<string, number | string>> {
	const cli = projectFile('dist/cli.js');
	if (!existsSync(cli)) { return { skopeo: 'not run: build dist/cli.js first' }; }
	const tools = await realTools();
	const registry = await startFakeRegistry();
	for (let index = 0; index < 50; index++) { putImage(registry, `team/app${index}`, ['1.0', '1.1'], { format: 'docker', layers: [[{ name: 'f', text: String(index) }]] }); }
	const folder = await mkdtemp(join(tmpdir(), 'pullcheck-bench-'));
	try {
		await writeFile(join(folder, 'Dockerfile'), Array.from({ length: 50 }, (_, index) => `FROM ${registry.host}/team/app${index}:1.0\n`).join(''));
		const ours: Measured[] = [];
		const theirs: Measured[] = [];
		// In turns, so that what else the machine does is felt by both.
		for (let turn = 0; turn < 10; turn++) {
			// Certificates that somebody's shell names cost Node 35 ms before any program runs, and nothing here has one.
			const environment = { ...process.env, NODE_EXTRA_CA_CERTS: '', XDG_CACHE_HOME: join(folder, `cache${turn}`), DOCKER_CONFIG: folder, HOME: folder };
			ours.push(await measure(registry, () => run(process.execPath, [cli, 'check', join(folder, 'Dockerfile'), '--fail-on', 'never'], environment)));
			theirs.push(await measure(registry, async () => {
				for (let index = turn * 5; index < turn * 5 + 5; index++) { await run(tools.skopeo, ['inspect', '--tls-verify=false', `docker://${registry.host}/team/app${index}:1.0`], { ...environment, ...tools.env }); }
			}));
		}
		const pullcheckMs = ours.map(({ ms }) => ms).sort((one, other) => one - other)[5] ?? 0;
		const skopeoMs = theirs.reduce((sum, { ms }) => sum + ms, 0);
		return {
			images: 50, pullcheckMs, skopeoMs, timesFaster: Number((skopeoMs / pullcheckMs).toFixed(1)),
			pullcheckRequests: Math.max(...ours.map(({ requests }) => requests)), skopeoRequests: theirs.reduce((sum, { requests }) => sum + requests, 0),
		};
	} finally {
		await registry.close();
		await rm(folder, { recursive: true, force: true });
	}
}

interface Measured { readonly ms: number; readonly requests: number }

async function measure(registry: FakeRegistry, task: () => Promise<unknown>): Promise<Measured> {
	registry.reset();
	const started = performance.now();
	await task();
	return { ms: Math.round(performance.now() - started), requests: registry.requests.length };
}

async function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
	await promisify(execFile)(program, args, { env, maxBuffer: 64 * 1024 * 1024 });
}

function reference(text: string) {
	const parsed = parseReference(text);
	if (!parsed.ok) { throw new Error(text); }
	return parsed.reference;
}
