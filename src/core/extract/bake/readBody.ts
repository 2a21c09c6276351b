import type { TextMap } from '../../util/textMap.ts';
import type { Attribute, Block, Body } from './expression.ts';
import { HclScanner, identifier } from './hclScanner.ts';
import { readExpression } from './readExpression.ts';

/** Reads an HCL file: attributes and blocks. A line that is neither is passed over; broken text gives what could be read. */
export function readBody(map: TextMap): Body {
	return body(new HclScanner(map), 0);
}

const deepest = 20;

function body(scanner: HclScanner, depth: number): Body {
	const attributes: Attribute[] = [];
	const blocks: Block[] = [];
	for (;;) {
		scanner.skip(true);
		if (scanner.done || (scanner.character === '}' && depth > 0)) { return { attributes, blocks }; }
		const start = scanner.at;
		const quoted = scanner.take('"');
		const name = scanner.match(identifier);
		if (quoted) { scanner.take('"'); }
		scanner.skip(false);
		if (name !== '' && scanner.character === '=' && scanner.text[scanner.at + 1] !== '=') {
			const nameSpan = scanner.map.outerSpan({ start, end: start + name.length + (quoted ? 2 : 0) });
			scanner.at++;
			scanner.skip(false);
			attributes.push({ name, nameSpan, value: readExpression(scanner, false) });
		} else if (name !== '' && (scanner.character === '"' || scanner.character === '{' || /[\p{L}_]/u.test(scanner.character))) {
			const block = readBlock(scanner, start, name, depth);
			if (block) { blocks.push(block); }
		} else {
			scanner.at = Math.max(scanner.at, start + 1);
			scanner.skipLine();
		}
	}
}

function readBlock(scanner: HclScanner, start: number, type: string, depth: number): Block | undefined {
	const labels: string[] = [];
	let nameSpan = scanner.map.outerSpan({ start, end: start + type.length });
	for (;;) {
		scanner.skip(false);
		const at = scanner.at;
		if (scanner.take('{')) { break; }
		const quoted = scanner.take('"');
		const label = quoted ? scanner.match(/[^"\n]*/y) : scanner.match(identifier);
		if (label === '' || (quoted && !scanner.take('"'))) {
			scanner.skipLine();
			return undefined;
		}
		labels.push(label);
		nameSpan = scanner.map.outerSpan({ start: quoted ? at + 1 : at, end: (quoted ? at + 1 : at) + label.length });
	}
	if (depth >= deepest) {
		scanner.at = scanner.end;
		return undefined;
	}
	const inner = body(scanner, depth + 1);
	scanner.take('}');
	return { type, labels, nameSpan, body: inner };
}
