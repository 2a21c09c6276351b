import type { BuildLink, DockerfileFacts, DockerfileStage, ImageUse } from '../../model/index.ts';
import { argFacts, type PlacedArg } from './argFacts.ts';
import { buildersOfStages } from './buildersOfStages.ts';
import { syntaxImage } from './directives.ts';
import { triggerHead } from './instructionHead.ts';
import { makeUse } from './makeUse.ts';
import { readArgs } from './readArgs.ts';
import { readFrom, type RawFrom } from './readFrom.ts';
import { readInstructions } from './readInstructions.ts';
import { resolveScenario, type ResolvedScenario } from './resolveScenario.ts';
import { resolveCopySource, resolveMountSource } from './resolveSource.ts';
import { scanInstructions, type RawInstruction } from './scanInstructions.ts';
import { plainScenario, scenariosOf, type Scenario } from './scenario.ts';
import { mayNameSource, sourceFlags } from './sourceFlags.ts';
import type { Source } from './source.ts';

/** What a Dockerfile, or a piece of text that is one, says. */
export interface DockerfileReading {
	readonly uses: readonly ImageUse[];
	readonly dockerfile: DockerfileFacts;
	/** The RUN instructions that were wanted. */
	readonly runs: readonly RawInstruction[];
}

/**
 * Reads a Dockerfile as BuildKit does, with the arguments and contexts of those who build it; `wanted` chooses RUN instructions to be
 * given back. Never throws.
 */
export function readDockerfile(source: Source, builds: readonly BuildLink[], wanted: (run: RawInstruction) => boolean = () => false): DockerfileReading {
	const froms: RawFrom[] = [];
	const args: PlacedArg[] = [];
	const runs: RawInstruction[] = [];
	const carriers: RawInstruction[] = [];
	const { escape, refused } = scanInstructions(source.text, (raw, mark) => {
		if (raw.head.keyword === 'from') { froms.push(readFrom(raw, mark)); }
		if (raw.head.keyword === 'from' || mayNameSource(raw)) { carriers.push(raw); }
		if (raw.head.keyword === 'run' && wanted(raw)) { runs.push(raw); }
		if (raw.head.keyword === 'arg') {
			const stage = froms.length - 1;
			for (const { name, nameSpan, valueSpan } of readArgs(raw, mark)) { args.push({ name, nameSpan, valueSpan, line: raw.line, stage }); }
		}
	});
	if (refused) { return { uses: [], dockerfile: { instructions: [], stages: [], args: [], escape }, runs: [] }; }
	const globals = args.filter(({ stage }) => stage === -1);
	const resolve = (scenario: Scenario): ResolvedScenario => resolveScenario(froms, globals, scenario, escape, source);
	const scenarios = scenariosOf(builds).map(resolve);
	const buildersOf = buildersOfStages(scenarios, froms, carriers, escape, () => resolve(plainScenario));
	const owners = froms.map((from, stage) => ownerOf(from, stage, source));
	const uses = syntaxUses(source);
	const stages: DockerfileStage[] = [];
	for (const raw of carriers) {
		const stage = stages.length - 1;
		if (raw.head.keyword === 'from') {
			const from = froms[stage + 1]!;
			stages.push(stageOf(from, from.word && uses.length, source));
			if (from.word) {
				uses.push(makeUse(
					{ kind: 'from', line: raw.line, span: from.word, owner: owners[stage + 1] },
					buildersOf(stage + 1).map(({ bases }) => bases[stage + 1]!),
					source,
				));
			}
			continue;
		}
		const trigger = triggerOf(raw, escape);
		const triggered = trigger && readFrom(trigger, escape);
		if (triggered?.word) {
			uses.push(makeUse(
				{ kind: 'onbuild-from', line: raw.line, span: triggered.word, owner: owners[stage] },
				buildersOf(stage).map(({ triggered: baseOf }) => baseOf(triggered)),
				source,
			));
		}
		for (const { kind, span, word, index } of sourceFlags(raw, escape)) {
			const meaningOf = index ? resolveCopySource : resolveMountSource;
			const outcomes = buildersOf(stage).map(({ stages: names, contexts }) => ({ word, meaning: meaningOf(word.value, names, contexts) }));
			uses.push(makeUse({ kind, line: raw.line, span, owner: owners[stage] }, outcomes, source));
		}
	}
	let instructions: DockerfileFacts['instructions'] | undefined;
	const dockerfile: DockerfileFacts = {
		// Few ask for them, and they are most of what a reading would have to keep.
		get instructions() { return instructions ??= readInstructions(source); },
		stages, args: argFacts(args, scenarios[0]!.scope, escape, source), escape,
	};
	return { uses, dockerfile, runs };
}

/** A FROM behind ONBUILD. BuildKit refuses it, but it names an image. */
function triggerOf(raw: RawInstruction, escape: string): RawInstruction | undefined {
	if (raw.head.keyword !== 'onbuild') { return; }
	const head = triggerHead(raw.head, raw.line.text, escape);
	return head.keyword === 'from' ? { ...raw, head } : undefined;
}

function syntaxUses(source: Source): ImageUse[] {
	const word = syntaxImage(source.text);
	if (!word) { return []; }
	return [makeUse(
		{ kind: 'syntax', line: { text: source.text, start: 0 }, span: word.span },
		[{ word, meaning: resolveMountSource(word.value, new Map(), new Set()) }],
		source,
	)];
}

function stageOf({ raw, name, nameSpan }: RawFrom, use: number | undefined, source: Source): DockerfileStage {
	return {
		...(name !== undefined && { name }),
		...(nameSpan && { nameSpan: source.span(raw.line, nameSpan) }),
		span: source.place({ start: raw.line.start, end: raw.end }),
		...(use !== undefined && { use }),
	};
}

function ownerOf({ raw: { line, head }, name, nameSpan }: RawFrom, stage: number, source: Source): NonNullable<ImageUse['owner']> {
	const span = nameSpan ?? { start: head.keywordStart, end: head.keywordEnd };
	return { label: `stage ${name ?? stage}`, span: source.span(line, span) };
}
