import type { StepInput, WorkflowStep } from '../../../model/index.ts';
import { lineAfter, lineStartAt } from '../../../util/lineBounds.ts';
import { asMap, valueOf } from '../../yaml/lookup.ts';
import type { YamlMap, YamlPair, YamlScalar } from '../../yaml/yamlNode.ts';
import { scalarOf } from '../hosts/hostReader.ts';

/** The facts of a step that runs an action; `uses` is its reference. */
export function stepFacts(text: string, step: YamlMap, uses: YamlScalar): WorkflowStep {
	const at = uses.value.lastIndexOf('@');
	const given = asMap(valueOf(step, 'with'));
	const inputs = given?.pairs.map(pair => inputOf(text, pair)) ?? [];
	const last = inputs.at(-1);
	const insertion = given && !given.flow && last ? insertionAfter(text, last) : undefined;
	const flowInsertion = given?.flow ? flowInsertionIn(text, given) : undefined;
	const mapInsertion = valueOf(step, 'with') || step.flow || step.pairs.some(({ key }) => key.value === 'with')
		? undefined
		: insertionBehind(text, step, uses);
	return {
		// Gitea and Forgejo take an action by its address too.
		action: uses.value.slice(0, at === -1 ? undefined : at).replace(/^https?:\/\/[^/]+\//, ''),
		...(at !== -1 && { version: uses.value.slice(at + 1) }),
		span: step.span,
		usesSpan: insideQuotes(uses),
		inputs,
		...(insertion && { insertion }),
		...(flowInsertion && { flowInsertion }),
		...(mapInsertion && { mapInsertion }),
	};
}

/** A scalar's place without its quotes. */
export function insideQuotes({ span, style }: YamlScalar): { readonly start: number; readonly end: number } {
	return style === 'single' || style === 'double' ? { start: span.start + 1, end: span.end - 1 } : span;
}

function inputOf(text: string, { key, value }: YamlPair): StepInput {
	const scalar = scalarOf(value);
	const valueSpan = value
		? value.kind === 'scalar' && value.style !== 'literal' && value.style !== 'folded' ? insideQuotes(value) : value.span
		: { start: key.span.end + 1, end: key.span.end + 1 };
	const start = lineStartAt(text, key.span.start);
	// Blank lines behind a block scalar are no part of the input.
	const valueEnd = start + text.slice(start, Math.max(value?.span.end ?? 0, key.span.end)).trimEnd().length;
	return { name: key.value, value: scalar?.value ?? '', keySpan: insideQuotes(key), valueSpan, lineSpan: { start, end: lineAfter(text, valueEnd) } };
}

/** Behind the line of `uses:`. */
function insertionBehind(text: string, step: YamlMap, uses: YamlScalar): WorkflowStep['mapInsertion'] {
	const key = step.pairs.find(({ value }) => value === uses)?.key.span.start;
	const newline = text.indexOf('\n', uses.span.end);
	if (key === undefined) { return undefined; }
	const indent = ' '.repeat(key - lineStartAt(text, key));
	const eol = text.slice(0, newline === -1 ? undefined : newline + 1).includes('\r\n') ? '\r\n' : '\n';
	return newline === -1 ? { offset: text.length, indent: eol + indent, eol } : { offset: newline + 1, indent, eol };
}

/** Behind the last input in braces; inputs that have lines of their own go on having them. */
function flowInsertionIn(text: string, { pairs }: YamlMap): WorkflowStep['flowInsertion'] {
	const offset = pairs.at(-1)?.value?.span.end;
	const key = pairs.at(-1)?.key.span.start;
	if (offset === undefined || key === undefined) { return undefined; }
	const line = /(?:\r?\n)[ \t]*$/.exec(text.slice(0, key))?.[0];
	return { offset, separator: line === undefined ? ', ' : `,${line}` };
}

/** Behind the last input. */
function insertionAfter(text: string, { lineSpan, keySpan }: StepInput): WorkflowStep['insertion'] {
	const indent = text.slice(lineSpan.start, keySpan.start).replace(/["']$/, '');
	if (!/^[ ]*$/.test(indent)) { return undefined; }
	const eol = text.slice(0, lineSpan.end).includes('\r\n') ? '\r\n' : '\n';
	return { offset: lineSpan.end, indent: text[lineSpan.end - 1] === '\n' ? indent : eol + indent, eol };
}
