import type { BuildLink, DockerfileArg, DockerfileFacts, DockerfileInstruction, DockerfileStage, ImageUse } from '../../model/index.ts';
import { makeUse, type UsePlace } from './makeUse.ts';
import { syntaxSpan } from './directives.ts';
import { expandWord, type Environment, type EnvironmentEntry } from './expandWord.ts';
import { plainLine, type LogicalLine } from './logicalLine.ts';
import { readArgs, type ArgWord } from './readArgs.ts';
import { readFrom, type RawFrom } from './readFrom.ts';
import { resolveScenario } from './resolveScenario.ts';
import { resolveCopySource, resolveMountSource, type Meaning } from './resolveSource.ts';
import { headOf, scanInstructions, type RawInstruction } from './scanInstructions.ts';
import { scenariosOf } from './scenario.ts';
import { sourceFlags } from './sourceFlags.ts';
import type { Source } from './source.ts';

/** What a Dockerfile, or a piece of text that is one, says. */
export interface DockerfileReading {
	readonly uses: readonly ImageUse[];
	readonly dockerfile: DockerfileFacts;
}

interface PlacedArg extends ArgWord { readonly line: LogicalLine; readonly stage: number }

/** Reads a Dockerfile as BuildKit does, with the arguments and contexts of those who build it. Never throws. */
export function readDockerfile(source: Source, builds: readonly BuildLink[]): DockerfileReading {
	const { instructions: raws, escape, refused } = scanInstructions(source.text);
	const froms: RawFrom[] = [];
	const args: PlacedArg[] = [];
	const instructions: DockerfileInstruction[] = [];
	for (const raw of raws) {
		if (raw.keyword === 'from') { froms.push(readFrom(raw, escape)); }
		const stage = froms.length - 1;
		if (raw.keyword === 'arg') {
			for (const word of readArgs(raw, escape)) { args.push({ ...word, line: raw.line, stage }); }
		}
		instructions.push(instructionOf(raw, stage, source));
	}
	const globals = args.filter(({ stage }) => stage === -1);
	const scenarios = scenariosOf(builds).map(scenario => resolveScenario(froms, globals, scenario, escape, source));
	const uses: ImageUse[] = [];
	const stages: DockerfileStage[] = froms.map(({ raw, name, nameSpan }) => ({
		...(name && { name }), ...(nameSpan && { nameSpan: source.span(raw.line, nameSpan) }), span: source.place({ start: raw.start, end: raw.end }),
	}));

	const syntax = refused ? undefined : syntaxSpan(source.text);
	if (syntax) {
		const text = source.text.slice(syntax.start, syntax.end);
		const place: UsePlace = { kind: 'syntax', line: plainLine(source.text, 0), span: syntax };
		const word = { value: text, origins: Array.from({ length: text.length }, (_, index) => syntax.start + index) };
		uses.push(makeUse(place, [{ word, meaning: resolveMountSource(text, new Map(), new Set()) }], source));
	}
	let stage = -1;
	for (const raw of raws) {
		if (raw.keyword === 'from') {
			stage++;
			const { word } = froms[stage]!;
			if (!word) { continue; }
			stages[stage] = { ...stages[stage]!, use: uses.length };
			uses.push(makeUse({ kind: 'from', line: raw.line, span: word, owner: ownerOf(froms, stage, source) }, scenarios.map(({ bases }) => bases[stage]!), source));
			continue;
		}
		for (const { kind, span, word, index } of sourceFlags(raw, escape)) {
			const resolve = index ? resolveCopySource : resolveMountSource;
			const meanings = scenarios.map(({ stages: names, contexts }): { word: typeof word; meaning: Meaning } => ({ word, meaning: resolve(word.value, names, contexts) }));
			uses.push(makeUse({ kind, line: raw.line, span, ...(stage >= 0 && { owner: ownerOf(froms, stage, source) }) }, meanings, source));
		}
	}
	return { uses, dockerfile: { instructions, stages, args: argFacts(args, scenarios[0]!.scope, escape, source), escape } };
}

function instructionOf(raw: RawInstruction, stage: number, source: Source): DockerfileInstruction {
	const { keyword, line, keywordStart, keywordEnd, argsStart, argsEnd, start, end } = raw;
	return {
		keyword: keyword.toUpperCase(),
		span: source.place({ start, end }),
		keywordSpan: source.span(line, { start: keywordStart, end: keywordEnd }),
		stage,
		value: line.text.slice(argsStart, argsEnd),
		...(keyword === 'onbuild' && { onbuild: headOf(line, argsStart, argsEnd).keyword.toUpperCase() }),
	};
}

function ownerOf(froms: readonly RawFrom[], stage: number, source: Source): NonNullable<ImageUse['owner']> {
	const { raw, name, nameSpan } = froms[stage]!;
	const span = nameSpan ?? { start: raw.keywordStart, end: raw.keywordEnd };
	return { label: `stage ${name ?? stage}`, span: source.span(raw.line, span) };
}

/** Values of ARGs; in a stage one without default has the global one's value, as BuildKit hands it down. */
function argFacts(args: readonly PlacedArg[], scope: { readonly environment: Environment; readonly defaults: readonly (string | undefined)[] }, escape: string, source: Source): DockerfileArg[] {
	let own = new Map<string, EnvironmentEntry>();
	let current = -1;
	return args.map(({ name, nameSpan, valueSpan, line, stage }, index) => {
		if (stage !== current) { own = new Map(); current = stage; }
		const environment: Environment = each => own.get(each) ?? scope.environment(each);
		const written = stage === -1 ? scope.defaults[index] : valueSpan && expandWord(line.text, valueSpan, escape, environment).value;
		const value = written ?? (stage === -1 ? undefined : scope.environment(name)?.value);
		if (value !== undefined) { own.set(name, { value, origin: 'arg' }); }
		return {
			name,
			nameSpan: source.span(line, nameSpan),
			...(value !== undefined && { value }),
			...(valueSpan && { valueSpan: source.span(line, valueSpan) }),
			stage,
		};
	});
}

