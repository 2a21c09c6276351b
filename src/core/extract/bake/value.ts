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

/** One item of a list, or the value of a name. */
export function indexed(of: Value | undefined, key: Value | undefined): Value | undefined {
	if (isList(of)) { return typeof key === 'number' ? of[key] : undefined; }
	return of && typeof of === 'object' && typeof key === 'string' && Object.hasOwn(of, key) ? (of as Readonly<Record<string, Value>>)[key] : undefined;
}

/** HCL divides with 150 digits; what has more than ours is not known. */
export function quotient(left: number, right: number): number | undefined {
	const result = left / right;
	return Number.isFinite(result) && String(result).length < 12 ? result : undefined;
}
