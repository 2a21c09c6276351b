import type { Span, VariableUse } from '../../model/index.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { appendMapped } from '../appendMapped.ts';
import { evaluate } from './evaluate.ts';
import type { BakeScope, Trace } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { templateMark } from '../yaml/blankTemplates.ts';
import { textOfValue } from './value.ts';

/** A text of a bake file after evaluation. */
export interface BakeText {
	readonly value: TextMap;
	readonly span: Span;
	readonly variables: readonly VariableUse[];
	/** Something in it is not known from the files; in a template it is a `templateMark`. */
	readonly open: boolean;
}

/** The text of an expression, each literal character at its place; of a condition only the branch that holds. */
export function bakeText(expression: Expression, scope: BakeScope): BakeText {
	const trace: Trace = { variables: [], calls: 0 };
	const { map, open, span } = textMapOf(expression, scope, trace, 0);
	return { value: map, span, variables: trace.variables, open };
}

function textMapOf(
	expression: Expression,
	scope: BakeScope,
	trace: Trace,
	depth: number,
): { readonly map: TextMap; readonly open: boolean; readonly span: Span } {
	const builder = new TextMapBuilder();
	if (expression.kind === 'condition' && depth < 20) {
		const test = evaluate(expression.test, scope, trace);
		if (typeof test === 'boolean') { return textMapOf(test ? expression.yes : expression.no, scope, trace, depth + 1); }
	}
	if (expression.kind !== 'template') {
		const value = textOfValue(evaluate(expression, scope, trace));
		return { map: builder.replaced(value ?? '', expression.span.start, expression.span.end).build(), open: value === undefined, span: expression.span };
	}
	let open = false;
	for (const part of expression.parts) {
		const outer = expression.map.outerSpan({ start: part.start, end: part.end });
		if (part.kind === 'hole') {
			const value = textOfValue(evaluate(part.expression, scope, trace));
			open ||= value === undefined;
			builder.replaced(value ?? templateMark, outer.start, outer.end);
		} else if (part.value.length === part.end - part.start) {
			appendMapped(builder, expression.map, part.start, part.end);
		} else {
			builder.replaced(part.value, outer.start, outer.end);
		}
	}
	return { map: builder.build(), open, span: expression.span };
}
