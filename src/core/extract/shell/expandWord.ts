import type { ArithmeticExpansionPart, HereDocBody, ParameterExpansionPart, Word, WordPart } from 'unbash';
import type { Span, VariableUse } from '../../model/index.ts';
import { composeMap } from '../../util/composeMap.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { arithmetic } from './arithmetic.ts';
import { expandParameter } from './expandParameter.ts';
import type { ParameterText } from './expandParameter.ts';
import { nestsDeeply } from './nestsDeeply.ts';
import type { ShellScope, ShellVariable } from './shellScope.ts';
import { maskedPiece, templateName } from './shellSource.ts';
import type { ShellSource } from './shellSource.ts';
import type { ShellWord } from './shellWord.ts';

/** Reads one word: quotes go, variables known in `scope` are filled in, all else stays as written and is named in `open`. */
export function expandWord(word: Word, source: ShellSource, scope: ShellScope, depth = 0): ShellWord {
	if (nestsDeeply(word.text)) { return opaqueWord(word, source); }
	if (!source.hides && !word.text.includes('\\') && !word.text.includes('{') && word.parts === undefined) { return plainWord(word, source); }
	const expansion = new Expansion(source, scope, depth);
	const parts = depth > 6 ? undefined : word.parts;
	if (parts) {
		for (const part of parts) { expansion.part(part); }
	} else {
		expansion.literal(word.pos, word.end, word.value, word.text === word.value);
	}
	return expansion.finish({ start: word.pos, end: word.end });
}

/** The body of a heredoc as its command gets to read it; `quoted`: nothing in it is expanded. */
export function expandHeredoc({ pos, end, parts }: HereDocBody, quoted: boolean, source: ShellSource, scope: ShellScope): ShellWord {
	const expansion = new Expansion(source, scope, 0);
	if (quoted) { expansion.plain(pos, end); } else if (!parts) { expansion.heredocText(pos, end); }
	for (const part of quoted ? none : parts ?? none) {
		if (part.type === 'Literal') { expansion.heredocText(part.pos, part.end); } else { expansion.part(part); }
	}
	return expansion.finish({ start: pos, end });
}

const none: readonly never[] = [];

function plainWord({ pos, end }: Word, { map }: ShellSource): ShellWord {
	const span = map.outerSpan({ start: pos, end });
	return { span, map: new PartMap(map, pos, end), open: none, openSpans: none, variables: none, environmentDependent: false, quoted: none };
}

function opaqueWord(word: Word, source: ShellSource): ShellWord {
	const plain = plainWord(word, source);
	return { ...plain, open: ['…'], openSpans: [{ start: 0, end: plain.map.text.length }], variables: [{ name: '…', origin: 'shell' }] };
}

/** Part of a map; a class because there is one for most words. */
class PartMap implements TextMap {
	readonly text: string;
	readonly #map: TextMap;
	readonly #start: number;

	constructor(map: TextMap, start: number, end: number) {
		this.text = map.text.slice(start, end);
		this.#map = map;
		this.#start = start;
	}

