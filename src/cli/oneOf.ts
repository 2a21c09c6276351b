import { UsageError } from './usageError.ts';

/** The value if it is one of the allowed ones; else a {@link UsageError} that lists them. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
	const found = allowed.find(candidate => candidate === value);
	if (found === undefined) { throw new UsageError(`${option} takes ${allowed.join(', ')}; not "${value}"`); }
	return found;
}
