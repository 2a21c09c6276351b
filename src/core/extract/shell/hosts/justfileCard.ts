import { baseName, folderOf } from '../../../util/filePath.ts';
import { TextMapBuilder } from '../../../util/textMap.ts';
import type { ExtractCard } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import type { ShellVariable } from '../shellScope.ts';
import { HostReader } from './hostReader.ts';
import { templatesAsVariables } from './taskfileCard.ts';

/** justfiles: recipe lines with `{{name}}` of assignments; a recipe with a shebang is one script. */
export const justfileCard: ExtractCard = {
	kind: 'justfile',
	matches: (file, languageId) => languageId === 'just' || /^\.?justfile$|\.just$/i.test(baseName(file)),
	extract({ file, text }) {
		const reader = new HostReader(file, text, 'justfile');
		const lines = [...text.matchAll(/[^\n]*(?:\n|$)/g)].filter(match => match[0] !== '').map(match => ({ start: match.index, text: match[0] }));
		const variables = assignments(file, lines);
		for (let at = 0; at < lines.length;) {
			const from = at;
			while (at < lines.length && /^[ \t]+\S|^\s*$/.test(lines[at]!.text)) { at++; }
			if (at > from) { readRecipe(reader, lines.slice(from, at), variables); } else { at++; }
		}
		return { ...emptyFacts(file, 'justfile', text), ...reader.collection.facts() };
	},
};

interface Line {
	readonly start: number;
	readonly text: string;
}

function assignments(file: string, lines: readonly Line[]): ReadonlyMap<string, ShellVariable> {
	const found = new Map<string, ShellVariable>();
	for (const { start, text } of lines) {
		const match = /^(?:export\s+)?([A-Za-z_][\w-]*)\s*:=\s*(?:"([^"\\{]*)"|'([^'{]*)')\s*(?:#.*)?\r?\n?$/.exec(text);
		const value = match?.[2] ?? match?.[3];
		if (!match || value === undefined) { continue; }
		const at = start + text.indexOf(value, match[1]!.length);
		found.set(match[1]!, { value, open: [], source: { file, span: { start: at, end: at + value.length } } });
	}
	return found;
}

function readRecipe(reader: HostReader, lines: readonly Line[], variables: ReadonlyMap<string, ShellVariable>): void {
	const builder = new TextMapBuilder();
	const isScript = lines.some(({ text }, index) => index === 0 && /^\s*#!/.test(text));
	let continued = false;
	for (const { start, text } of lines) {
		const indent = /^[ \t]*/.exec(text)![0].length;
		// `@` and `-` in front belong to just; a continuation line has none.
		const sigils = continued || isScript ? 0 : /^[@-]*/.exec(text.slice(indent))![0].length;
		builder.verbatim(text.slice(indent + sigils), start + indent + sigils);
		continued = /\\\r?\n$/.test(text);
	}
	reader.script(templatesAsVariables(builder.build(), /\{\{\s*([A-Za-z_]\w*)\s*\}\}/g), { folders: [folderOf(reader.file)], variables });
}
