import type { VariableUse } from '../../model/index.ts';
import { isSecretName } from '../../util/isSecretName.ts';

/** A value that interpolation found, and where it stands. */
export type ScopeValue = Required<Pick<VariableUse, 'value'>> & Pick<VariableUse, 'source' | 'origin'> & {
	/** It holds a secret, and goes into no image name. */
	readonly secret?: true;
};

/** Where interpolation looks variables up; `undefined` when a variable is not set. */
export type Scope = (name: string) => ScopeValue | undefined;

/** The variables of the user's environment. */
export function environmentScope(environment: Readonly<Record<string, string | undefined>>): Scope {
	return name => {
		const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
		return value === undefined ? undefined : { value, origin: 'environment', ...(isSecretName(name) && { secret: true }) };
	};
}

/** What is known outside wins over the environment files (Compose specification, interpolation and include). */
export function scopeWith(outer: Scope, files: ReadonlyMap<string, ScopeValue>): Scope {
	return name => outer(name) ?? files.get(name);
}
