import type { Span } from '../../../model/index.ts';
import type { TextMapBuilder } from '../../../util/textMap.ts';
import { mayCallTool } from '../tools/index.ts';
import { argumentSpans } from './argumentSpans.ts';
import { insideOf, referenceEnd } from './expandMake.ts';

/** How the names of make stand in the shell text of a recipe. */
export interface RecipeNames {
	/** The shell variable for a reference that is more than a name. */
	expression(reference: string): string;
	/** The text goes through make twice (`$(eval $(call …))`): `$$(X)` is `$(X)`. */
	readonly twice?: boolean;
}

/**
 * Appends recipe text as the shell gets to see it: `$(NAME)` and `${NAME}` become `${NAME}`, so that the shell reader fills in what is
 * known; `$$` becomes `$`; functions become variables of their own, and `$(foreach …)` around commands a loop.
 */
export function addMakeText(builder: TextMapBuilder, text: string, start: number, end: number, names: RecipeNames): void {
	let from = start;
	let quote = '';
	for (let at = text.indexOf('$', start); at !== -1 && at < end - 1; at = text.indexOf('$', from)) {
		const doubled = names.twice === true && text[at + 1] === '$' && /[({@]/.test(text[at + 2] ?? '') ? 1 : 0;
		const close = referenceEnd(text, at + doubled, end);
		const reference = text.slice(at + doubled, close);
		builder.verbatim(text.slice(from, at), from);
		quote = quoteBehind(text.slice(from, at), quote);
		from = close;
		if (/^\$[\r\n]$/.test(reference)) { builder.verbatim(reference[0]!, at); from = at + 1; continue; }
		if (addCompound(builder, text, at, close, names)) { continue; }
		const written = shellText(reference, names);
		// Make fills in before the shell looks at quotes.
		builder.replaced(quote === '\'' && written !== '$' ? `'"${written}"'` : written, at, close);
	}
	builder.verbatim(text.slice(from, end), from);
}

/** The quote that is open behind a piece of a script. */
function quoteBehind(piece: string, before: string): string {
	let quote = before;
	for (const [sign] of piece.matchAll(/\\[^]|["'\n]/g)) {
		if (sign === '\n') { quote = ''; } else if (sign[0] === '\\' ? quote === '\'' && sign[1] === '\'' : quote === '' || quote === sign) { quote = quote === '' ? sign : ''; }
	}
	return quote;
}

/** The name of a variable of make in shell text, which knows no dots and dashes. */
export function shellName(name: string): string {
	return /^\d$/.test(name) ? `_arg_${name}_` : name === '@' ? '_target_' : name === '*' ? '_stem_' : name.replace(/[.-]/g, '_');
}

function shellText(reference: string, names: RecipeNames): string {
	if (reference === '$$') { return '$'; }
	const inside = insideOf(reference);
	if (/^(?:[A-Za-z_][\w.-]*|\d|[@*])$/.test(inside)) { return `\${${shellName(inside)}}`; }
	return `\${${names.expression(reference)}}`;
}

/** `$(foreach x,LIST,COMMANDS)` and `$(if CONDITION,COMMANDS,COMMANDS)` where a command may begin, as a loop and a condition of the shell. */
function addCompound(builder: TextMapBuilder, text: string, at: number, close: number, names: RecipeNames): boolean {
	const match = /^\$[({](foreach|if)[ \t]+/.exec(text.slice(at, Math.min(close, at + 40)));
	if (!match || !/(?:^|(?<!\\\r?)\n|[;&|({@+-])(?:[ \t]|\\\r?\n)*$/.test(text.slice(Math.max(0, at - 40), at))) { return false; }
	const inner = at + match[0].length;
	const [first, second, third] = argumentSpans(text.slice(inner, close - 1)).map(({ start, end }): Span => ({ start: inner + start, end: inner + end }));
	if (!first || !second) { return false; }
	const add = (piece: Span): void => { addMakeText(builder, text, piece.start, piece.end, names); };
	const head = text.slice(first.start, first.end).trim();
	if (match[1] === 'foreach') {
		const body = third && withoutEnd(text, { start: third.start, end: close - 1 });
		if (!body || !/^[A-Za-z_]\w*$/.test(head) || !mayCallTool(text.slice(body.start, body.end))) { return false; }
		builder.replaced(`for ${head} in `, at, second.start);
		add(second);
		builder.replaced('; do ', second.end, body.start);
		add(body);
		builder.replaced('; done; ', body.end, close);
		return true;
	}
	const ways = [second, ...third ? [third] : []].map(way => withoutEnd(text, way));
	const isCommand = ways.some(way => /\S[ \t]+\S/.test(text.slice(way.start, way.end)) && mayCallTool(text.slice(way.start, way.end)));
	// `$(if $(X),sudo) docker pull a` is a word; `$(if $(X),docker pull a;) docker pull b` is a command in front of another.
	const ended = /[;&]\s*[)}]$/.test(text.slice(at, close));
	if (!isCommand || !(ended || /^[ \t]*(?:$|[\r\n;&|)])/.test(text.slice(close, close + 40)))) { return false; }
	let from = at;
	for (const [index, way] of ways.entries()) {
		builder.replaced(index === 0 ? `if [ -n "\${${names.expression(head)}}" ]; then : ; ` : '; else : ; ', from, way.start);
		add(way);
		from = way.end;
	}
	builder.replaced(ended ? '; fi; ' : '; fi', from, close);
	return true;
}

/** Commands without what ends the last one. */
function withoutEnd(text: string, { start, end }: Span): Span {
	return { start, end: start + text.slice(start, end).replace(/(?:\s|;|&&)*$/, '').length };
}
