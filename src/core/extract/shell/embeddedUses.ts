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
}

/** The references of a file that a script writes or hands to a tool; all spans are in the script. Never throws. */
export function embeddedUses(kind: EmbeddedKind, word: ShellWord, place: EmbeddedPlace): readonly ImageUse[] {
	const map = withMarks(word);
	const uses = kind === 'dockerfile' ? extractDockerfileText(map, place).uses : cardUses(cards[kind], map, place);
	const named = [...new Map(word.variables.map(variable => [variable.name, variable])).values()];
	return uses.map(use => {
		const variables = named.filter(({ name }) => use.text.includes(`$${name}`) || use.text.includes(`\${${name}`));
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

/** What the shell puts in and nobody knows here is a mark that every reader knows. */
function withMarks({ map, openSpans }: ShellWord): TextMap {
	if (openSpans.length === 0) { return map; }
	const builder = new TextMapBuilder();
	let from = 0;
	for (const { start, end } of openSpans) {
		builder.verbatim(map.text.slice(from, start), from).replaced(templateMark, start, end);
		from = end;
	}
	return composeMap(map, builder.verbatim(map.text.slice(from), from).build());
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
