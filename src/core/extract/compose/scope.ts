import type { VariableUse } from '../../model/index.ts';

/** A value that interpolation found, and where it stands. */
export type ScopeValue = Required<Pick<VariableUse, 'value'>> & Pick<VariableUse, 'source' | 'origin'>;

/** Where interpolation looks variables up; `undefined` when a variable is not set. */
export type Scope = (name: string) => ScopeValue | undefined;

/** The environment wins over the `.env` file (Compose specification, interpolation). */
export function scopeOf(environment: Readonly<Record<string, string | undefined>>, dotenv: ReadonlyMap<string, ScopeValue>): Scope {
	return name => {
		const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
		return value === undefined ? dotenv.get(name) : { value, origin: 'environment' };
	};
}
