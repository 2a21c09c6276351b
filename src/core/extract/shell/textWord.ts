import type { Span, VariableUse } from '../../model/index.ts';
import { composeMap } from '../../util/composeMap.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { subMap } from '../subMap.ts';
import type { ShellVariable } from './shellScope.ts';
import type { ShellWord } from './shellWord.ts';

/** How a host format writes variables in plain values. */
export interface VariableSyntax {
	/** Global; finds what is not literal. */
	readonly pattern: RegExp;
	/** The variable's name of a match; or what the match stands for when it is only an escape. */
	read(match: RegExpMatchArray): { readonly name: string } | { readonly literal: string };
	/** `undefined`: no known value. */
	value(name: string): ShellVariable | 'unknown' | undefined;
}

/** `$NAME` and `${NAME}` as GitLab and others fill them in; `$$` is a dollar sign. */
export function dollarSyntax(value: VariableSyntax['value']): VariableSyntax {
	return {
		pattern: /\$\$|\$\{?([A-Za-z_]\w*)\}?|\$\[\[[^\]]*\]\]|\$\(([^)]*)\)|%\w+%|\{\{[^}]*\}\}/g,
		read: match => match[0] === '$$' ? { literal: '$' } : { name: match[1] ?? match[0] },
		value,
	};
}

/** Reads a plain value of a host format, blanks around it left out, like a word of a shell. */
export function textWord(whole: TextMap, syntax: VariableSyntax): ShellWord {
	const lead = whole.text.length - whole.text.trimStart().length;
	const map = subMap(whole, lead, Math.max(lead, whole.text.trimEnd().length));
	const builder = new TextMapBuilder();
	const open: string[] = [];
	const openSpans: Span[] = [];
	const variables: VariableUse[] = [];
	let from = 0;
	let length = 0;
	for (const match of map.text.matchAll(syntax.pattern)) {
		const end = match.index + match[0].length;
		builder.verbatim(map.text.slice(from, match.index), from);
		length += match.index - from;
		from = end;
		const read = syntax.read(match);
		const found = 'literal' in read ? undefined : syntax.value(read.name);
		const known = found && found !== 'unknown' && found.open.length === 0 ? found : undefined;
		const value = 'literal' in read ? read.literal : known ? known.value : match[0];
		if ('name' in read) {
			variables.push({ name: read.name, ...(known && { value: known.value, ...(known.source && { source: known.source }) }), origin: 'environment' });
			if (!known) {
				open.push(read.name);
				openSpans.push({ start: length, end: length + value.length });
			}
		}
		if (value === match[0]) { builder.verbatim(value, match.index); } else { builder.replaced(value, match.index, end); }
		length += value.length;
	}
	builder.verbatim(map.text.slice(from), from);
	return {
		span: map.outerSpan({ start: 0, end: map.text.length }),
		map: composeMap(map, builder.build()),
		open, openSpans, variables,
		environmentDependent: false,
		quoted: [],
	};
}
