import type { Case, Command, CompoundList, Statement, SyntaxNode, TestExpression, Word } from 'unbash';
import { fitsPattern } from '../dockerfile/shellPattern.ts';
import { expandWord } from './expandWord.ts';
import type { ShellScope } from './shellScope.ts';
import type { ShellSource } from './shellSource.ts';

/** Whether a condition holds; `undefined` where only a run knows. Only comparisons of values that the script itself gives are decided. */
export function decideTest(node: CompoundList | Statement | SyntaxNode, source: ShellSource, scope: ShellScope): boolean | undefined {
	switch (node.type) {
		case 'CompoundList': return node.commands.length === 1 ? decideTest(node.commands[0]!, source, scope) : undefined;
		case 'Statement': return decideTest(node.command, source, scope);
		case 'Pipeline': {
			const result = node.commands.length === 1 ? decideTest(node.commands[0]!, source, scope) : undefined;
			return result === undefined || node.prefixes.every(({ type }) => type !== 'Negation') ? result : !result;
		}
		case 'AndOr':
			return node.commands.length === 2
				? decideBoth(node.operators[0]!, () => decideTest(node.commands[0]!, source, scope), () => decideTest(node.commands[1]!, source, scope))
				: undefined;
		case 'TestCommand': return decideExpression(node.expression, source, scope);
		case 'BraceGroup': return decideTest(node.body, source, scope);
		case 'Command': return decideCommand(node, source, scope);
		default: return undefined;
	}
}

/** Which of the bodies of `case … esac` runs, -1 for none of them; `undefined` where only a run knows. */
export function decideCase({ word, items }: Case, source: ShellSource, scope: ShellScope): number | undefined {
	const value = certainValue(word, source, scope);
	if (value === undefined) { return undefined; }
	for (const [index, { pattern, terminator }] of items.entries()) {
		const fits = pattern.map(each => {
			const written = certainValue(each, source, scope);
			return written === undefined || terminator?.includes('&') ? undefined : fitsPattern(value, written);
		});
		if (fits.includes(true)) { return index; }
		if (fits.includes(undefined)) { return undefined; }
	}
	return -1;
}

/** The value of a word that the script alone decides. */
export function certainValue(word: Word, source: ShellSource, scope: ShellScope): string | undefined {
	const { open, environmentDependent, map } = expandWord(word, source, scope);
	return open.length > 0 || environmentDependent ? undefined : map.text;
}

function decideBoth(operator: string, one: () => boolean | undefined, other: () => boolean | undefined): boolean | undefined {
	const ends = operator === '||';
	const [first, second] = [one(), other()];
	if (first === ends || second === ends) { return ends; }
	return first === undefined || second === undefined ? undefined : !ends;
}

function decideExpression(expression: TestExpression, source: ShellSource, scope: ShellScope): boolean | undefined {
	switch (expression.type) {
		case 'TestGroup': return decideExpression(expression.expression, source, scope);
		case 'TestNot': {
			const result = decideExpression(expression.operand, source, scope);
			return result === undefined || expression.negations.length % 2 === 0 ? result : !result;
		}
		case 'TestLogical': {
			const [one, other] = expression.operands;
			return expression.operands.length === 2
				? decideBoth(expression.operator, () => decideExpression(one!, source, scope), () => decideExpression(other!, source, scope))
				: undefined;
		}
		case 'TestUnary': return compared([expression.operator, certainValue(expression.operand, source, scope)]);
		case 'TestBinary': {
			const left = certainValue(expression.left, source, scope);
			const right = certainValue(expression.right, source, scope);
			const globs = expression.right.parts?.some(({ type }) => type === 'Glob' || type === 'ExtendedGlob');
			if (!globs || left === undefined || right === undefined) { return compared([left, expression.operator, right]); }
			const fits = fitsPattern(left, right);
			return fits === undefined || !/^!?==?$/.test(expression.operator) ? undefined : expression.operator === '!=' ? !fits : fits;
		}
	}
}

function decideCommand({ name, suffix }: Command, source: ShellSource, scope: ShellScope): boolean | undefined {
	if (name?.text === 'true') { return true; }
	if (name?.text === 'false') { return false; }
	if (name?.text !== '[' && name?.text !== 'test') { return undefined; }
	const words = suffix.map(word => word.type === 'Word' ? certainValue(word, source, scope) : undefined);
	const values = name.text === '[' ? words.slice(0, -1) : words;
	return values[0] === '!' ? negated(compared(values.slice(1))) : compared(values);
}

function negated(value: boolean | undefined): boolean | undefined {
	return value === undefined ? undefined : !value;
}

function compared(values: readonly (string | undefined)[]): boolean | undefined {
	const [left, operator, right] = values;
	if (values.some(value => value === undefined)) { return undefined; }
	if (values.length === 1) { return left !== ''; }
	if (values.length === 2) { return left === '-z' ? operator === '' : left === '-n' ? operator !== '' : undefined; }
	if (values.length !== 3) { return undefined; }
	switch (operator) {
		case '=': case '==': return left === right;
		case '!=': return left !== right;
		default: return /^-?\d{1,9}$/.test(left!) && /^-?\d{1,9}$/.test(right!) ? numbers[operator!]?.(Number(left), Number(right)) : undefined;
	}
}

const numbers: Readonly<Record<string, (left: number, right: number) => boolean>> = {
	'-eq': (left, right) => left === right, '-ne': (left, right) => left !== right,
	'-gt': (left, right) => left > right, '-ge': (left, right) => left >= right,
	'-lt': (left, right) => left < right, '-le': (left, right) => left <= right,
};
