/** A value of the HCL language; `undefined` stands for one that nobody can know from the files. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** The text a value has inside a template; `undefined` for lists and objects. */
export function textOfValue(value: Value | undefined): string | undefined {
	if (value === undefined || value === null || typeof value === 'object') { return undefined; }
	return String(value);
}

/** True for lists. */
export function isList(value: Value | undefined): value is readonly Value[] {
	return Array.isArray(value);
}
