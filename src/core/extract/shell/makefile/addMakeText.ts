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
	for (let at = text.indexOf('$', start); at !== -1 && at < end - 1; at = text.indexOf('$', from)) {
		const doubled = names.twice === true && text[at + 1] === '$' && /[({@]/.test(text[at + 2] ?? '') ? 1 : 0;
		const close = referenceEnd(text, at + doubled, end);
		const reference = text.slice(at + doubled, close);
		builder.verbatim(text.slice(from, at), from);
		from = close;
		if (/^\$[\r\n]$/.test(reference)) { builder.verbatim(reference[0]!, at); from = at + 1; continue; }
		if (addLoop(builder, text, at, close, names)) { continue; }
		builder.replaced(shellText(reference, names), at, close);
	}
	builder.verbatim(text.slice(from, end), from);
}

/** The name of a variable of make in shell text, which knows no dots and dashes. */
export function shellName(name: string): string {
	return /^\d$/.test(name) ? `_arg_${name}_` : name === '@' ? '_target_' : name.replace(/[.-]/g, '_');
}

function shellText(reference: string, names: RecipeNames): string {
	if (reference === '$$') { return '$'; }
	const inside = insideOf(reference);
	if (/^(?:[A-Za-z_][\w.-]*|\d|@)$/.test(inside)) { return `\${${shellName(inside)}}`; }
	return `\${${names.expression(reference)}}`;
}

/** `$(foreach x,LIST,COMMANDS)` where a command may begin. */
function addLoop(builder: TextMapBuilder, text: string, at: number, close: number, names: RecipeNames): boolean {
	const match = /^\$[({]foreach[ \t]+/.exec(text.slice(at, Math.min(close, at + 40)));
	if (!match || !/(?:^|[\n;&|({@+-])[ \t]*$/.test(text.slice(Math.max(0, at - 40), at))) { return false; }
	const inner = at + match[0].length;
	const [variable, list, body] = argumentSpans(text.slice(inner, close - 1));
	if (!variable || !list || !body) { return false; }
	const name = text.slice(inner + variable.start, inner + variable.end).trim();
	const bodyEnd = inner + body.start + text.slice(inner + body.start, close - 1).replace(/(?:\s|;|&&)*$/, '').length;
	const commands = text.slice(inner + body.start, bodyEnd);
	if (!/^[A-Za-z_]\w*$/.test(name) || !mayCallTool(commands)) { return false; }
	builder.replaced(`for ${name} in `, at, inner + list.start);
	addMakeText(builder, text, inner + list.start, inner + list.end, names);
	builder.replaced('; do ', inner + list.end, inner + body.start);
	addMakeText(builder, text, inner + body.start, bodyEnd, names);
	builder.replaced('; done; ', bodyEnd, close);
	return true;
}
