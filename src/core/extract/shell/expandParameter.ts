import { replacePattern, trimPrefix, trimSuffix } from '../dockerfile/shellPattern.ts';
import type { ShellScope, ShellVariable } from './shellScope.ts';

/** `${name<operator>operand}` with the operand already expanded. */
export interface ParameterText {
	readonly name: string;
	readonly operator?: string;
	/** `undefined` when the operand itself stayed open. */
	readonly operand?: string;
	readonly replacement?: string;
	/** What stands in the brackets of `${x[1]}` and `${M[key]}`, expanded. */
	readonly index?: string;
	/** `${#x}`, `${!x}`. */
	readonly prefix?: '#' | '!';
	/** Never known here. */
	readonly odd?: boolean;
}

/** The value of a parameter expansion as far as the script alone tells; `undefined` when only a run knows. */
export function expandParameter(
	{ name: written, prefix, operator, operand, replacement, index, odd }: ParameterText,
	scope: ShellScope,
): ShellVariable | undefined {
	if (odd) { return undefined; }
	if (prefix === '#') { return lengthOf(scope.get(written), index); }
	const pointer = prefix === '!' ? scope.get(written) : undefined;
	const name = prefix !== '!' ? written : pointer && pointer !== 'unknown' && pointer.open.length === 0 ? pointer.value : undefined;
	if (name === undefined) { return undefined; }
	const variable = scope.get(name);
	const found = index === undefined || variable === undefined || variable === 'unknown' ? variable : elementOf(variable, index) ?? 'unknown';
	const known = found !== undefined && found !== 'unknown' && found.open.length === 0 ? found : undefined;
	if (operator === undefined) { return known; }
	if (/^:?[-=]$/.test(operator)) {
		if (known && (known.value !== '' || operator.length === 1)) { return known; }
		// Set to what nobody knows is not the same as perhaps not set.
		if (operand === undefined || (found !== undefined && !known)) { return undefined; }
		const fallback: ShellVariable = { value: operand, open: [], ...(!known && { environmentDependent: true }) };
		if (operator.endsWith('=')) { scope.set(name, fallback); }
		return fallback;
	}
	if (/^:?\?$/.test(operator)) { return known; }
	if (/^:?\+$/.test(operator)) {
		return known && operand !== undefined ? { ...known, value: known.value === '' && operator.length > 1 ? '' : operand } : undefined;
	}
	if (!known) { return undefined; }
	if (operator === ',,') { return { ...known, value: known.value.toLowerCase() }; }
	if (operator === '^^') { return { ...known, value: known.value.toUpperCase() }; }
	if (operator === '^' || operator === ',') {
		const first = known.value.slice(0, 1);
		return { ...known, value: (operator === '^' ? first.toUpperCase() : first.toLowerCase()) + known.value.slice(1) };
	}
	if (operator === ':') { return slice(known, operand, replacement); }
	if (operand === undefined || known.value.length > 2000) { return undefined; }
	const value = cut(known.value, operator, operand, replacement);
	return value === undefined ? undefined : { ...known, value };
}

function elementOf({ elements, entries }: ShellVariable, index: string): ShellVariable | undefined {
	if (entries) { return entries.get(index); }
	return /^-?\d{1,4}$/.test(index) ? elements?.at(Number(index)) : undefined;
}

function lengthOf(variable: ShellVariable | 'unknown' | undefined, index: string | undefined): ShellVariable | undefined {
	if (!variable || variable === 'unknown') { return undefined; }
	const count = index === '@' || index === '*'
		? variable.entries?.size ?? variable.elements?.length
		: index === undefined && variable.open.length === 0 ? variable.value.length
		: undefined;
	return count === undefined ? undefined : { value: String(count), open: [] };
}

/** `${x:offset:length}`; a negative number counts from the end. */
function slice(known: ShellVariable, offset = '', length: string | undefined): ShellVariable | undefined {
	const number = /^\s*-?\d{1,4}\s*$/;
	if ((offset !== '' && !number.test(offset)) || (length !== undefined && !number.test(length))) { return undefined; }
	const from = Number(offset) < 0 ? Math.max(0, known.value.length + Number(offset)) : Number(offset);
	const to = length === undefined ? known.value.length : Number(length) < 0 ? known.value.length + Number(length) : from + Number(length);
	return { ...known, value: known.value.slice(from, Math.max(from, to)) };
}

/** What a pattern takes away or changes. Classes and extended patterns, which a shell has beyond a Dockerfile's, stay open. */
function cut(value: string, operator: string, pattern: string, replacement: string | undefined): string | undefined {
	if (/[[\]\\(]/.test(pattern)) { return undefined; }
	switch (operator) {
		case '#': case '##': return trimPrefix(value, pattern, operator === '##');
		case '%': case '%%': return trimSuffix(value, pattern, operator === '%%');
		case '/': case '//': return replacement === undefined || pattern === '' ? undefined : replacePattern(value, pattern, replacement, operator === '//');
		default: return undefined;
	}
}
