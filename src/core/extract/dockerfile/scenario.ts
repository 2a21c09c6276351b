import type { BuildLink, VariableUse } from '../../model/index.ts';
import { familiarString } from '../../reference/familiarString.ts';
import { parseReference } from '../../reference/parseReference.ts';

/** One way in which the Dockerfile is built: what comes from outside. */
export interface Scenario {
	readonly args: ReadonlyMap<string, VariableUse>;
	/** Names of build contexts, as {@link contextName} writes them. */
	readonly contexts: ReadonlySet<string>;
	/** `os/arch[/variant]`; absent: the machine's own. */
	readonly platform?: string;
	readonly target?: string;
}

/** A plain `docker build`. */
export const plainScenario: Scenario = { args: new Map(), contexts: new Set() };

/** More callers than this change nothing for a reader. */
const mostScenarios = 64;

/** Every different way in which the given callers build; a plain `docker build` when there are none. The first is the usual one. */
export function scenariosOf(builds: readonly BuildLink[]): Scenario[] {
	const found = new Map<string, Scenario>();
	for (const { args, contexts, platforms, target } of builds) {
		const given = new Map(args.filter(arg => arg.value !== undefined).map(arg => [arg.name, arg]));
		const names = new Set(Object.keys(contexts).map(contextName));
		// `local` is the platform of the machine that builds.
		for (const platform of platforms.length > 0 ? platforms.map(name => name === 'local' ? undefined : name) : [undefined]) {
			const key = JSON.stringify([[...given].map(([name, { value }]) => [name, value]), [...names], platform, target]);
			if (found.has(key) || found.size >= mostScenarios) { continue; }
			found.set(key, { args: given, contexts: names, ...(platform !== undefined && { platform }), ...(target !== undefined && { target }) });
		}
	}
	return found.size > 0 ? [...found.values()] : [plainScenario];
}

/** How BuildKit compares the name of a context with a base image: short form, `:latest` dropped. */
export function contextName(name: string): string {
	const parsed = parseReference(name);
	return parsed.ok ? familiarString(parsed.reference).replace(/:latest$/, '') : name;
}
