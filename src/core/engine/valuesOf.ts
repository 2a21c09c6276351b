import type { ImageUse } from '../model/index.ts';
import { isWritten } from '../diagnoses/support/isWritten.ts';
import { parseReference } from '../reference/parseReference.ts';

/** A use once for each value that it can take (a loop, a matrix, build arguments of other files), each as if it were the only one. */
export function valuesOf(use: ImageUse): readonly ImageUse[] {
	if (use.alternatives.length === 0 || !named.has(use.class)) { return [use]; }
	const { error: _error, errorSpan: _errorSpan, reference: _reference, ...shared } = use;
	return [use, ...use.alternatives.flatMap(({ value, reference, variables }): ImageUse[] => {
		const other = { ...shared, value, variables, spans: {}, alternatives: [] };
		if (reference) { return [{ ...other, class: use.class !== 'invalid' ? use.class : isWritten(use) ? 'build-output' : 'image', reference }]; }
		// What is a name, and yet no reference, is a stage or nothing at all; a variable that is empty here may have a value elsewhere.
		const parsed = parseReference(value);
		return parsed.ok || variables.some(variable => !variable.value) ? [] : [{ ...other, class: 'invalid', error: parsed.error }];
	})];
}

const named: ReadonlySet<ImageUse['class']> = new Set(['image', 'artifact', 'build-output', 'invalid']);
