import type { BuildLink, DockerfileFacts, DockerfileInstruction, DockerfileStage, ImageUse } from '../../model/index.ts';
import { argFacts, type PlacedArg } from './argFacts.ts';
import { syntaxImage } from './directives.ts';
import { headOf, triggerHead, upperCase } from './instructionHead.ts';
import { makeUse } from './makeUse.ts';
import { readArgs } from './readArgs.ts';
import { readFrom, type RawFrom } from './readFrom.ts';
import { resolveScenario } from './resolveScenario.ts';
import { resolveCopySource, resolveMountSource } from './resolveSource.ts';
import { scanInstructions, type RawInstruction } from './scanInstructions.ts';
import { scenariosOf } from './scenario.ts';
import { mayNameSource, sourceFlags } from './sourceFlags.ts';
import type { Source } from './source.ts';

/** What a Dockerfile, or a piece of text that is one, says. */
export interface DockerfileReading {
	readonly uses: readonly ImageUse[];
	readonly dockerfile: DockerfileFacts;
}

/** Reads a Dockerfile as BuildKit does, with the arguments and contexts of those who build it. Never throws. */
export function readDockerfile(source: Source, builds: readonly BuildLink[]): DockerfileReading {
	const froms: RawFrom[] = [];
	const args: PlacedArg[] = [];
	const instructions: DockerfileInstruction[] = [];
	const carriers: RawInstruction[] = [];
	const { escape, refused } = scanInstructions(source.text, (raw, mark) => {
		if (raw.head.keyword === 'from') { froms.push(readFrom(raw, mark)); }
		if (raw.head.keyword === 'from' || mayNameSource(raw)) { carriers.push(raw); }
		const stage = froms.length - 1;
		if (raw.head.keyword === 'arg') {
			for (const { name, nameSpan, valueSpan } of readArgs(raw, mark)) { args.push({ name, nameSpan, valueSpan, line: raw.line, stage }); }
		}
		instructions.push(instructionOf(raw, stage, source));
	});
	if (refused) { return { uses: [], dockerfile: { instructions: [], stages: [], args: [], escape } }; }
	const globals = args.filter(({ stage }) => stage === -1);
	const scenarios = scenariosOf(builds).map(scenario => resolveScenario(froms, globals, scenario, escape, source));
	const owners = froms.map((from, stage) => ownerOf(from, stage, source));
	const uses = syntaxUses(source);
	const stages: DockerfileStage[] = [];
	for (const raw of carriers) {
		const stage = stages.length - 1;
		if (raw.head.keyword === 'from') {
			const from = froms[stage + 1]!;
			stages.push(stageOf(from, from.word && uses.length, source));
			if (from.word) {
				uses.push(makeUse({ kind: 'from', line: raw.line, span: from.word, owner: owners[stage + 1] }, scenarios.map(({ bases }) => bases[stage + 1]!), source));
			}
			continue;
		}
		const trigger = triggerOf(raw, escape);
		const triggered = trigger && readFrom(trigger, escape);
		if (triggered?.word) {
			uses.push(makeUse({ kind: 'onbuild-from', line: raw.line, span: triggered.word, owner: owners[stage] }, scenarios.map(scenario => scenario.triggered(triggered)), source));
		}
		for (const { kind, span, word, index } of sourceFlags(raw, escape)) {
			const resolve = index ? resolveCopySource : resolveMountSource;
			const outcomes = scenarios.map(({ stages: names, contexts }) => ({ word, meaning: resolve(word.value, names, contexts) }));
			uses.push(makeUse({ kind, line: raw.line, span, owner: owners[stage] }, outcomes, source));
		}
	}
	return { uses, dockerfile: { instructions, stages, args: argFacts(args, scenarios[0]!.scope, escape, source), escape } };
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
	return [makeUse({ kind: 'syntax', line: { text: source.text, start: 0 }, span: word.span }, [{ word, meaning: resolveMountSource(word.value, new Map(), new Set()) }], source)];
}

function instructionOf({ head, line, end }: RawInstruction, stage: number, source: Source): DockerfileInstruction {
	const { keyword, keywordStart, keywordEnd, argsStart, argsEnd } = head;
	const instruction = {
		keyword: upperCase(keyword),
		span: source.place({ start: line.start, end }),
		keywordSpan: source.span(line, { start: keywordStart, end: keywordEnd }),
		stage,
		value: line.text.slice(argsStart, argsEnd),
	};
	return keyword === 'onbuild' ? { ...instruction, onbuild: upperCase(headOf(line.text, argsStart, argsEnd).keyword) } : instruction;
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
