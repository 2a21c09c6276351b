import { isGoSpace } from './blanks.ts';
import { replacePattern, trimPrefix, trimSuffix } from './shellPattern.ts';
import { nameEnd } from './variableName.ts';
import type { Environment, LexedWord, UsedVariable } from './expandWord.ts';

/** How a piece of text is read; the fields of BuildKit's `shell.Lex`. */
export interface LexerOptions {
	readonly escape: string;
	readonly environment: Environment;
	readonly rawQuotes?: boolean;
	readonly rawEscapes?: boolean;
	/** Variables without value stay as they are written. */
	readonly skipUnset?: boolean;
	/** Only {@link ShellLexer.words} are wanted: nobody asks where characters stand. */
	readonly wordsOnly?: boolean;
}

/** What the lexer cannot read; never leaves this folder. */
export class LexError extends Error {
	/** A variable without value was asked for by `?`. */
	readonly unset: boolean;

	constructor(message: string, unset = false) {
		super(message);
		this.unset = unset;
	}
}

interface Output { value: string; readonly origins: number[] }

const deepest = 200;
/** Longest text, in characters, that a variable may be put into: `ARG A=$A$A` doubles with each line. */
const longest = 4096;

/** One run of BuildKit's `shellWord` over part of a text: quotes, escapes, `$name` and `${name…}`. */
export class ShellLexer {
	readonly variables: UsedVariable[] = [];
	readonly words: string[] = [];
	readonly #text: string;
	readonly #end: number;
	readonly #options: LexerOptions;
	#at: number;
	#rawEscapes: boolean;
	#depth = 0;

	constructor(text: string, start: number, end: number, options: LexerOptions) {
		this.#text = text;
		this.#at = start;
		this.#end = end;
		this.#options = options;
		this.#rawEscapes = options.rawEscapes ?? false;
	}

	/** The whole text; {@link words} is filled as well. Throws {@link LexError}. */
	run(): LexedWord {
		return this.#until(undefined, this.#rawEscapes, false, true);
	}

