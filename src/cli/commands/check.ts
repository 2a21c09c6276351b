import { parseArgs } from 'node:util';
import { diagnoses } from '../../core/diagnoses/index.ts';
import { check as runCheck, type CheckResult } from '../../core/engine/check.ts';
import type { CheckSettings } from '../../core/engine/contract.ts';
import type { Finding, Severity } from '../../core/model/index.ts';
import { targets } from '../../core/targets/index.ts';
import { printable } from '../../core/util/printable.ts';
import { readBaseline, withoutBaseline, writeBaseline } from '../baseline.ts';
import { readConfig, type CliConfig } from '../config.ts';
import { fixFiles } from '../fixFiles.ts';
import { formatGithub } from '../format/github.ts';
import { formatJson } from '../format/json.ts';
import type { CheckReport } from '../format/report.ts';
import { formatSarif } from '../format/sarif.ts';
import { fixedLines, formatText } from '../format/text.ts';
import { isPlatform } from '../isPlatform.ts';
import { loadFacts } from '../loadFacts.ts';
import { makeRegistry } from '../makeRegistry.ts';
import { nodeHost } from '../nodeHost.ts';
import { notChecked } from '../notChecked.ts';
import { oneOf } from '../oneOf.ts';
import { rangesOf } from '../positions.ts';
import { progressLine } from '../progressLine.ts';
import type { Streams } from '../streams.ts';
import { UsageError } from '../usageError.ts';

const options = {
	format: { type: 'string', default: 'text' },
	offline: { type: 'boolean' },
	target: { type: 'string', multiple: true },
	platform: { type: 'string', multiple: true },
	severity: { type: 'string', multiple: true },
	profile: { type: 'string' },
	config: { type: 'string' },
	baseline: { type: 'string' },
	'update-baseline': { type: 'boolean' },
	fix: { type: 'boolean' },
	'fail-on': { type: 'string' },
	'insecure-host': { type: 'string', multiple: true },
	'no-cache': { type: 'boolean' },
	'no-color': { type: 'boolean' },
} as const;

/** `pullcheck check`: findings of all files, printed in one of four formats. */
export async function check(args: readonly string[], streams: Streams): Promise<number> {
	const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
	const format = oneOf('--format', values.format, ['text', 'json', 'sarif', 'github'] as const);
	const config = readConfig(values.config, streams.cwd);
	const failOn = oneOf('--fail-on', values['fail-on'] ?? config.failOn ?? 'error', ['error', 'warning', 'never'] as const);
	const settings = settingsOf(values, config);
	const baseline = values.baseline ?? config.baseline;
	if (values['update-baseline'] && baseline === undefined) { throw new UsageError('--update-baseline needs --baseline FILE'); }
	const known = baseline === undefined || values['update-baseline'] ? undefined : readBaseline(baseline, streams.cwd);

	const progress = progressLine(streams, 'Reading files');
	const err = (text: string): void => { progress.clear(); streams.err(text); };
	const host = nodeHost(streams.cwd, streams.environment, !settings.offline);
	let registry: Awaited<ReturnType<typeof makeRegistry>> | undefined;
	try {
		const loaded = await loadFacts(positionals, { ...streams, err }, host, config.exclude);
		registry = settings.offline ? undefined : await makeRegistry(streams, {
			insecureHosts: [...config.insecureHosts ?? [], ...values['insecure-host'] ?? []],
			allowHosts: config.allowHosts ?? [],
			denyHosts: config.denyHosts ?? [],
			cache: values['no-cache'] !== true,
		});
		const asked = registry;
		const run = async (): Promise<CheckResult> => {
			const result = await runCheck(loaded.index, loaded.files, host, {
				settings,
				signal: streams.signal,
				onProgress: ({ done, total, hosts }) => { progress.show(`Asking ${done}/${total}  ${hosts.slice(0, 4).join('  ')}`); },
				onFault: (code, file, error) => { err(`pullcheck: the check ${code} failed in ${file}, please report this: ${String(error)}\n`); },
				...asked && { registry: asked },
			});
			// Half of what there is to know is nothing to write by.
			streams.signal.throwIfAborted();
			return known ? { ...result, findings: withoutBaseline(result.findings, known, streams.cwd) } : result;
		};
		const first = await run();
		if (values['update-baseline'] && baseline !== undefined) {
			await writeBaseline(first.findings, baseline, streams.cwd);
			err(`Wrote ${first.findings.length} findings to ${printable(baseline)}\n`);
			return 0;
		}
		const { result, fixed } = values.fix ? await fixFiles(first, loaded, streams.cwd, run) : { result: first, fixed: [] };
		progress.end();
		const report: CheckReport = {
			...result, fixed, rangeOf: rangesOf(loaded.textOf), textOf: loaded.textOf, offline: settings.offline,
			notChecked: asked ? notChecked(loaded.index, loaded.files, asked) : [],
		};
		if (format !== 'text') { err(fixedLines(report)); }
		streams.out({
			json: () => formatJson(report),
			sarif: () => formatSarif(report),
			github: () => formatGithub(report),
			text: () => formatText(report, streams.colour && !values['no-color']),
		}[format]());
		return failed(result.findings, failOn) ? 1 : 0;
	} finally {
		progress.end();
		await registry?.dispose();
	}
}

function failed(findings: readonly Finding[], failOn: 'error' | 'warning' | 'never'): boolean {
	if (failOn === 'never') { return false; }
	return findings.some(({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'));
}

function settingsOf(values: { readonly [Name in keyof typeof options]?: string | boolean | string[] }, config: CliConfig): CheckSettings {
	const wanted = values.target as string[] | undefined ?? config.targets ?? [];
	const unknown = wanted.find(id => !targets.some(target => target.id === id));
	if (unknown !== undefined) {
		throw new UsageError(`unknown target "${unknown}"; known are ${targets.map(target => target.id).join(', ')}`);
	}
	return {
		profile: oneOf('--profile', String(values.profile ?? config.profile ?? 'default'), ['default', 'strict', 'quiet'] as const),
		severity: { ...config.severity, ...severities(values.severity as string[] | undefined ?? []) },
		targets: wanted,
		platforms: platformsOf(values.platform as string[] | undefined) ?? config.platforms ?? [],
		offline: values.offline === true || config.offline === true,
	};
}

function platformsOf(given: readonly string[] | undefined): readonly string[] | undefined {
	const wrong = given?.find(name => !isPlatform(name));
	if (wrong !== undefined) { throw new UsageError(`--platform takes OS/ARCH[/VARIANT], for example linux/arm64; not "${wrong}"`); }
	return given;
}

function severities(given: readonly string[]): Record<string, Severity | 'off'> {
	return Object.fromEntries(given.map(pair => {
		const [code = '', level] = pair.split('=');
		if (!diagnoses.some(diagnosis => diagnosis.code === code)) { throw new UsageError(`--severity CODE=LEVEL: there is no diagnosis "${code}"`); }
		return [code, oneOf('--severity CODE=LEVEL', level ?? '', ['error', 'warning', 'info', 'hint', 'off'] as const)];
	}));
}
