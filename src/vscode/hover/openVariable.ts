import type { ImageUse, VariableUse } from '../../core/model/index.ts';

/** The variable for whose sake nothing can be asked: one without a value, also where that leaves no valid name (`app:${TAG}` with a bare `ARG TAG`). */
export function openVariable({ class: is, variables }: ImageUse): VariableUse | undefined {
	return is === 'variable' || is === 'invalid' ? variables.find(({ value }) => !value) : undefined;
}
