import type { Expression, HolePart, Template, TemplatePart } from './expression.ts';
import { identifier } from './hclScanner.ts';
import type { HclScanner } from './hclScanner.ts';

/** `%{ if … }`, `%{ else }`, `%{ for … }` and their ends, before they are put together. */
export interface DirectivePart {
	readonly kind: 'directive';
	readonly word: 'if' | 'else' | 'endif' | 'for' | 'endfor' | 'unknown';
	/** What `if` asks and `for` goes through. */
	readonly expression?: Expression;
	/** Of `for`. */
	readonly names?: readonly string[];
	readonly start: number;
	readonly end: number;
}

/** Reads what stands behind `%{`, up to its closing brace; `readInner` reads one expression at the scanner's place. */
export function readDirective(scanner: HclScanner, readInner: (scanner: HclScanner) => Expression): Pick<DirectivePart, 'word' | 'expression' | 'names'> {
	scanner.skip(true);
	const word = scanner.match(identifier);
	scanner.skip(true);
	switch (word) {
		case 'else': case 'endif': case 'endfor': return { word };
		case 'if': return { word, expression: readInner(scanner) };
		case 'for': {
			const names = readNames(scanner);
			return names ? { word, names, expression: readInner(scanner) } : { word: 'unknown' };
		}
		default: return { word: 'unknown' };
	}
}

/** `item in`, `key, item in`, in a directive as in a `for` expression; the scanner stands behind `for`. */
export function readNames(scanner: HclScanner): readonly string[] | undefined {
	const names: string[] = [];
	do {
		scanner.skip(true);
		names.push(scanner.match(identifier));
		scanner.skip(true);
	} while (scanner.take(','));
	return scanner.match(identifier) === 'in' && !names.includes('') && names.length <= 2 ? names : undefined;
}

/** What is open while directives are put together: the parts so far, of the branch that is being read. */
interface Frame {
	readonly open: DirectivePart;
	yes: TemplatePart[] | undefined;
	parts: TemplatePart[];
}

/** Directives as holes that hold conditions and loops over templates; where they do not match each other, nobody knows the text. */
export function foldDirectives(parts: readonly (TemplatePart | DirectivePart)[], map: Template['map']): readonly TemplatePart[] {
	const frames: Frame[] = [];
	let current: TemplatePart[] = [];
	for (const part of parts) {
		if (part.kind !== 'directive') { current.push(part); continue; }
		const frame = frames.at(-1);
		if (part.word === 'if' || part.word === 'for') {
			frames.push({ open: part, yes: undefined, parts: current });
			current = [];
		} else if (part.word === 'else' && frame?.open.word === 'if' && !frame.yes) {
			frame.yes = current;
			current = [];
		} else if (frame && part.word === `end${frame.open.word}`) {
			frames.pop();
			const hole = holeOf(frame, current, part, map);
			current = frame.parts;
			current.push(hole);
		} else {
			return [unknownPart(parts, map)];
		}
	}
	return frames.length === 0 ? current : [unknownPart(parts, map)];
}

function holeOf({ open, yes }: Frame, last: readonly TemplatePart[], { start: endStart, end }: DirectivePart, map: Template['map']): HolePart {
	const span = map.outerSpan({ start: open.start, end });
	const template = (parts: readonly TemplatePart[]): Template => {
		const inside = { start: parts[0]?.start ?? endStart, end: parts.at(-1)?.end ?? endStart };
		return { kind: 'template', parts, map, inside, span: map.outerSpan(inside) };
	};
	const test = open.expression!;
	const expression: Expression = open.word === 'if'
		? { kind: 'condition', test, yes: template(yes ?? last), no: template(yes ? last : []), span }
		: { kind: 'joined', rounds: { kind: 'for', names: open.names!, of: test, value: template(last) }, span };
	return { kind: 'hole', expression, start: open.start, end };
}

function unknownPart(parts: readonly (TemplatePart | DirectivePart)[], map: Template['map']): HolePart {
	const inside = { start: parts[0]!.start, end: parts.at(-1)!.end };
	return { kind: 'hole', expression: { kind: 'unknown', span: map.outerSpan(inside) }, ...inside };
}