	#until(stop: string | undefined, rawEscapes: boolean, keepPattern: boolean, splitting = false): Output {
		if (++this.#depth > deepest) { throw new LexError('nested too deeply', true); }
		const outerRaw = this.#rawEscapes;
		this.#rawEscapes = rawEscapes;
		const output: Output = { value: '', origins: [] };
		let word = '';
		const endWord = (): void => { if (word !== '') { this.words.push(word); word = ''; } };
		for (;;) {
			if (this.#at >= this.#end) {
				if (stop !== undefined) { throw new LexError(`missing '${stop}'`); }
				break;
			}
			const plain = this.#plainUntil(stop, splitting);
			if (plain > this.#at) {
				const run = this.#text.slice(this.#at, plain);
				this.#take(output, run);
				if (splitting) { word += run; }
				continue;
			}
			const character = this.#text[this.#at]!;
			if (character === stop) { this.#at++; break; }
			const before = output.value.length;
			if (character === '$') {
				append(output, this.#dollar());
				if (splitting) {
					for (const each of output.value.slice(before)) {
						if (isGoSpace(each.charCodeAt(0))) { endWord(); } else { word += each; }
					}
				}
				continue;
			}
			if (character === '\'') { this.#singleQuote(output, keepPattern); } else
			if (character === '"') { this.#doubleQuote(output, keepPattern); } else
			if (character === '<') { this.#angle(output); } else
			if (character === this.#options.escape) { this.#escaped(output); } else {
				// Of the plain characters only blanks between words are not taken in a run.
				push(output, character, this.#at++);
				endWord();
				continue;
			}
			if (splitting) { word += output.value.slice(before); }
		}
		if (splitting) { endWord(); }
		this.#rawEscapes = outerRaw;
		this.#depth--;
		return output;
	}

	/** Where the characters end, from the current one on, that stand for themselves; blanks are no such when words are split. */
	#plainUntil(stop: string | undefined, splitting: boolean): number {
		const escape = this.#options.escape.charCodeAt(0);
		const last = stop?.charCodeAt(0);
		let at = this.#at;
		for (; at < this.#end; at++) {
			const code = this.#text.charCodeAt(at);
			if (code === 0x24 || code === 0x22 || code === 0x27 || code === 0x3c || code === escape || code === last || (splitting && isGoSpace(code))) {
				break;
			}
		}
		return at;
	}

	/** Takes characters as they are written, from the current one on. */
	#take(output: Output, run: string): void {
		output.value += run;
		if (this.#options.wordsOnly) { this.#at += run.length; return; }
		for (let left = run.length; left > 0; left--) { output.origins.push(this.#at++); }
	}

	#escaped(output: Output): void {
		if (this.#rawEscapes) { push(output, this.#text[this.#at]!, this.#at); }
		this.#at++;
		if (this.#at < this.#end) { push(output, this.#text[this.#at]!, this.#at++); }
	}

	#angle(output: Output): void {
		push(output, '<', this.#at++);
		if (this.#at >= this.#end || this.#text[this.#at] !== '<') { return; }
		push(output, '<', this.#at++);
		while (this.#at < this.#end && '\t\r '.includes(this.#text[this.#at]!)) { push(output, this.#text[this.#at]!, this.#at++); }
	}

	#singleQuote(output: Output, keepPattern: boolean): void {
		if (this.#options.rawQuotes) { push(output, '\'', this.#at); }
		for (this.#at++; ; this.#at++) {
			if (this.#at >= this.#end) { throw new LexError('missing \''); }
			const character = this.#text[this.#at]!;
			if (character === '\'') { break; }
			if (keepPattern && character === this.#options.escape) { push(output, character, -1); }
			push(output, character, this.#at);
		}
		if (this.#options.rawQuotes) { push(output, '\'', this.#at); }
		this.#at++;
	}

	#doubleQuote(output: Output, keepPattern: boolean): void {
		const { escape, rawQuotes } = this.#options;
		if (rawQuotes) { push(output, '"', this.#at); }
		this.#at++;
		for (;;) {
			if (this.#at >= this.#end) { throw new LexError('missing "'); }
			const character = this.#text[this.#at]!;
			if (character === '"') { break; }
			if (character === '$') { append(output, this.#dollar()); continue; }
			if (character !== escape) { this.#take(output, this.#text.slice(this.#at, this.#quotedUntil())); continue; }
			const next = this.#at + 1 < this.#end ? this.#text[this.#at + 1]! : undefined;
			if (next === undefined) { this.#at++; continue; }
			const special = next === '"' || next === '$' || next === escape;
			if (this.#rawEscapes && (special || !rawQuotes || keepPattern)) { push(output, escape, this.#at); }
			if (special) { this.#at++; }
			push(output, this.#text[this.#at]!, this.#at++);
		}
		if (rawQuotes) { push(output, '"', this.#at); }
		this.#at++;
	}

	/** Where the characters end, from the current one on, that stand for themselves between double quotes. */
	#quotedUntil(): number {
		const escape = this.#options.escape.charCodeAt(0);
		let at = this.#at;
		for (; at < this.#end; at++) {
			const code = this.#text.charCodeAt(at);
			if (code === 0x22 || code === 0x24 || code === escape) { break; }
		}
		return at;
	}

	#dollar(): Output {
		const start = this.#at++;
		if (this.#text[this.#at] !== '{' || this.#at >= this.#end) {
			const name = this.#name();
			return name === '' ? literal('$', start) : this.#plain(name, start);
		}
		this.#at++;
		if (this.#at >= this.#end || '{}:'.includes(this.#text[this.#at]!)) { throw new LexError('bad substitution'); }
		const name = this.#name();
		let operator = this.#next();
		if (operator === '}') { return this.#plain(name, start); }
		if (operator === '/') { return this.#replacement(name, start); }
		const nullIsUnset = operator === ':';
		if (nullIsUnset) { operator = this.#next(); } else if (!'+-?#%'.includes(operator)) { throw new LexError('unsupported modifier'); }
		return this.#modified(name, operator, nullIsUnset, start);
	}

	/** `$name` and `${name}`. */
	#plain(name: string, start: number): Output {
		const entry = this.#options.environment(name);
		if (!entry && this.#options.skipUnset) { return fromText(this.#text, start, this.#at); }
		this.variables.push({ name, ...(entry && { entry }) });
		return made(entry?.value ?? '');
	}

	#modified(name: string, operator: string, nullIsUnset: boolean, start: number): Output {
		const isPattern = operator === '#' || operator === '%';
		if (isPattern && nullIsUnset) { throw new LexError('unsupported modifier'); }
		const wordStart = this.#at;
		const outerVariables = this.variables.length;
		const word = this.#until('}', isPattern, isPattern);
		const entry = this.#options.environment(name);
		if (!entry && this.#options.skipUnset) { return fromText(this.#text, start, this.#at); }
		const value = entry?.value;
		const absent = value === undefined || (nullIsUnset && value === '');
		const inner = this.variables.splice(outerVariables);
		const own: UsedVariable = { name, ...(entry && { entry }) };
		const span = { start: wordStart, end: this.#at - 1 };
		switch (operator) {
			case '-':
				this.variables.push(...(absent ? [{ ...own, substitute: { value: word.value, span } }, ...inner] : [own]));
				return absent ? word : made(value);
			case '+':
				this.variables.push({ ...own, substitute: { value: absent ? '' : word.value, span } }, ...(absent ? [] : inner));
				return absent ? made('') : word;
			case '?':
				this.variables.push(own);
				if (absent) {
					throw new LexError(`${name}: ${word.value || (nullIsUnset ? 'is not allowed to be empty' : 'is not allowed to be unset')}`, true);
				}
				return made(value);
			case '#': case '%': {
				this.variables.push(own);
				const greedy = word.value.startsWith(operator);
				const trim = operator === '#' ? trimPrefix : trimSuffix;
				const trimmed = trim(value ?? '', greedy ? word.value.slice(1) : word.value, greedy);
				if (trimmed === undefined) { throw new LexError('invalid pattern'); }
				return made(trimmed);
			}
			default:
				throw new LexError('unsupported modifier');
		}
	}

	#replacement(name: string, start: number): Output {
		const all = this.#text[this.#at] === '/';
		if (all) { this.#at++; }
		const pattern = this.#until('/', true, true);
		const replacement = this.#until('}', true, false);
		const entry = this.#options.environment(name);
		if (!entry && this.#options.skipUnset) { return fromText(this.#text, start, this.#at); }
		this.variables.push({ name, ...(entry && { entry }) });
		const replaced = replacePattern(entry?.value ?? '', pattern.value, replacement.value, all);
		if (replaced === undefined) { throw new LexError('invalid pattern'); }
		return made(replaced);
	}

	#next(): string {
		if (this.#at >= this.#end) { throw new LexError('missing \'}\''); }
		return this.#text[this.#at++]!;
	}

	#name(): string {
		const start = this.#at;
		this.#at = nameEnd(this.#text, start, this.#end);
		return this.#text.slice(start, this.#at);
	}
}

function push(output: Output, character: string, origin: number): void {
	output.value += character;
	output.origins.push(origin);
}

function append(output: Output, { value, origins }: Output): void {
	if (value.length > 0 && output.value.length + value.length > longest) { throw new LexError('too long'); }
	output.value += value;
	for (const origin of origins) { output.origins.push(origin); }
}

function literal(value: string, origin: number): Output { return { value, origins: [origin] }; }
function made(value: string): Output { return { value, origins: new Array<number>(value.length).fill(-1) }; }
function fromText(text: string, start: number, end: number): Output {
	return { value: text.slice(start, end), origins: Array.from({ length: end - start }, (_, index) => start + index) };
}
