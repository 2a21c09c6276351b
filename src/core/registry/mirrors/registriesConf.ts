import type { TomlTable, TomlValue } from './readToml.ts';

/** One `[[registry]]` of registries.conf. Names are `host[:port][/path]`, `*.host` for a prefix. */
export interface RegistryRule {
	readonly prefix: string;
	readonly location: string;
	readonly insecure: boolean;
	readonly blocked: boolean;
	readonly mirrors: readonly RegistryMirror[];
}

/** One `[[registry.mirror]]`. */
export interface RegistryMirror {
	readonly location: string;
	readonly insecure: boolean;
	readonly for: 'all' | 'digest-only' | 'tag-only';
}

/** Reads the `[[registry]]` tables of registries.conf, or the lists of its first version where there are none. */
export function registriesConf(file: TomlTable): readonly RegistryRule[] {
	return file['registry'] === undefined ? firstVersion(file) : tables(file['registry']).flatMap(entry => {
		const prefix = string(entry['prefix']) ?? string(entry['location']);
		if (prefix === undefined || prefix === '') { return []; }
		const digestOnly = entry['mirror-by-digest-only'] === true;
		return [{
			prefix, insecure: entry['insecure'] === true, blocked: entry['blocked'] === true,
			location: string(entry['location']) ?? (prefix.startsWith('*.') ? '' : prefix),
			mirrors: tables(entry['mirror']).flatMap(mirror => {
				const location = string(mirror['location']);
				const pull = string(mirror['pull-from-mirror']);
				if (location === undefined || location === '') { return []; }
				return [{
					location,
					insecure: mirror['insecure'] === true,
					for: pull === 'digest-only' || pull === 'tag-only' ? pull : digestOnly ? 'digest-only' as const : 'all' as const,
				}];
			}),
		}];
	});
}

/** `[registries.insecure]` and `[registries.block]`, each with a list `registries`. */
function firstVersion(file: TomlTable): readonly RegistryRule[] {
	const insecure = listed(file, 'insecure');
	const blocked = listed(file, 'block');
	return [...new Set([...insecure, ...blocked])].map(name =>
		({ prefix: name, location: name, insecure: insecure.includes(name), blocked: blocked.includes(name), mirrors: [] }));
}

/** The names in a list of the file's first version. */
export function listed(file: TomlTable, list: 'search' | 'insecure' | 'block'): readonly string[] {
	const names = table(table(file['registries'])?.[list])?.['registries'];
	return Array.isArray(names) ? (names as readonly TomlValue[]).filter((one): one is string => typeof one === 'string' && one !== '') : [];
}

/** What `credential-helpers` names for all registries, in order: of these files the last that says; `undefined` when none does. */
export function credentialHelpers(files: readonly TomlTable[]): readonly string[] | undefined {
	const said = files.map(file => file['credential-helpers']).filter(value => Array.isArray(value)).at(-1);
	return (said as readonly TomlValue[] | undefined)?.filter(one => typeof one === 'string');
}

/** The rule for a repository name: the longest prefix that ends at a boundary, or `*.host` that fits. */
export function ruleFor(rules: readonly RegistryRule[], repository: string): RegistryRule | undefined {
	let best: RegistryRule | undefined;
	for (const rule of rules) {
		if (matchLength(rule.prefix, repository) > 0 && (!best || rule.prefix.length > best.prefix.length)) { best = rule; }
	}
	return best;
}

/** The name with the rule's prefix replaced by `location`; unchanged when there is none. */
export function rewrite(repository: string, rule: RegistryRule, location: string): string {
	return location === '' ? repository : location + repository.slice(matchLength(rule.prefix, repository));
}

function matchLength(prefix: string, repository: string): number {
	if (prefix.startsWith('*.')) {
		const host = repository.split('/', 1)[0] ?? '';
		return host.endsWith(prefix.slice(1)) || host.replace(/:\d+$/, '').endsWith(prefix.slice(1)) ? host.length : 0;
	}
	if (!repository.startsWith(prefix)) { return 0; }
	return repository.length === prefix.length || '/:@'.includes(repository[prefix.length] ?? '') ? prefix.length : 0;
}

function tables(value: TomlValue | undefined): readonly TomlTable[] {
	return Array.isArray(value) ? (value as TomlValue[]).filter((one): one is TomlTable => typeof one === 'object' && !Array.isArray(one)) : [];
}

function table(value: TomlValue | undefined): TomlTable | undefined {
	return typeof value === 'object' && !Array.isArray(value) ? value as TomlTable : undefined;
}

function string(value: TomlValue | undefined): string | undefined {
	return typeof value === 'string' ? value : undefined;
}
