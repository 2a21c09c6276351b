import type { Reference } from '../../model/index.ts';
import { parseReference } from '../../reference/parseReference.ts';
import type { TomlTable } from './readToml.ts';
import { listed } from './registriesConf.ts';

/** How podman, buildah and CRI-O complete a name without registry on this machine (containers-registries.conf(5)). */
export interface ShortNames {
	/** `mongo` → `docker.io/library/mongo`. */
	readonly aliases: ReadonlyMap<string, string>;
	/** Registries to look in, in order; `undefined` when no file says. */
	readonly search?: readonly string[];
}

/** Reads the files in order: a later list replaces an earlier one, a later alias its namesake; an empty alias takes it away. */
export function readShortNames(files: readonly TomlTable[]): ShortNames {
	const aliases = new Map<string, string>();
	let search: readonly string[] | undefined;
	for (const file of files) {
		const { 'unqualified-search-registries': list, aliases: named } = file;
		if (Array.isArray(list)) { search = list.filter(one => typeof one === 'string' && one !== '') as string[]; }
		const first = listed(file, 'search');
		if (first.length > 0) { search = first; }
		if (typeof named !== 'object' || Array.isArray(named)) { continue; }
		for (const [name, value] of Object.entries(named)) {
			if (value === '') { aliases.delete(name); } else if (typeof value === 'string') { aliases.set(name, value); }
		}
	}
	return { aliases, ...(search ? { search } : {}) };
}

/**
 * What a short name may stand for, in the order of trying; `undefined` when nothing on this machine says.
 * `reference` is what Docker makes of it, below `docker.io`. Whether somebody is asked before trying (`short-name-mode`) changes nothing about the order.
 */
export function longNames(
	reference: Reference,
	{ aliases, search }: ShortNames,
): { readonly by: 'alias' | 'search'; readonly candidates: readonly Reference[] } | undefined {
	const name = reference.path.replace(/^library\/(?=[^/]+$)/, '');
	const rest = reference.canonical.slice(reference.repository.length);
	const whole = (repository: string): Reference[] => {
		const parsed = parseReference(repository + rest);
		return parsed.ok ? [parsed.reference] : [];
	};
	const alias = aliases.get(name);
	if (alias !== undefined) { return { by: 'alias', candidates: whole(alias) }; }
	return search && search.length > 0 ? { by: 'search', candidates: search.flatMap(host => whole(`${host}/${name}`)) } : undefined;
}
