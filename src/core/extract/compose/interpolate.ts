import type { Span, VariableUse } from '../../model/index.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { appendMapped } from '../appendMapped.ts';
import type { WrittenVariable } from '../spanAsWritten.ts';
import type { Scope, ScopeValue } from './scope.ts';

/** A value after interpolation. */
export interface Interpolated {
	readonly map: TextMap;
	readonly variables: readonly VariableUse[];
	/** A variable without value or default is in it (Compose puts an empty text there and warns), or one whose value is kept secret. */
	readonly open: boolean;
	/** What stood for something else, innermost first. */
	readonly replaced: readonly Replaced[];
	/** A variable that holds a secret is in it; the map has nothing in its place. */
	readonly secret: boolean;
	/** Compose refuses the file: a required variable is missing, or the template is broken. */
	readonly refused: boolean;
	/** The value depends on variables that another machine may set otherwise. */
	readonly environmentDependent: boolean;
}

/** A variable of the template. */
export interface Replaced extends WrittenVariable {
	/** It has no value and no default. */
	readonly unset: boolean;
}

/**
 * Replaces `$V`, `${V}`, `${V:-d}`, `${V-d}`, `${V:?e}`, `${V?e}`, `${V:+r}`, `${V+r}` (nested at will) and `$$` as the Compose
 * specification says; `$1`, `$(` and a lone `$` stay. A default that is used keeps its place in the file.
 */
export function interpolate(template: TextMap, scope: Scope): Interpolated {
	if (!template.text.includes('$')) {
		return { map: template, variables: [], open: false, replaced: [], secret: false, refused: false, environmentDependent: false };
	}
	const run = new Run(template, scope);
	const builder = new TextMapBuilder();
	run.expand(0, template.text.length, builder, 0);
	const map = builder.build();
	const replaced = run.replaced.map(({ inner, outer, unset }): Replaced =>
		inner.end > inner.start ? { outer, unset, content: map.outerSpan(inner) } : { outer, unset });
	return {
		map,
		replaced,
		secret: run.secret,
		variables: run.variables,
		open: run.secret || replaced.some(one => one.unset),
		refused: run.refused,
		environmentDependent: run.environmentDependent,
	};
}

const deepest = 20;
const name = /[_a-zA-Z][_a-zA-Z0-9]*/y;

class Run {
	readonly variables: VariableUse[] = [];
	readonly replaced: { readonly inner: Span; readonly outer: Span; readonly unset: boolean }[] = [];
	refused = false;
	secret = false;
	environmentDependent = false;
	readonly #template: TextMap;
	readonly #scope: Scope;
	#braces: ReadonlyMap<number, number> | undefined;

	constructor(template: TextMap, scope: Scope) {
		this.#template = template;
		this.#scope = scope;
	}

	expand(from: number, to: number, builder: TextMapBuilder, depth: number): void {
		const { text } = this.#template;
		let literal = from;
		for (let at = text.indexOf('$', from); at !== -1 && at < to; at = text.indexOf('$', at)) {
			const next = text[at + 1];
			const named = nameAt(text, next === '{' ? at + 2 : at + 1);
			if (at + 1 >= to || (next !== '$' && next !== '{' && named === '')) { at++; continue; }
			appendMapped(builder, this.#template, literal, at);
			if (next === '$') {
				const outer = this.#template.outerSpan({ start: at, end: at + 2 });
				builder.replaced('$', outer.start, outer.end);
				at += 2;
			} else if (next === '{') {
				at = this.#braced(at, to, named, builder, depth);
			} else {
				this.#plain(named, at, at + 1 + named.length, builder);
				at += 1 + named.length;
			}
			literal = at;
		}
		appendMapped(builder, this.#template, literal, to);
	}

	#braced(at: number, to: number, named: string, builder: TextMapBuilder, depth: number): number {
		const { text } = this.#template;
		const nameEnd = at + 2 + named.length;
		if (named !== '' && text[nameEnd] === '}') {
			this.#plain(named, at, nameEnd + 1, builder);
			return nameEnd + 1;
		}
		const operator = /^:?[-?+]/.exec(text.slice(nameEnd, nameEnd + 2))?.[0];
		const close = operator === undefined || named === '' ? -1 : this.#closing(at, to);
		if (close === -1 || depth > deepest) {
			this.refused = true;
			appendMapped(builder, this.#template, at, at + 2);
			return at + 2;
		}
		const before = builder.length;
		this.#operate(named, operator!, { at, word: nameEnd + operator!.length, close }, builder, depth);
		this.replaced.push({ inner: { start: before, end: builder.length }, outer: this.#template.outerSpan({ start: at, end: close + 1 }), unset: false });
		return close + 1;
	}

	/** Where the brace after the dollar at `at` ends before `to`, else -1. Found for all at once: a value may be full of those that never end. */
	#closing(at: number, to: number): number {
		this.#braces ??= closingBraces(this.#template.text);
		const close = this.#braces.get(at) ?? -1;
		return close < to ? close : -1;
	}

	#operate(
		named: string,
		operator: string,
		place: { readonly at: number; readonly word: number; readonly close: number },
		builder: TextMapBuilder,
		depth: number,
	): void {
		const found = this.#found(named);
		const present = found !== undefined && (operator.length === 1 || found.value !== '' || found.secret === true);
		const put = (): void => { this.#put(found?.value ?? '', place.at, place.close + 1, builder); };
		if (found) { this.environmentDependent = true; }
		this.variables.push({ name: named, ...(found ? known(found) : (operator.endsWith('-') ? { origin: 'default' as const } : {})) });
		if (operator.endsWith('?')) {
			this.environmentDependent = true;
			if (!present) { this.refused = true; }
			put();
		} else if (operator.endsWith('-')) {
			if (present) { put(); } else { this.expand(place.word, place.close, builder, depth + 1); }
		} else if (present) {
			this.expand(place.word, place.close, builder, depth + 1);
		}
	}

	#plain(named: string, start: number, end: number, builder: TextMapBuilder): void {
		const found = this.#found(named);
		this.environmentDependent = true;
		const before = builder.length;
		this.variables.push({ name: named, ...(found && known(found)) });
		this.#put(found?.value ?? '', start, end, builder);
		this.replaced.push({ inner: { start: before, end: builder.length }, outer: this.#template.outerSpan({ start, end }), unset: !found });
	}

	/** What holds a secret is there, but its value goes into no image name. */
	#found(named: string): ScopeValue | undefined {
		const found = this.#scope(named);
		if (!found?.secret) { return found; }
		this.secret = true;
		return { ...found, value: '' };
	}

	#put(value: string, start: number, end: number, builder: TextMapBuilder): void {
		const outer = this.#template.outerSpan({ start, end });
		builder.replaced(value, outer.start, outer.end);
	}
}

function known({ value, source, origin }: ScopeValue): Omit<VariableUse, 'name'> {
	return { value, ...(source && { source }), ...(origin && { origin }) };
}

function nameAt(text: string, at: number): string {
	name.lastIndex = at;
	return name.exec(text)?.[0] ?? '';
}

function closingBraces(text: string): ReadonlyMap<number, number> {
	const found = new Map<number, number>();
	const open: number[] = [];
	for (const { 0: sign, index } of text.matchAll(/\$\{|\}/g)) {
		if (sign === '${') { open.push(index); continue; }
		const at = open.pop();
		if (at !== undefined) { found.set(at, index); }
	}
	return found;
}
