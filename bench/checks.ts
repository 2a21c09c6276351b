import { check } from '../src/core/engine/check.ts';
import { createFactsIndex } from '../src/core/engine/factsIndex.ts';
import type { CheckSettings } from '../src/core/engine/contract.ts';
import { pageRegistry } from '../test/support/pageRegistry.ts';
import type { BenchResult } from './run.ts';

const stages = 20;
const settings: CheckSettings = { profile: 'default', severity: {}, targets: ['openshift-3.11'], platforms: ['linux/amd64'], offline: false };

/** All checks of a Dockerfile of 200 lines with 20 images whose answers are known, and those that need the text only. */
export async function bench(): Promise<BenchResult> {
	const lines = Array.from({ length: stages }, (_, stage) => [
		`FROM --platform=linux/amd64 docker.io/acme/base${stage}:1.${stage} AS stage${stage}`,
		`LABEL org.opencontainers.image.title="stage ${stage}"`, 'WORKDIR /src', 'COPY package.json package-lock.json ./', 'RUN npm ci --omit=dev', 'COPY . .',
		`RUN buildah bud --format=docker -t reg.acme.dev/a${stage}:1 .`, 'ENV NODE_ENV=production', stage > 0 ? `COPY --from=stage${stage - 1} /src /dep` : 'USER node', 'CMD ["node", "index.js"]',
	]).flat();
	const text = `${lines.join('\n')}\n`;
	const host = { read: () => Promise.resolve(undefined), environment: {} };
	const index = createFactsIndex(host);
	await index.set('Dockerfile', text);
	const registry = pageRegistry(Array.from({ length: stages }, (_, stage) => `docker.io/acme/base${stage}: 1.${stage}[index,linux/amd64,linux/arm64]`).join('\n'));
	const online = await measure(async () => { await check(index, ['Dockerfile'], host, { settings, registry }); });
	const offline = await measure(async () => { await check(index, ['Dockerfile'], host, { settings: { ...settings, offline: true } }); });
	return { lines: lines.length, images: stages, millisecondsWithKnownAnswers: online, millisecondsTextOnly: offline };
}

async function measure(run: () => Promise<void>): Promise<Readonly<Record<string, number>>> {
	for (let round = 0; round < 200; round += 1) { await run(); }
	const times: number[] = [];
	const spent = process.cpuUsage();
	for (let round = 0; round < 500; round += 1) {
		const begun = process.hrtime.bigint();
		await run();
		times.push(Number(process.hrtime.bigint() - begun) / 1e6);
	}
	const { user, system } = process.cpuUsage(spent);
	times.sort((a, b) => a - b);
	const at = (share: number): number => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(3));
	const processorMean = Number(((user + system) / 1e3 / times.length).toFixed(3));
	return { processorMean, median: at(0.5), atTenthPercentile: at(0.1), atNinetiethPercentile: at(0.9) };
}
