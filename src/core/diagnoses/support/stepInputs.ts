import type { Edit, StepInput, WorkflowStep } from '../../model/index.ts';

/**
 * Inserts `name: value` pairs at the end of a step's `with:` map: lines with its own indentation, or inside of its braces;
 * a step without the map gets one. `undefined` where that cannot be done. The values must need no quotes.
 */
export function addInputs(step: WorkflowStep, pairs: readonly (readonly [string, string])[]): Edit | undefined {
	const place = step.insertion;
	if (step.flowInsertion !== undefined && pairs.length > 0) {
		const { offset, separator } = step.flowInsertion;
		return { span: { start: offset, end: offset }, newText: pairs.map(([name, value]) => `${separator}${name}: ${value}`).join('') };
	}
	if (step.mapInsertion && pairs.length > 0) { return newMap(step.mapInsertion, pairs); }
	if (!place || pairs.length === 0) { return undefined; }
	// Behind a last line without line end the indentation begins with one, and the file keeps having none.
	const end = place.indent.startsWith(place.eol) ? '' : place.eol;
	const newText = pairs.map(([name, value]) => `${place.indent}${name}: ${value}${end}`).join('');
	return { span: { start: place.offset, end: place.offset }, newText };
}

function newMap({ offset, indent, eol }: NonNullable<WorkflowStep['mapInsertion']>, pairs: readonly (readonly [string, string])[]): Edit {
	const end = indent.startsWith(eol) ? '' : eol;
	const lines = ['with:', ...pairs.map(([name, value]) => `  ${name}: ${value}`)];
	return { span: { start: offset, end: offset }, newText: lines.map(line => `${indent}${line}${end}`).join('') };
}

/** Takes an input's line out. */
export function removeInput(input: StepInput): Edit {
	return { span: input.lineSpan, newText: '' };
}
