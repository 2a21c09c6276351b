import type { Edit, FileFacts, ImageUse, Span } from '../../model/index.ts';
import type { FilledPart } from './capitalsOfRepository.ts';

/**
 * Edits of a workflow after which a part that GitHub fills in is in lower case: by bash in a script, and for the inputs of an action by a
 * step in front of it. None where another shell may run, or where there is no certain place for the step.
 */
export function lowerFilledPart(use: ImageUse, part: FilledPart, facts: FileFacts): readonly Edit[] {
	const { text } = facts;
	if (text.slice(part.span.start, part.span.end) !== part.text || otherShell.test(text)) { return []; }
	if (use.command !== undefined) {
		const quoted = text.charAt(use.span.start - 1) === '\'' || facts.commands[use.command]?.editable !== true;
		return quoted ? [] : [{ span: part.span, newText: `\${${part.variable},,}` }];
	}
	const step = facts.steps.find(({ span }) => holds(span, use.span));
	// The dash may have a line of its own.
	const item = step && /(?<=^|\n)(?<indent> *)-[ \t]*(?:\r?\n[ \t]*)?$/.exec(text.slice(Math.max(0, step.span.start - 200), step.span.start));
	if (!step || !item) { return []; }
	const start = step.span.start - item[0].length;
	const inEnvironment = part.place !== undefined;
	// What the step sets itself goes before what an earlier step wrote.
	if (inEnvironment && holds(step.span, part.place)) { return []; }
	const name = inEnvironment ? part.variable : part.variable.replace('GITHUB_', '');
	const line = `${item.groups?.['indent'] ?? ''}- run: echo "${name}=\${${part.variable},,}" >> "$GITHUB_ENV"${text.includes('\r\n') ? '\r\n' : '\n'}`;
	const same = inEnvironment ? [] : facts.uses.filter(({ span }) => holds(step.span, span)).flatMap(each => placesOf(each, part.text));
	return [{ span: { start, end: start }, newText: line }, ...same.map(span => ({ span, newText: `\${{ env.${name} }}` }))];
}

/** The bash of macOS is too old for `${NAME,,}`. */
const otherShell = /\bshell:[ \t]+(?!["']?bash|[ \t])|\b(?:windows|macos)-/i;

function holds(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

function placesOf({ text, span }: ImageUse, part: string): readonly Span[] {
	const at = text.indexOf(part);
	return at === -1 ? [] : [{ start: span.start + at, end: span.start + at + part.length }];
}
