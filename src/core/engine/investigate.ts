import { setImmediate } from 'node:timers/promises';
import type { ExplainMatch } from '../explain/createExplainer.ts';
import { decide, isOpen, type Decision } from '../explain/decide.ts';
import { impliedTarget } from '../explain/kin.ts';
import { locate, type LocatedPlace } from '../explain/locate.ts';
import { possibleCauses, type PossibleCause } from '../explain/possibleCauses.ts';
import type { FileFacts, Finding } from '../model/index.ts';
import { parseReference } from '../reference/parseReference.ts';
import type { RegistryPort } from '../registry/port.ts';
import { check } from './check.ts';
import type { CheckSettings, EngineHost, FactsIndex } from './contract.ts';

/** A cause with everything that the workspace and the registry add to it. */
export interface Investigation {
	readonly match: ExplainMatch;
	readonly places: readonly LocatedPlace[];
	/** What the output can mean, where it can mean several things and nothing decided yet. */
	readonly causes: readonly PossibleCause[];
	readonly decision?: Decision;
}

/** What an investigation may use; without `registry` nobody is asked. */
export interface InvestigateOptions {
	readonly settings: CheckSettings;
	readonly registry?: RegistryPort;
	readonly signal?: AbortSignal;
	/** Known already, so that a check of the same files is not repeated. */
	readonly findings?: readonly Finding[];
}

/** Causes looked at closely; the rest are shown as they are. */
const most = 20;

/** Finds the places of the workspace that causes come from, the fixes that checks have there, and (with a registry) which cause holds. */
export async function investigate(
	matches: readonly ExplainMatch[],
	index: FactsIndex,
	host: EngineHost,
	options: InvestigateOptions,
): Promise<readonly Investigation[]> {
	const workspace = index.all();
	const checked = new Map<string, readonly Finding[]>();
	const result: Investigation[] = [];
	for (const match of matches.slice(0, most)) {
		if (options.signal?.aborted) { break; }
		await setImmediate();
		const decision = await decided(match, options);
		const settled = decision ? { ...match, code: decision.code } : match;
		const own = await findingsFor(settled, workspace, index, host, options, checked);
		const known = new Set(own.map(identity));
		const findings = [...own, ...(options.findings ?? []).filter(finding => !known.has(identity(finding)))];
		result.push({
			match, places: locate(settled, workspace, findings),
			causes: decision ? [] : possibleCauses(match),
			...decision && { decision },
		});
	}
	return result;
}

async function decided(match: ExplainMatch, { registry, signal, settings }: InvestigateOptions): Promise<Decision | undefined> {
	const parsed = registry && !settings.offline && isOpen(match) ? parseReference((match.reference ?? '').replace(/^docker:\/\//, '')) : undefined;
	return registry && parsed?.ok ? decide(match, parsed.reference, await registry.check(parsed.reference, signal)) : undefined;
}

/** What checks say of the files, the place that the output proves to be at the other end taken as a target; online only of the images that are meant. */
async function findingsFor(
	match: ExplainMatch,
	workspace: readonly FileFacts[],
	index: FactsIndex,
	host: EngineHost,
	options: InvestigateOptions,
	checked: Map<string, readonly Finding[]>,
): Promise<readonly Finding[]> {
	const target = impliedTarget(match.code);
	const targets = target === undefined || options.settings.targets.length > 0 ? options.settings.targets : [target];
	const run = async (only: FactsIndex, files: readonly string[], online: boolean): Promise<readonly Finding[]> => (await check(only, files, host, {
		settings: { ...options.settings, targets, offline: !online },
		...online && options.registry && { registry: options.registry },
		...options.signal && { signal: options.signal },
	})).findings;
	const key = targets.join();
	const offline = checked.get(key) ?? await run(index, workspace.map(({ file }) => file), false);
	checked.set(key, offline);
	const places = options.registry && !options.settings.offline
		? locate(match, workspace, offline).filter(({ by }) => by === 'reference' || by === 'line' || by === 'variable')
		: [];
	if (places.length === 0) { return offline; }
	const meant = workspace.flatMap(facts => {
		const uses = facts.uses.filter(({ span }) =>
			places.some(place => place.file === facts.file && place.span.start === span.start && place.span.end === span.end));
		return uses.length > 0 ? [{ ...facts, uses }] : [];
	});
	const narrow: FactsIndex = { ...index, get: file => meant.find(facts => facts.file === file) };
	const known = new Set(offline.map(identity));
	return [...offline, ...(await run(narrow, meant.map(({ file }) => file), true)).filter(finding => !known.has(identity(finding)))];
}

function identity({ file, code, span }: Finding): string {
	return `${code} ${span.start} ${span.end} ${file}`;
}
