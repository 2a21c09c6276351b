import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { check as runCheck } from '../../core/engine/check.ts';
import type { CheckSettings } from '../../core/engine/contract.ts';
import type { Finding, Severity } from '../../core/model/index.ts';
import { targets } from '../../core/targets/index.ts';
import { formatMessage } from '../../core/util/formatMessage.ts';
import { applyFixes } from '../applyFixes.ts';
import { withoutBaseline, writeBaseline } from '../baseline.ts';
import { readConfig, type CliConfig } from '../config.ts';
import { formatGithub } from '../format/github.ts';
import { formatJson } from '../format/json.ts';
import type { CheckReport } from '../format/report.ts';
import { formatSarif } from '../format/sarif.ts';
import { formatText } from '../format/text.ts';
import { loadFacts } from '../loadFacts.ts';
import { makeRegistry } from '../makeRegistry.ts';
import { nodeHost } from '../nodeHost.ts';
import { notChecked } from '../notChecked.ts';
import { oneOf } from '../oneOf.ts';
import { rangesOf } from '../positions.ts';
import { progressLine } from '../progressLine.ts';
import type { Streams } from '../streams.ts';
import { textsElsewhere } from '../textsElsewhere.ts';
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
	const config = await readConfig(values.config, streams.cwd);
	const failOn = oneOf('--fail-on', values['fail-on'] ?? config.failOn ?? 'error', ['error', 'warning', 'never'] as const);
	const settings = settingsOf(values, config);
	const baseline = values.baseline ?? config.baseline;
	if (values['update-baseline'] && baseline === undefined) { throw new UsageError('--update-baseline needs --baseline FILE'); }

	const host = nodeHost(streams.cwd, streams.environment, !settings.offline);
	const { index, files } = await loadFacts(positionals, streams, host, config.exclude);
	const registry = settings.offline ? undefined : await makeRegistry(streams, {
		insecureHosts: [...config.insecureHosts ?? [], ...values['insecure-host'] ?? []],
		allowHosts: config.allowHosts ?? [],
		denyHosts: config.denyHosts ?? [],
		cache: values['no-cache'] !== true,
	});
	const progress = progressLine(streams);
	try {
		const result = await runCheck(index, files, host, {
			settings,
			signal: streams.signal,
			onProgress: progress.update,
			onFault: (code, file, error) => { streams.err(`pullcheck: the check ${code} failed in ${file}, please report this: ${String(error)}\n`); },
			...(registry ? { registry } : {}),
		});
		progress.clear();
		if (values['update-baseline'] && baseline !== undefined) {
			await writeBaseline(result.findings, baseline, streams.cwd);
			streams.err(`Wrote ${result.findings.length} findings to ${baseline}\n`);
			return 0;
		}
		let findings = baseline === undefined ? [...result.findings] : await withoutBaseline(result.findings, baseline, streams.cwd);
		const elsewhere = await textsElsewhere(findings, index, host);
		const textOf = (file: string): string | undefined => index.get(file)?.text ?? elsewhere.get(file);
		if (values.fix) { findings = await fix(findings, textOf, streams); }
		const report: CheckReport = { findings, summary: result.summary, rangeOf: rangesOf(textOf), textOf };
		streams.out({
			json: () => formatJson(report),
			sarif: () => formatSarif(report),
			github: () => formatGithub(report),
			text: () => formatText(report, {
				colour: streams.colour && !values['no-color'],
				offline: settings.offline,
				notChecked: registry ? notChecked(index, files, registry) : [],
			}),
		}[format]());
		return failed(findings, failOn) ? 1 : 0;
	} finally {
		progress.clear();
		await registry?.dispose();
	}
}

/** Writes the changed files (a byte order mark stays) and gives the findings that are left. */
async function fix(findings: readonly Finding[], textOf: (file: string) => string | undefined, streams: Streams): Promise<Finding[]> {
	const { files, applied } = applyFixes(findings, textOf);
	for (const { file, text } of files) {
		const path = resolve(streams.cwd, file);
		const marked = (await readFile(path)).subarray(0, 3).equals(byteOrderMark);
		await writeFile(path, marked ? Buffer.concat([byteOrderMark, Buffer.from(text)]) : text);
	}
	for (const finding of applied) {
		streams.err(`fixed ${finding.file}: ${formatMessage(finding.fixes[0]!.title)} (${finding.code})\n`);
	}
	return findings.filter(finding => !applied.includes(finding));
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

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
		platforms: values.platform as string[] | undefined ?? config.platforms ?? [],
		offline: values.offline === true || config.offline === true,
	};
}

function severities(given: readonly string[]): Record<string, Severity | 'off'> {
	return Object.fromEntries(given.map(pair => {
		const [code, level] = pair.split('=');
		return [code ?? '', oneOf('--severity CODE=LEVEL', level ?? '', ['error', 'warning', 'info', 'hint', 'off'] as const)];
	}));
}
