import type { VariableUse } from '../../model/index.ts';
import type { Expression, ForExpression, Template } from './expression.ts';
import { same, standardFunctions } from './standardFunctions.ts';
import { indexed, isList, quotient, textOfValue } from './value.ts';
import type { Value } from './value.ts';

/** Where an expression looks names up. */
export interface BakeScope {
	/** A variable's value with its origin; `undefined` when there is no such variable. */
	variable(name: string): VariableUse & { readonly known?: Value } | undefined;
	/** A function of the file. */
	userFunction(name: string): UserFunction | undefined;
	/** What a variable is by default, or a name of the file stands for; `undefined` when the environment says otherwise. */
	definition(name: string): Placed | undefined;
	/** An attribute of a target, for `target.app.tags`. */
	attribute(target: string, name: string): Placed | undefined;
	/** Names of the matrix combination or of the function's parameters; they hide variables. */
	readonly locals: ReadonlyMap<string, Value>;
}

/** `function "name" { … }`; `rest` takes the arguments that are left over. */
export interface UserFunction {
	readonly params: readonly string[];
	readonly rest?: string;
	readonly result: Placed;
}

/** An expression and the file it stands in. */
export interface Placed {
	readonly value: Expression;
	readonly path: string;
}

/** What evaluation met on its way. */
export interface Trace {
	readonly variables: VariableUse[];
	/** Calls so far: a bound for functions that call each other. */
	calls: number;
}

const longest = 10_000;
const mostCalls = 2000;
const mostRounds = 500;

/** The value of an expression, `undefined` when it depends on something that the files do not say. */
export function evaluate(expression: Expression, scope: BakeScope, trace: Trace): Value | undefined {
	if (trace.calls++ > mostCalls) { return undefined; }
	const inner = (one: Expression): Value | undefined => evaluate(one, scope, trace);
	switch (expression.kind) {
		case 'template': return evaluateTemplate(expression, inner);
		case 'literal': return expression.value;
		case 'list': return all(expression.items.map(inner));
		case 'object': {
			const values = expression.entries.map(entry => [entry.key, inner(entry.value)] as const);
			return values.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(values) as Readonly<Record<string, Value>>;
		}
		case 'reference': return lookUp(expression.path, scope, trace);
		case 'condition': {
			const test = inner(expression.test);
			return typeof test === 'boolean' ? inner(test ? expression.yes : expression.no) : undefined;
		}
		case 'for': return repeat(expression, scope, trace);
		case 'joined': {
			const texts = repeat(expression.rounds, scope, trace);
			return isList(texts) ? texts.map(textOfValue).join('') : undefined;
		}
		case 'not': {
			const operand = inner(expression.operand);
			return typeof operand === 'boolean' ? !operand : undefined;
		}
		case 'operation': return operate(expression.operator, inner(expression.left), inner(expression.right));
		case 'index': return indexed(inner(expression.of), inner(expression.key));
		case 'call': return call(expression, scope, trace);
		case 'unknown': return undefined;
	}
}

function evaluateTemplate(template: Template, inner: (one: Expression) => Value | undefined): Value | undefined {
	const [only] = template.parts;
	if (template.parts.length === 1 && only?.kind === 'hole') { return inner(only.expression); }
	let value = '';
	for (const part of template.parts) {
		const text = part.kind === 'text' ? part.value : textOfValue(inner(part.expression));
		if (text === undefined || value.length + text.length > longest) { return undefined; }
		value += text;
	}
	return value;
}

function lookUp([name, ...rest]: readonly string[], scope: BakeScope, trace: Trace): Value | undefined {
	if (name === undefined) { return undefined; }
	const local = scope.locals.get(name);
	const isTarget = local === undefined && name === 'target' && rest.length >= 2;
	let value = local;
	if (isTarget) {
		const attribute = scope.attribute(rest[0]!, rest[1]!);
		value = attribute && evaluate(attribute.value, scope, trace);
	} else if (value === undefined) {
		const found = scope.variable(name);
		const { known, ...use } = found ?? { name };
		trace.variables.push(use);
		value = known;
	}
	for (const key of isTarget ? rest.slice(2) : rest) { value = indexed(value, key); }
	return value;
}

function call({ name, args, spread }: Extract<Expression, { kind: 'call' }>, scope: BakeScope, trace: Trace): Value | undefined {
	let values = all(args.map(arg => evaluate(arg, scope, trace)));
	const last = values?.at(-1);
	if (spread && values && isList(last)) { values = [...values.slice(0, -1), ...last]; }
	if (!values) { return undefined; }
	const own = scope.userFunction(name);
	return own ? evaluate(own.result.value, functionScope(own, values, scope), trace) : standardFunctions.get(name)?.(values);
}

/** A function's parameters with the values of a call. */
export function functionScope({ params, rest }: UserFunction, values: readonly Value[], scope: BakeScope): BakeScope {
	const locals = new Map<string, Value>(params.map((param, index) => [param, values[index] ?? null]));
	if (rest !== undefined) { locals.set(rest, values.slice(params.length)); }
	return { ...scope, locals };
}

/** One scope for each round of a `for` that its test lets through; `undefined` when they are not known. */
export function rounds({ names, of, test }: ForExpression, scope: BakeScope, trace: Trace): readonly BakeScope[] | undefined {
	const over = evaluate(of, scope, trace);
	if (!over || typeof over !== 'object') { return undefined; }
	const entries = isList(over) ? over.map((item, index) => [index, item] as const) : Object.entries(over as Readonly<Record<string, Value>>);
	const scopes: BakeScope[] = [];
	for (const entry of entries.slice(0, mostRounds)) {
		const values = names.length === 1 ? [entry[1]] : entry;
		const inside = { ...scope, locals: new Map([...scope.locals, ...names.map((name, index) => [name, values[index]!] as const)]) };
		const passes = test ? evaluate(test, inside, trace) : true;
		if (typeof passes !== 'boolean') { return undefined; }
		if (passes) { scopes.push(inside); }
	}
	return scopes;
}

function repeat(expression: ForExpression, scope: BakeScope, trace: Trace): Value | undefined {
	const scopes = rounds(expression, scope, trace);
	const values = scopes && all(scopes.map(one => evaluate(expression.value, one, trace)));
	if (!values || !expression.key) { return values; }
	const keys = scopes!.map(one => textOfValue(evaluate(expression.key!, one, trace)));
	return keys.every(key => key !== undefined) ? Object.fromEntries(keys.map((key, index) => [key, values[index]!])) : undefined;
}

function operate(operator: string, left: Value | undefined, right: Value | undefined): Value | undefined {
	if (left === undefined || right === undefined) { return undefined; }
	switch (operator) {
		case '==': return same(left, right);
		case '!=': return !same(left, right);
		case '&&': return left === true && right === true;
		case '||': return left === true || right === true;
		default:
	}
	if (typeof left !== 'number' || typeof right !== 'number') { return undefined; }
	switch (operator) {
		case '+': return left + right;
		case '-': return left - right;
		case '*': return left * right;
		case '/': return quotient(left, right);
		case '%': return right === 0 ? undefined : left % right;
		case '<': return left < right;
		case '>': return left > right;
		case '<=': return left <= right;
		case '>=': return left >= right;
		default: return undefined;
	}
}

function all(values: readonly (Value | undefined)[]): readonly Value[] | undefined {
	return values.every(value => value !== undefined) ? values : undefined;
}
