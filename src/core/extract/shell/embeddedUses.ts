import type { BuildLink, ImageUse, Span } from '../../model/index.ts';
import { folderOf, joinPath } from '../../util/filePath.ts';
import { composeMap } from '../../util/composeMap.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { extractCompose } from '../compose/extractCompose.ts';
import { extractDockerfileText } from '../dockerfile/extractDockerfileText.ts';
import { extractKubernetes } from '../kubernetes/extractKubernetes.ts';
import { extractQuadlet } from '../quadlet/extractQuadlet.ts';
import { templateMark } from '../yaml/blankTemplates.ts';
import type { ShellWord } from './shellWord.ts';

/** What a text that a script holds is. */
export type EmbeddedKind = 'dockerfile' | 'compose' | 'kubernetes' | 'quadlet';

/** Where such a text stands. */
export interface EmbeddedPlace {
	readonly file: string;
	/** That file's whole text. */
	readonly outerText: string;
	/** Who builds a Dockerfile, and with which arguments. */
	readonly builds?: readonly BuildLink[];
	/** What it goes on from is written elsewhere. */
	readonly isRest?: boolean;
}

/** The references of a file that a script writes or hands to a tool; all spans are in the script. Never throws. */
export function embeddedUses(kind: EmbeddedKind, word: ShellWord, place: EmbeddedPlace): readonly ImageUse[] {
	const { map, hasLines } = withMarks(word);
	const all = kind === 'dockerfile' ? extractDockerfileText(map, place).uses : cardUses(cards[kind], map, place);
	// A bare name may be a stage of the part that is not known.
	const isPart = kind === 'dockerfile' && (place.isRest === true || hasLines);
	const uses = isPart ? all.filter(use => use.class !== 'image' || /[:@/]/.test(use.text)) : all;
	const known = new Map(word.variables.map(variable => [variable.name, variable]));
	return uses.map(use => {
		const named = new Set([...use.text.matchAll(/\$\{?(\w+)/g)].map(match => match[1]!));
		const variables = [...named].flatMap(name => known.get(name) ?? []);
		return variables.length === 0
			? use
			: { ...use, variables: [...use.variables, ...variables], ...(word.environmentDependent && { environmentDependent: true }) };
	});
}

/** How files are read that are no Dockerfiles, under the name that they could have. */
const cards = {
	compose: { name: 'compose.yaml', extract: extractCompose },
	kubernetes: { name: 'object.yaml', extract: extractKubernetes },
	quadlet: { name: 'unit.container', extract: extractQuadlet },
} as const;

/** What the shell puts in and nobody knows here is a mark that every reader knows, or as a line of its own a blank one. */
function withMarks({ map, openSpans }: ShellWord): { readonly map: TextMap; readonly hasLines: boolean } {
	if (openSpans.length === 0) { return { map, hasLines: false }; }
	const builder = new TextMapBuilder();
	let from = 0;
	let hasLines = false;
	for (const { start, end } of openSpans) {
		const isLine = isAlone(map.text, start, end);
		hasLines ||= isLine;
		builder.verbatim(map.text.slice(from, start), from).replaced(isLine ? ' ' : templateMark, start, end);
		from = end;
	}
	return { map: composeMap(map, builder.verbatim(map.text.slice(from), from).build()), hasLines };
}

/** True for what has a line of its own. */
function isAlone(text: string, start: number, end: number): boolean {
	let from = start;
	let to = end;
	while (/[ \t]/.test(text[from - 1] ?? '')) { from--; }
	while (/[ \t\r]/.test(text[to] ?? '')) { to++; }
	return (from === 0 || text[from - 1] === '\n') && (to === text.length || text[to] === '\n');
}

function cardUses({ name, extract }: (typeof cards)[keyof typeof cards], map: TextMap, { file, outerText }: EmbeddedPlace): readonly ImageUse[] {
	const own = joinPath(folderOf(file), name);
	const { uses } = extract({ file: own, text: map.text, files: new Map(), environment: {}, builds: [] });
	return uses.flatMap(use => use.command === undefined ? moved(use, own, map, file, outerText) : []);
}

/** A use of the inner text as one of the outer. */
function moved(use: ImageUse, own: string, map: TextMap, file: string, outerText: string): ImageUse {
	const { errorSpan, owner, ...rest } = use;
	const span = map.outerSpan(use.span);
	const literal = (part: Span | undefined): Span | undefined => part && map.verbatim(part) ? map.outerSpan(part) : undefined;
	const wrong = literal(errorSpan);
	const spans = Object.fromEntries(Object.entries(use.spans).flatMap(([name, part]) => {
		const found = literal(part);
		return found ? [[name, found]] : [];
	}));
	return {
		...rest,
		span,
		text: outerText.slice(span.start, span.end),
		spans,
		variables: use.variables.map(({ source, ...variable }) => source?.file !== own
			? { ...variable, ...(source && { source }) }
			: { ...variable, source: { file, span: map.outerSpan(source.span) } }),
		...(wrong && { errorSpan: wrong }),
		...(owner && { owner: { ...owner, span: map.outerSpan(owner.span) } }),
	};
}
