import type { Assignment, Script, Word, WordPart } from 'unbash';
import { nestsDeeply } from './nestsDeeply.ts';

const none: readonly Script[] = [];

/** The scripts of `$(…)`, backticks and `<(…)` in a word, those in its quotes and in the defaults of its variables too. */
export function scriptsIn(word: Word | Assignment): readonly Script[] {
	// Parts are worked out when asked for; most words have nothing inside.
	if (!word.text.includes('$(') && !word.text.includes('`') && !word.text.includes('<(')) { return none; }
	if (nestsDeeply(word.text)) { return none; }
	if (word.type === 'Word') { return inParts(word.parts); }
	const { value } = word;
	return (value.type === 'Word' ? [value] : value.elements).flatMap(({ parts }) => inParts(parts));
}

function inParts(parts: readonly WordPart[] | undefined): readonly Script[] {
	return (parts ?? []).flatMap(part => {
		switch (part.type) {
			case 'DoubleQuoted': return inParts(part.parts);
			case 'ParameterExpansion': return part.operation?.type === 'Default' ? inParts(part.operation.operand.parts) : none;
			case 'CommandExpansion':
			case 'ProcessSubstitution':
				// With escaped backticks the offsets are not those of this text.
				return part.script && part.script.source === undefined ? [part.script] : none;
			default: return none;
		}
	});
}
