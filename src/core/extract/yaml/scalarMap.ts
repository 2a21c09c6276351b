import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { templateMark } from './blankTemplates.ts';
import { blockScalarMap } from './blockScalarMap.ts';
import { flowScalarMap } from './flowScalarMap.ts';
import type { YamlScalar } from './yamlNode.ts';

/**
 * The value of a scalar as a map into the file. Where a value was folded over lines or holds a rare escape and cannot be followed
 * character by character, all of it stands for the whole inside of the scalar.
 */
export function scalarMap(text: string, scalar: YamlScalar): TextMap {
	const { style, span } = scalar;
	const map = style === 'literal' || style === 'folded' ? blockScalarMap(text, span) : flowScalarMap(text, { style, span });
	// Parsers disagree about a last line of the file that has no end.
	if (map.text === scalar.value || `${map.text}\n` === scalar.value) { return map; }
	if (isBlanked(map.text, scalar.value)) { return { ...map, text: scalar.value }; }
	const quoted = scalar.style === 'single' || scalar.style === 'double' ? 1 : 0;
	return new TextMapBuilder().replaced(scalar.value, scalar.span.start + quoted, scalar.span.end - quoted).build();
}

/** True when the value is the text with template actions blanked, so that nothing has moved. */
function isBlanked(written: string, value: string): boolean {
	if (written.length !== value.length) { return false; }
	for (let at = 0; at < value.length; at++) {
		if (value[at] !== written[at] && value[at] !== templateMark && value[at] !== ' ') { return false; }
	}
	return true;
}
