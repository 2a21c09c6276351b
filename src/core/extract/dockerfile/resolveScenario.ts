import type { VariableUse } from '../../model/index.ts';
import { expandWord } from './expandWord.ts';
import type { PlacedArg } from './argFacts.ts';
import { globalScope, type GlobalScope } from './globalEnvironment.ts';
import type { Outcome } from './makeUse.ts';
import type { RawFrom } from './readFrom.ts';
import { resolveBase, type StageNames } from './resolveSource.ts';
import type { Scenario } from './scenario.ts';
import type { Source } from './source.ts';

/** A Dockerfile as one caller builds it. */
export interface ResolvedScenario {
	readonly scope: GlobalScope;
	/** One for each FROM. */
	readonly bases: readonly Outcome[];
	/** All stages of the file: COPY and RUN find later ones as well, which then is an error of its own. */
	readonly stages: StageNames;
	readonly contexts: ReadonlySet<string>;
	/** The stage that is asked for. */
	readonly target: string | undefined;
	/** The base of a FROM behind ONBUILD. */
	readonly triggered: (from: RawFrom) => Outcome;
}

/** Goes through the FROMs in order: a base sees the stages above it only, and never its own name. */
export function resolveScenario(
	froms: readonly RawFrom[],
	globals: readonly PlacedArg[],
	scenario: Scenario,
	escape: string,
	source: Source,
): ResolvedScenario {
	const { contexts, target } = scenario;
	const scope = globalScope(globals, scenario, froms.at(-1)?.name ?? 'default', escape, source);
	const stages = new Map<string, boolean>();
	const bases = froms.map(from => {
		const base = baseOf(from, scope, stages, scenario, escape);
		if (from.name !== undefined) { stages.set(from.name, contexts.has(from.name)); }
		return base;
	});
	return { scope, bases, stages, contexts, target, triggered: ({ raw, word }) => baseOf({ raw, ...(word && { word }) }, scope, stages, scenario, escape) };
}

function baseOf({ raw: { line }, word: span, name, platform }: RawFrom, scope: GlobalScope, stages: StageNames, scenario: Scenario, escape: string): Outcome {
	if (!span) { return { word: { value: '', origins: 0 }, meaning: { class: 'invalid' } }; }
	const word = expandWord(line.text, span, escape, scope.environment);
	const variables: readonly VariableUse[] = word.variables.length > 0 ? word.variables.map(variable => scope.describe(variable, line)) : [];
	const platforms = platformsOf(platform?.value, scope, scenario, escape);
	const common = { word, variables, platforms, dependent: word.variables.some(({ entry }) => entry?.dependent) };
	if (name !== undefined && scenario.contexts.has(name)) { return { ...common, meaning: { class: 'context' } }; }
	if (word.error ? word.error.unset : word.value === '' && variables.length > 0) { return { ...common, meaning: { class: 'variable' } }; }
	return { ...common, meaning: resolveBase(word.value, stages, scenario.contexts) };
}

/** What is asked for by name; nothing where it comes from the machine that builds. */
function platformsOf(flag: string | undefined, scope: GlobalScope, { platform }: Scenario, escape: string): string[] {
	if (flag === undefined) { return platform === undefined ? [] : [platform]; }
	const { value, variables, error } = expandWord(flag, { start: 0, end: flag.length }, escape, scope.environment);
	return error || value === '' || variables.some(({ entry }) => entry?.dependent) ? [] : [value];
}
