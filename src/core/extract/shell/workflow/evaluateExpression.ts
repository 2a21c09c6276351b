import { chosen, together } from '../choices.ts';
import type { Choice, Fork, ShellVariable } from '../shellScope.ts';
import { anyWay, both, combined, either, equality, literal, unknown } from './expressionResult.ts';
import type { Result } from './expressionResult.ts';

/** What a name in an expression stands for, as far as the file says. */
export type ExpressionLookup = (name: string) => ShellVariable | 'unknown' | undefined;

const token = /\s*(?:'((?:[^']|'')*)'|(\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_][\w.*-]*)|(\|\||&&|[!=<>]=|[!<>(),[\]]))/y;
/** Values that may be given from outside and often are not. */
const optional = /^(?:inputs|vars|env|matrix|secrets|github\.event\.(?:inputs|client_payload))\./;
const deepest = 40;

/**
 * The value of `${{ a && 'x' || 'y' }}`, `inputs.image || 'node:20'`, `format('node:{0}', '20')` and the like: one of several where a
 * condition decides that only a run knows. `forks` holds the conditions of the file, by their text. `undefined` for all else.
 */
export function evaluateExpression(written: string, lookup: ExpressionLookup, forks: Map<string, Fork>): ShellVariable | 'unknown' | undefined {
	const text = /^\$\{\{([^]*)\}\}$/.exec(written)?.[1];
	if (text === undefined || text.length > 1000) { return undefined; }
	const parser = new Parser(text, lookup, forks);
	const result = parser.whole();
	if (!result || 'unknown' in result) { return undefined; }
	return chosen(written, result.ways.map(({ value, when, environmentDependent }) => ({
		variable: { value: value === false ? '' : String(value), open: [], ...(environmentDependent && { environmentDependent }) }, when,
	})));
}

class Parser {
	readonly #text: string;
	readonly #lookup: ExpressionLookup;
	readonly #forks: Map<string, Fork>;
	#at = 0;
	#depth = 0;
	#failed = false;

	constructor(text: string, lookup: ExpressionLookup, forks: Map<string, Fork>) {
		this.#text = text;
		this.#lookup = lookup;
		this.#forks = forks;
	}

	whole(): Result | undefined {
		const result = this.#or();
		return this.#failed || this.#text.slice(this.#at).trim() !== '' ? undefined : result;
	}

	#or(): Result {
		if (++this.#depth > deepest) { this.#failed = true; return unknown; }
		const left = this.#and();
		// From the right, so that what stands in for an input is known before what comes before it.
		return this.#take('||') ? either(left, this.#or()) : left;
	}

	#and(): Result {
		const start = this.#at;
		let left = this.#comparison();
		for (let end = this.#at; this.#take('&&'); end = this.#at) {
			const condition = this.#text.slice(start, end).trim();
			const right = this.#comparison();
			left = 'unknown' in left ? this.#perhaps(condition, right) : both(left.ways, right);
		}
		return left;
	}

	/** What stands behind a condition that only a run decides, or false. */
	#perhaps(condition: string, result: Result): Result {
		if ('unknown' in result) { return unknown; }
		const fork = this.#forks.get(condition) ?? { asked: new Set<string>(), text: condition };
		this.#forks.set(condition, fork);
		const when = (way: number): Choice['when'] => new Map([[fork, way]]);
		return { ways: [...result.ways.flatMap(each => {
			const joined = together(when(0), each.when);
			return joined ? [{ ...each, when: joined }] : [];
		}), { value: false, when: when(1) }] };
	}

	#comparison(): Result {
		const left = this.#unary();
		for (const operator of ['==', '!=', '<=', '>=', '<', '>']) {
			if (!this.#take(operator)) { continue; }
			const right = this.#unary();
			return operator === '==' || operator === '!=' ? equality(left, right, operator === '==') : unknown;
		}
		return left;
	}

	#unary(): Result {
		if (!this.#take('!')) { return this.#primary(); }
		const result = this.#unary();
		return 'unknown' in result ? unknown : { ways: result.ways.map(each => ({ ...each, value: !each.value })) };
	}

	#primary(): Result {
		const match = this.#next();
		if (!match || ++this.#depth > deepest) { this.#failed = true; return unknown; }
		const [, quoted, digits, name, sign] = match;
		if (quoted !== undefined) { return literal(quoted.replaceAll('\'\'', '\'')); }
		if (digits !== undefined) { return literal(digits); }
		if (sign === '(') {
			const inner = this.#or();
			if (!this.#take(')')) { this.#failed = true; }
			return inner;
		}
		if (name === undefined) { this.#failed = true; return unknown; }
		if (this.#take('(')) { return this.#call(name.toLowerCase()); }
		if (this.#take('[')) {
			this.#or();
			if (!this.#take(']')) { this.#failed = true; }
			return unknown;
		}
		if (name === 'true' || name === 'false') { return literal(name === 'true'); }
		return name === 'null' ? literal('') : this.#named(name);
	}

	#call(name: string): Result {
		const given: Result[] = [];
		if (!this.#take(')')) {
			do { given.push(this.#or()); } while (this.#take(','));
			if (!this.#take(')')) { this.#failed = true; }
		}
		if (name !== 'format') { return unknown; }
		return combined(given, ([pattern = '', ...values]) =>
			String(pattern).replace(/\{(\d+)\}/g, (piece, index: string) => String(values[Number(index)] ?? piece)));
	}

	#named(name: string): Result {
		const found = this.#lookup(name);
		if (found === undefined) { return { unknown: true, optional: optional.test(name) }; }
		if (found === 'unknown') { return unknown; }
		if (found.choices) { return { ways: found.choices.map(({ variable, when }) => ({ value: variable.value, when })) }; }
		if (found.open.length > 0) { return unknown; }
		return { ways: [{ value: found.value, when: anyWay, ...(found.environmentDependent && { environmentDependent: true }) }] };
	}

	#take(sign: string): boolean {
		const before = this.#at;
		if (this.#next()?.[4] === sign) { return true; }
		this.#at = before;
		return false;
	}

	#next(): RegExpExecArray | null {
		token.lastIndex = this.#at;
		const match = token.exec(this.#text);
		if (match) { this.#at = token.lastIndex; }
		return match;
	}
}