	outer(offset: number): number { return this.#map.outer(this.#start + offset); }
	outerSpan({ start, end }: Span): Span { return this.#map.outerSpan({ start: start + this.#start, end: end + this.#start }); }
	verbatim({ start, end }: Span): boolean { return this.#map.verbatim({ start: start + this.#start, end: end + this.#start }); }
}

class Expansion {
	readonly #source: ShellSource;
	readonly #scope: ShellScope;
	readonly #depth: number;
	readonly #builder = new TextMapBuilder();
	readonly #open: string[] = [];
	readonly #openSpans: Span[] = [];
	readonly #variables: VariableUse[] = [];
	readonly #quoted: { readonly inner: Span; readonly outer: Span }[] = [];
	#environmentDependent = false;
	#length = 0;

	constructor(source: ShellSource, scope: ShellScope, depth: number) {
		this.#source = source;
		this.#scope = scope;
		this.#depth = depth;
	}

	finish(span: Span): ShellWord {
		return {
			span: this.#source.map.outerSpan(span),
			map: composeMap(this.#source.map, this.#builder.build()),
			open: this.#open,
			openSpans: this.#openSpans,
			variables: this.#variables,
			environmentDependent: this.#environmentDependent,
			quoted: this.#quoted,
		};
	}

	part(part: WordPart): void {
		switch (part.type) {
			case 'Literal':
				this.literal(part.pos, part.end, part.value, part.text === part.value);
				return;
			case 'SingleQuoted':
				this.#inQuotes(part, () => this.#verbatim(part.pos + 1, Math.max(part.pos + 1, part.end - 1)));
				return;
			case 'DoubleQuoted':
			case 'LocaleString':
				this.#inQuotes(part, () => { for (const child of part.parts) { this.part(child); } });
				return;
			case 'AnsiCQuoted':
				this.#inQuotes(part, () => this.#ansi(part.value, part.pos + 2, Math.max(part.pos + 2, part.end - 1)));
				return;
			case 'SimpleExpansion':
				this.#parameter({ name: part.text.replace(/^\$\{?|\}$/g, '') }, part);
				return;
			case 'ParameterExpansion':
				this.#parameter(this.#parameterText(part), part);
				return;
			case 'CommandExpansion':
				this.#computed('$(…)', this.#scope.evaluate?.(part, this.#scope), part);
				return;
			case 'ArithmeticExpansion':
				this.#computed(part.text, this.#arithmetic(part), part);
				return;
			case 'Glob':
				this.#verbatim(part.pos, part.end);
				return;
			default:
				this.#opened(part.text, part);
		}
	}

	#computed(name: string, found: ShellVariable | undefined, part: WordPart): void {
		if (!found || found.open.length > 0) { this.#opened(name, part); return; }
		this.#variables.push({ name, value: found.value, origin: found.environmentDependent ? 'default' : 'shell' });
		this.#environmentDependent ||= found.environmentDependent === true;
		this.#replaced(found.value, part.pos, part.end);
	}

	#arithmetic({ expression }: ArithmeticExpansionPart): ShellVariable | undefined {
		const result = arithmetic(expression, name => {
			const found = expandParameter({ name }, this.#scope);
			return found?.environmentDependent ? undefined : found?.value;
		});
		return result === undefined ? undefined : { value: String(result), open: none };
	}

	/** Text as it stands. */
	plain(start: number, end: number): void {
		this.#verbatim(start, end);
	}

	/** Text of a heredoc outside expansions. */
	heredocText(start: number, end: number): void {
		const text = this.#source.masked.slice(start, end);
		this.literal(start, end, text.replace(/\\([$`\\\n])/g, (_, next: string) => next === '\n' ? '' : next), !text.includes('\\'));
	}

	/** Text outside expansions. Backslashes are taken out one by one, so that the rest keeps its place. */
	literal(start: number, end: number, value: string, same: boolean): void {
		if (same) { this.#verbatim(start, end); return; }
		const text = this.#source.masked.slice(start, end);
		const quoted = value === text.replace(/\\([$`"\\\n])/g, (_, next: string) => next === '\n' ? '' : next);
		this.#escaped(value, start, end, quoted ? /\\[$`"\\\n]/g : /\\[^]/g, next => next === '\n' ? '' : next);
	}

	/** Text whose `escapes` of two signs stand for something else each. */
	#escaped(value: string, start: number, end: number, escapes: RegExp, meaning: (sign: string) => string): void {
		const text = this.#source.masked.slice(start, end);
		const pieces: { readonly from: number; readonly to: number; readonly value: string }[] = [];
		let decoded = '';
		let from = 0;
		for (const match of text.matchAll(escapes)) {
			const piece = { from, to: match.index, value: meaning(match[0][1]!) };
			decoded += text.slice(from, match.index) + piece.value;
			pieces.push(piece);
			from = match.index + 2;
		}
		if (decoded + text.slice(from) !== value) { this.#replaced(value, start, end); return; }
		for (const piece of pieces) {
			this.#verbatim(start + piece.from, start + piece.to);
			this.#replaced(piece.value, start + piece.to, start + piece.to + 2);
		}
		this.#verbatim(start + from, end);
	}

	/** What stands in `$'…'`. */
	#ansi(value: string, start: number, end: number): void {
		this.#escaped(value, start, end, /\\[^]/g, sign => sign === 'n' ? '\n' : sign === 't' ? '\t' : sign);
	}

	#inQuotes(part: WordPart, add: () => void): void {
		const start = this.#length;
		add();
		this.#quoted.push({ inner: { start, end: this.#length }, outer: this.#source.map.outerSpan({ start: part.pos, end: part.end }) });
	}

	#parameter(text: ParameterText, part: WordPart): void {
		const found = expandParameter(text, this.#scope);
		if (!found) {
			this.#variables.push({ name: text.name, origin: 'shell' });
			this.#opened(text.name, part);
			return;
		}
		this.#variables.push({
			name: text.name,
			value: found.value,
			origin: found.environmentDependent ? 'default' : 'shell',
			...(found.source && { source: found.source }),
		});
		this.#environmentDependent ||= found.environmentDependent === true;
		this.#replaced(found.value, part.pos, part.end);
	}

	#parameterText(part: ParameterExpansionPart): ParameterText {
		const { operation } = part;
		const index = part.index && this.#index(part.index);
		const all = index === '@' || index === '*';
		const odd = (part.index && index === undefined) || (all && part.prefix !== '#') || (part.prefix && operation) || (part.prefix === '!' && part.index);
		const base = { name: part.parameter, ...(index !== undefined && { index }), ...(part.prefix && { prefix: part.prefix }), ...(odd && { odd: true }) };
		if (!operation) { return base; }
		switch (operation.type) {
			case 'Default':
			case 'Remove':
				return { ...base, operator: operation.operator, ...this.#operand(operation.operand) };
			case 'Replace': {
				const replacement = this.#operand(operation.replacement).operand;
				return { ...base, operator: operation.operator, ...this.#operand(operation.pattern), ...(replacement !== undefined && { replacement }) };
			}
			case 'Slice': {
				const length = operation.length && this.#operand(operation.length).operand;
				const { operand } = this.#operand(operation.offset);
				return operand === undefined || (operation.length && length === undefined)
					? { ...base, odd: true }
					: { ...base, operator: ':', operand, ...(length !== undefined && { replacement: length }) };
			}
			case 'CaseModification':
				return { ...base, operator: operation.operator };
			default:
				return { ...base, odd: true };
		}
	}

	/** What stands in brackets: a key, a number, or a variable with or without its sign. */
	#index(word: Word): string | undefined {
		const { operand } = this.#operand(word);
		const named = operand !== undefined && /^[A-Za-z_]\w*$/.test(operand) ? this.#scope.get(operand) : undefined;
		// Numbers may be named without a dollar sign; a key is never such a name.
		return named && named !== 'unknown' && /^\d{1,4}$/.test(named.value) ? named.value : operand;
	}

	#operand(word: Word): { operand?: string } {
		const expanded = expandWord(word, this.#source, this.#scope, this.#depth + 1);
		return expanded.open.length === 0 ? { operand: expanded.map.text } : {};
	}

	#opened(name: string, part: WordPart): void {
		const start = this.#length;
		const piece = this.#source.map.text.slice(part.pos, part.end);
		this.#builder.verbatim(piece, part.pos);
		this.#length += piece.length;
		this.#open.push(name);
		this.#openSpans.push({ start, end: this.#length });
	}

	#verbatim(start: number, end: number): void {
		const text = this.#source.map.text.slice(start, end);
		let from = 0;
		if (this.#source.hides) {
			for (const match of this.#source.masked.slice(start, end).matchAll(maskedPiece)) {
				this.#append(text.slice(from, match.index), start + from);
				from = match.index + match[0].length;
				this.#template(text.slice(match.index, from), start + match.index);
			}
		}
		this.#append(text.slice(from), start + from);
	}

	#append(text: string, start: number): void {
		this.#builder.verbatim(text, start);
		this.#length += text.length;
	}

	/** `${{ env.X }}` and its like: known when the host says so. */
	#template(written: string, start: number): void {
		const found = this.#scope.get(templateName(written));
		if (found && found !== 'unknown' && found.open.length === 0) {
			this.#variables.push({ name: templateName(written), value: found.value, origin: 'environment', ...(found.source && { source: found.source }) });
			this.#environmentDependent ||= found.environmentDependent === true;
			this.#replaced(found.value, start, start + written.length);
			return;
		}
		this.#open.push(written);
		this.#openSpans.push({ start: this.#length, end: this.#length + written.length });
		this.#variables.push({ name: written, origin: 'shell' });
		this.#append(written, start);
	}

	#replaced(value: string, start: number, end: number): void {
		this.#builder.replaced(value, start, end);
		this.#length += value.length;
	}
}
