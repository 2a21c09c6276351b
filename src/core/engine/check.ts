import type { Finding } from '../model/index.ts';
import { diagnoses as allDiagnoses } from '../diagnoses/index.ts';
import type { Diagnosis } from '../diagnoses/diagnosis.ts';
import type { CheckOptions, EngineHost, FactsIndex } from './contract.ts';
import { askOnce } from './askOnce.ts';
import { enabledDiagnoses } from './enabledDiagnoses.ts';
import { applyExcuses } from './applyExcuses.ts';
import { builtNames } from './builtNames.ts';
import { lookedUp } from './lookedUp.ts';
import { offlineAsk } from './offlineAsk.ts';
import { orderFindings } from './orderFindings.ts';
import { runOffline } from './runOffline.ts';
import { runOnline } from './runOnline.ts';
import { breather } from '../util/breather.ts';
import { monotonic } from '../util/monotonic.ts';
import { withAnswers } from './withAnswers.ts';

/** What a check found, in the order of files, positions and codes, and what it took. */
export interface CheckResult {
	readonly findings: readonly Finding[];
	readonly summary: CheckSummary;
}

/** Counts over the whole check; `durationMs` is wall time. */
export interface CheckSummary {
	readonly files: number;
	/** Image references of every class. */
	readonly references: number;
	/** Questions to registries, and HTTP requests that they took. */
	readonly lookups: number;
	readonly requests: number;
	readonly durationMs: number;
}

/** Files whose registry questions are asked at the same time; hosts have their own limits in the client. */
const filesAtOnce = 8;
/** The event loop gets a turn after this many milliseconds of work without network; the step under way is still ended. */
const sliceMs = 4;

/**
 * Runs the diagnoses over the given files of the index: first what the texts alone show, file by file, then,
 * with a registry and not offline, what registries answer. A cancelled check resolves with what it has.
 */
export async function check(
	index: FactsIndex, files: readonly string[], host: EngineHost, options: CheckOptions, diagnoses: readonly Diagnosis[] = allDiagnoses,
): Promise<CheckResult> {
	const started = monotonic();
	const before = { lookups: 0, requests: 0, ...options.registry?.statistics };
	const signal = options.signal ?? new AbortController().signal;
	const enabled = enabledDiagnoses(diagnoses, options.settings);
	const workspace = index.all();
	const onFault = options.onFault?.bind(options);
	const facts = [...new Set(files)].sort().flatMap(file => index.get(file) ?? []);
	const registry = options.settings.offline || !options.registry ? undefined : askOnce(options.registry, signal);

	const offline = new Map<string, readonly Finding[]>();
	const done = new Map<string, readonly Finding[]>();
	const breathe = breather(sliceMs);
	for (const file of facts) {
		if (signal.aborted) { break; }
		await breathe();
		const ask = offlineAsk(file, workspace, options.settings, signal);
		const steps = runOffline(enabled, ask, onFault);
		let step = steps.next();
		for (; !step.done && !signal.aborted; step = steps.next()) {
			await breathe();
		}
		if (!step.done) { break; }
		const findings = step.value;
		offline.set(file.file, findings);
		const judged = applyExcuses(file, findings, enabled, 'offline');
		done.set(file.file, judged);
		options.onFindings?.(file.file, judged, 'offline');
	}

	if (registry && !signal.aborted) {
		const built = builtNames(workspace);
		const progress = { done: 0, total: facts.reduce((sum, file) => sum + lookedUp(file, built).length, 0), hosts: new Map<string, number>() };
		const report = (): void => options.onProgress?.({ done: progress.done, total: progress.total, hosts: [...progress.hosts.keys()] });
		await inParallel(facts, filesAtOnce, async file => {
			const known = offline.get(file.file);
			if (signal.aborted || !known) { return; }
			const ask = {
				...offlineAsk(file, workspace, options.settings, signal), registry,
				listens: async (address: string) => host.listens?.(address, signal),
			};
			const online = await runOnline(enabled, ask, lookedUp(file, built), {
				begin: name => { progress.hosts.set(name, (progress.hosts.get(name) ?? 0) + 1); report(); },
				end: name => {
					const left = (progress.hosts.get(name) ?? 1) - 1;
					if (left > 0) { progress.hosts.set(name, left); } else { progress.hosts.delete(name); }
					progress.done++;
					report();
				},
			}, onFault, host.hasLocalImage && (async name => await host.hasLocalImage?.(name, signal) === true));
			if (signal.aborted) { return; }
			const judged = applyExcuses(file, orderFindings(withAnswers(known, online.findings)), enabled, online.answered ? 'online' : 'offline');
			done.set(file.file, judged);
			options.onFindings?.(file.file, judged, 'online');
		});
	}

	const after = options.registry?.statistics ?? before;
	return {
		findings: facts.flatMap(file => done.get(file.file) ?? []),
		summary: {
			files: facts.length,
			references: facts.reduce((sum, file) => sum + file.uses.length, 0),
			lookups: after.lookups - before.lookups,
			requests: after.requests - before.requests,
			durationMs: Math.round(monotonic() - started),
		},
	};
}

async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
	const queue = items.values();
	await Promise.all(Array.from({ length: Math.min(width, items.length) }, async () => {
		for (const item of queue) { await work(item); }
	}));
}
