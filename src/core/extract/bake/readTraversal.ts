import type { Expression } from './expression.ts';
import { identifier } from './hclScanner.ts';
import type { HclScanner } from './hclScanner.ts';

/** What `[*]` calls the item of a round; no name of a file can be it. */
const each = '*';

/** Nobody goes further into a value. */
const mostSteps = 60;

/** Reads `[key]`, `.name`, `.0` and the splats `[*]` and `.*` behind an expression that begins at `start`; what cannot be read is `unknown`. */
export function readTraversal(
	scanner: HclScanner,
	of: Expression,
	start: number,
	readKey: (scanner: HclScanner) => Expression,
	left = { steps: mostSteps },
): Expression {
	let found = of;
	const span = (): Expression['span'] => scanner.map.outerSpan({ start, end: scanner.at });
	for (;;) {
		if (left.steps-- <= 0) {
			// What is left is as long as a file may be: it is passed over without going deeper.
			scanner.match(/(?:\.\*|\[\*\]|\.[\p{L}\p{N}_-]+|\[[^[\]{}"\n]*\])*/yu);
			return { kind: 'unknown', span: span() };
		}
		if (scanner.take('[*]')) {
			found = splat(found, item => readTraversal(scanner, item, start, readKey, left), span);
		} else if (scanner.take('.*')) {
			// Only names belong to each item; an index behind them is one of the whole list.
			found = splat(found, item => readNames(scanner, item, span), span);
		} else if (scanner.character === '[') {
			scanner.at++;
			scanner.skip(true);
			const key = readKey(scanner);
			scanner.skip(true);
			if (!scanner.take(']')) { return { kind: 'unknown', span: span() }; }
			found = { kind: 'index', of: found, key, span: span() };
		} else {
			const named = readName(scanner, found, span);
			if (!named) { return found; }
			found = named;
		}
	}
}

function splat(of: Expression, readItem: (item: Expression) => Expression, span: () => Expression['span']): Expression {
	const value = readItem({ kind: 'reference', path: [each], span: span() });
	return { kind: 'for', names: [each], of, value, span: span() };
}

function readNames(scanner: HclScanner, of: Expression, span: () => Expression['span']): Expression {
	let found = of;
	for (let steps = mostSteps; steps > 0; steps--) {
		const next = readName(scanner, found, span);
		if (!next) { break; }
		found = next;
	}
	return found;
}

function readName(scanner: HclScanner, of: Expression, span: () => Expression['span']): Expression | undefined {
	if (scanner.character !== '.' || !/[\p{L}\p{N}_]/u.test(scanner.text[scanner.at + 1] ?? '')) { return undefined; }
	scanner.at++;
	const number = scanner.match(/\d+/y);
	if (number !== '') { return { kind: 'index', of, key: { kind: 'literal', value: Number(number), span: span() }, span: span() }; }
	const name = scanner.match(identifier);
	if (of.kind === 'reference') { return { kind: 'reference', path: [...of.path, name], span: span() }; }
	const key = { start: scanner.at - name.length, end: scanner.at };
	return {
		kind: 'index', of, span: span(),
		key: { kind: 'template', parts: [{ kind: 'text', value: name, ...key }], map: scanner.map, inside: key, span: scanner.map.outerSpan(key) },
	};
}
