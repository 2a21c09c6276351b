import type { ImageUse } from '../model/index.ts';

/** One place of a matrix target stands for several references: the first is the use, further ones are its alternatives. */
export function addAlternative(use: ImageUse, other: ImageUse): ImageUse {
	if (other.value === undefined || other.value === use.value || use.alternatives.some(({ value }) => value === other.value)) { return use; }
	const { value, reference, variables } = other;
	return { ...use, alternatives: [...use.alternatives, { value, variables, ...(reference && { reference }) }] };
}
