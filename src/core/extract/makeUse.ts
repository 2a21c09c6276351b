import type { ImageUse, PartSpans, Span, UseClass, UseKind, VariableUse } from '../model/index.ts';
import { parseReference } from '../reference/parseReference.ts';
import { partSpans } from '../reference/partSpans.ts';
import type { TextMap } from '../util/textMap.ts';
import { templateMark } from './yaml/blankTemplates.ts';

/** What an extractor knows of a reference before it is parsed. */
export interface UseDraft {
	readonly kind: UseKind;
	/** The class it has when its value parses. */
	readonly role: UseClass;
	/** The reference as written; `text` of the use are the characters in it. */
	readonly span: Span;
	/** The value after unquoting and expansion, as a map into the file. */
	readonly value: TextMap;
	/** A variable has no value: there is nothing to parse. */
	readonly open?: boolean;
	/** The class of an open use; `variable` unless said otherwise. */
	readonly openClass?: UseClass;
	readonly variables?: readonly VariableUse[];
	readonly platforms?: readonly string[];
	readonly owner?: ImageUse['owner'];
	readonly environmentDependent?: boolean;
	readonly optional?: boolean;
}

/** Parses the value and places its parts: a part that is not literally in the file has no span. */
export function makeUse(fileText: string, draft: UseDraft): ImageUse {
	const { kind, span, value, owner } = draft;
	const shared = {
		kind, span,
		text: fileText.slice(span.start, span.end),
		variables: draft.variables ?? [],
		alternatives: [],
		platforms: draft.platforms ?? [],
		...(owner && { owner }),
		...(draft.environmentDependent && { environmentDependent: true }),
		...(draft.optional && { optional: true }),
	};
	const template = isTemplate(value.text);
	if (draft.open || template) {
		return { ...shared, class: template ? 'variable' : draft.openClass ?? 'variable', spans: {} };
	}
	const parsed = parseReference(value.text);
	const spans = literalParts(value);
	if (parsed.ok) { return Object.assign(shared, { class: draft.role, value: value.text, reference: parsed.reference, spans }); }
	const { start, end } = parsed.error;
	const wrong = { start, end: Math.max(start, Math.min(end, value.text.length)) };
	const errorSpan = wrong.end > wrong.start && value.verbatim(wrong) ? value.outerSpan(wrong) : undefined;
	return { ...shared, class: 'invalid', value: value.text, error: parsed.error, ...(errorSpan && { errorSpan }), spans };
}

/** True where a template engine puts text in before anybody reads the file: the value is not known. */
export function isTemplate(value: string): boolean {
	return value.includes(templateMark) || /\{\{|\{%|<%|<<\w+>>/.test(value);
}

function literalParts(value: TextMap): PartSpans {
	const parts = partSpans(value.text);
	const literal: { -readonly [name in keyof PartSpans]: Span } = {};
	for (const name of names) {
		const part = parts[name];
		if (part && value.verbatim(part)) { literal[name] = value.outerSpan(part); }
	}
	return literal;
}

const names = ['domain', 'path', 'tag', 'digest'] as const;
