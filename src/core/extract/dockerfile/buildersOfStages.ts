import type { Outcome } from './makeUse.ts';
import type { RawFrom } from './readFrom.ts';
import type { ResolvedScenario } from './resolveScenario.ts';
import type { RawInstruction } from './scanInstructions.ts';
import { sourceFlags } from './sourceFlags.ts';

/**
 * Who makes a stage, by its index: BuildKit leaves out all that the target of a build is not made from, copies from or mounts, so what
 * that build hands in says nothing about it. A stage that nobody makes is read as in a build without arguments, which `plain` gives.
 */
export function buildersOfStages(
	builders: readonly ResolvedScenario[],
	froms: readonly RawFrom[],
	carriers: readonly RawInstruction[],
	escape: string,
	plain: () => ResolvedScenario,
): (stage: number) => readonly ResolvedScenario[] {
	if (builders.every(({ target }) => target === undefined)) { return () => builders; }
	const copied = copiedNames(carriers, escape);
	const needed = builders.map(({ target, bases }) => target === undefined ? undefined : neededStages(target, froms, bases, copied));
	let nobody: readonly ResolvedScenario[] | undefined;
	return stage => {
		const found = builders.filter((_, index) => needed[index]?.has(stage) ?? true);
		return found.length > 0 ? found : nobody ??= [plain()];
	};
}

/** The stages that a build of `target` makes; `undefined` where no stage is called so. */
function neededStages(
	target: string,
	froms: readonly RawFrom[],
	bases: readonly Outcome[],
	copied: readonly (readonly string[])[],
): ReadonlySet<number> | undefined {
	const known = new Map<string, number>();
	const numberOf = (name: string, limit: number): number => known.get(name.toLowerCase()) ?? (/^\d+$/.test(name) && Number(name) < limit ? Number(name) : -1);
	const sources = froms.map(({ name: own }, stage) => {
		const { word, meaning } = bases[stage]!;
		const found = [...meaning.class === 'stage' ? [word.value] : [], ...copied[stage] ?? []].map(name => numberOf(name, stage));
		if (own !== undefined) { known.set(own, stage); }
		return found;
	});
	const needed = new Set([numberOf(target, froms.length)]);
	for (const stage of needed) {
		for (const source of sources[stage] ?? []) { if (source !== -1) { needed.add(source); } }
	}
	return needed.has(-1) ? undefined : needed;
}

/** What `--from=build` and `--mount=from=0` name, by stage. */
function copiedNames(carriers: readonly RawInstruction[], escape: string): readonly (readonly string[])[] {
	const found: string[][] = [];
	for (const raw of carriers) {
		if (raw.head.keyword === 'from') { found.push([]); } else { found.at(-1)?.push(...sourceFlags(raw, escape).map(({ word }) => word.value)); }
	}
	return found;
}
