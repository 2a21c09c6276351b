import type { ImageUse } from '../../model/index.ts';

/** One place that stands for several references, in a loop or a matrix: the first is the use, further ones are its alternatives. */
export function addAlternative(use: ImageUse, other: ImageUse): ImageUse {
	const { value, reference, variables } = other;
	if (value === undefined || value === use.value || use.alternatives.some(each => each.value === value)) { return use; }
	if (use.value === undefined) { return other; }
	return { ...use, alternatives: [...use.alternatives, { value, variables, ...(reference && { reference }) }] };
}
