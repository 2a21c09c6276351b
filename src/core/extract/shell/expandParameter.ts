import type { ShellScope, ShellVariable } from './shellScope.ts';

/** `${name<operator>operand}` with the operand already expanded. */
export interface ParameterText {
	readonly name: string;
	readonly operator?: string;
	/** `undefined` when the operand itself stayed open. */
	readonly operand?: string;
	readonly replacement?: string;
	/** `${#x}`, `${!x}`, `${x[1]}`: never known here. */
	readonly odd?: boolean;
}

/** The value of a parameter expansion as far as the script alone tells; `undefined` when only a run knows. */
export function expandParameter({ name, operator, operand, replacement, odd }: ParameterText, scope: ShellScope): ShellVariable | undefined {
	if (odd) { return undefined; }
	const found = scope.get(name);
	const known = found !== undefined && found !== 'unknown' && found.open.length === 0 ? found : undefined;
	if (operator === undefined) { return known; }
	if (/^:?[-=]$/.test(operator)) {
		if (known && (known.value !== '' || operator.length === 1)) { return known; }
		// Set to what nobody knows is not the same as perhaps not set.
		if (operand === undefined || (found !== undefined && !known)) { return undefined; }
		const fallback: ShellVariable = { value: operand, open: [], environmentDependent: true };
		if (operator.endsWith('=')) { scope.set(name, fallback); }
		return fallback;
	}
	if (/^:?\?$/.test(operator)) { return known; }
	if (/^:?\+$/.test(operator)) { return known && operand !== undefined ? { ...known, value: operand } : undefined; }
	if (!known) { return undefined; }
	if (operator === ',,') { return { ...known, value: known.value.toLowerCase() }; }
	if (operator === '^^') { return { ...known, value: known.value.toUpperCase() }; }
	if (operand === undefined || known.value.length > 2000) { return undefined; }
	const value = cut(known.value, operator, operand, replacement);
	return value === undefined ? undefined : { ...known, value };
}

function cut(value: string, operator: string, pattern: string, replacement: string | undefined): string | undefined {
	if (/[[\]\\?(]/.test(pattern) || pattern.split('*').length > 3) { return undefined; }
	const source = pattern.split('*').map(literal => literal.replace(/[.+^${}()|\\/-]/g, '\\$&'));
	switch (operator) {
		case '#': return value.replace(new RegExp(`^${source.join('[^]*?')}`), '');
		case '##': return value.replace(new RegExp(`^${source.join('[^]*')}`), '');
		case '%%': return value.replace(new RegExp(`${source.join('[^]*')}$`), '');
		case '%': {
			const match = new RegExp(`^([^]*)${source.join('[^]*?')}$`).exec(value);
			return match ? match[1]! : value;
		}
		case '/': return replacement === undefined ? undefined : value.replace(new RegExp(source.join('[^]*')), () => replacement);
		case '//': return replacement === undefined || pattern === '' ? undefined : value.replace(new RegExp(source.join('[^]*'), 'g'), () => replacement);
		default: return undefined;
	}
}
