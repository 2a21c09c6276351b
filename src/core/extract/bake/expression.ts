import type { Span } from '../../model/index.ts';
import type { TextMap } from '../../util/textMap.ts';

/** A piece of a template that is text: its value and the characters it is written with. */
export interface LiteralPart {
	readonly kind: 'text';
	readonly value: string;
	readonly start: number;
	readonly end: number;
}

/** `${ … }` in a template, or a directive (`%{ if … }`, `%{ for … }`) with all that belongs to it. */
export interface HolePart {
	readonly kind: 'hole';
	readonly expression: Expression;
	readonly start: number;
	readonly end: number;
}

/** A piece of a template. */
export type TemplatePart = LiteralPart | HolePart;

/** A quoted string or heredoc. Offsets of its parts are in `map.text`, which leads to the file. */
export interface Template {
	readonly kind: 'template';
	readonly parts: readonly TemplatePart[];
	readonly map: TextMap;
	/** Inside the quotes, in `map.text`. */
	readonly inside: Span;
	/** In the file. */
	readonly span: Span;
}

/** `[for item in of : value]`, `{for name, item in of : key => value if test}`. */
export interface ForExpression {
	readonly kind: 'for';
	/** The names that each round has: of the item, or of index (or key) and item. */
	readonly names: readonly string[];
	readonly of: Expression;
	/** Only in braces. */
	readonly key?: Expression;
	readonly value: Expression;
	readonly test?: Expression;
}

/** What an HCL attribute can be, as far as bake files use it; `unknown` is everything that is not followed. */
export type Expression = { readonly span: Span } & (
	| Template
	| { readonly kind: 'literal'; readonly value: number | boolean | null }
	| { readonly kind: 'reference'; readonly path: readonly string[] }
	| { readonly kind: 'list'; readonly items: readonly Expression[] }
	| { readonly kind: 'object'; readonly entries: readonly { readonly key: string; readonly keySpan: Span; readonly value: Expression }[] }
	| { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly spread: boolean }
	| { readonly kind: 'condition'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
	| { readonly kind: 'operation'; readonly operator: string; readonly left: Expression; readonly right: Expression }
	| ForExpression
	| { readonly kind: 'joined'; readonly rounds: ForExpression }
	| { readonly kind: 'not'; readonly operand: Expression }
	| { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
	| { readonly kind: 'unknown' }
);

/** `{ name = value, … }` as it is written. */
export type ObjectExpression = Extract<Expression, { readonly kind: 'object' }>;

/** `name = expression`. */
export interface Attribute {
	readonly name: string;
	readonly nameSpan: Span;
	readonly value: Expression;
}

/** `type "label" { … }`. */
export interface Block {
	readonly type: string;
	readonly labels: readonly string[];
	/** The last label, or the type where there is none. */
	readonly nameSpan: Span;
	readonly body: Body;
}

/** What stands between two braces, or in a whole file. */
export interface Body {
	readonly attributes: readonly Attribute[];
	readonly blocks: readonly Block[];
}
