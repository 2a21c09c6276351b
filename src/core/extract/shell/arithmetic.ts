import type { ArithmeticExpression } from 'unbash';

/** The number that `$((…))` gives; `undefined` where only a run knows, or where it is no whole number. `value` gives what a name holds. */
export function arithmetic(expression: ArithmeticExpression | undefined, value: (name: string) => string | undefined): number | undefined {
	switch (expression?.type) {
		case 'ArithmeticWord': return numberIn(expression.value, value);
		case 'ArithmeticGroup': return arithmetic(expression.expression, value);
		case 'ArithmeticUnary': {
			const operand = arithmetic(expression.operand, value);
			return operand === undefined ? undefined : expression.operator === '-' ? -operand : expression.operator === '+' ? operand : undefined;
		}
		case 'ArithmeticBinary': {
			const [left, right] = [arithmetic(expression.left, value), arithmetic(expression.right, value)];
			return left === undefined || right === undefined ? undefined : combined(left, expression.operator, right);
		}
		default: return undefined;
	}
}

function numberIn(text: string, value: (name: string) => string | undefined): number | undefined {
	const name = /^\$?\{?([A-Za-z_]\w*|\d)\}?$/.exec(text);
	const written = name && !/^\d/.test(text) ? value(name[1]!) : text;
	return written !== undefined && /^-?(?:0|[1-9]\d{0,8})$/.test(written) ? Number(written) : undefined;
}

function combined(left: number, operator: string, right: number): number | undefined {
	switch (operator) {
		case '+': return left + right;
		case '-': return left - right;
		case '*': return left * right;
		case '/': return right === 0 ? undefined : Math.trunc(left / right);
		case '%': return right === 0 ? undefined : left % right;
		default: return undefined;
	}
}
