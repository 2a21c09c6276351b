import type { Reference } from '../../model/index.ts';
import type { RegistryFiles } from '../options.ts';
import { inAddressRange } from '../transport/addressRange.ts';
import { hostListed } from '../transport/hostPattern.ts';
import type { HostCertificates } from '../trust/hostCertificates.ts';
import { containerdHosts, type ContainerdPlace, type ContainerdPlaces } from './containerdHosts.ts';
import { daemonJson, noDaemon, type DaemonRegistries } from './daemonJson.ts';
import { endpointOf, type Endpoint } from './endpoint.ts';
import { readToml, type SettingsFile } from './readToml.ts';
import type { Route } from './route.ts';
import { readShortNames, type ShortNames } from './shortNames.ts';
import { credentialHelpers, registriesConf, rewrite, ruleFor, type RegistryRule } from './registriesConf.ts';

/** Where questions go, by the machine's configuration. */
export interface Routes {
	of(reference: Reference): Promise<Route>;
	/** How names without registry are completed by containers' tools. */
	shortNames(): Promise<ShortNames>;
	/** The helpers that containers' tools ask about every registry; `undefined` when no file names any. */
	credentialHelpers(): Promise<readonly string[] | undefined>;
	/** Its certificate is not looked at. */
	insecure(host: string): boolean;
	/** Certificates that the way to a host names, known once the way is. */
	certificates(host: string): HostCertificates | undefined;
	forget(): void;
}

/** Reads registries.conf (the user's instead of the system's), daemon.json and hosts.toml once, until `forget`. */
export function createRoutes(options: {
	readonly files: RegistryFiles;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly homeFolder: string;
	readonly insecureHosts: readonly string[];
	/** Told of files that cannot be used. */
	report(problem: string): void;
}): Routes {
	let loaded: Promise<Loaded> | undefined;
	const insecureSeen = new Set<string>();
	/** Whatever their certificates are, it is TLS that they speak. */
	const unverified = new Set<string>();
	const places = new Map<string, Promise<ContainerdPlaces | undefined>>();
	const certificates = new Map<string, HostCertificates>();
	let ranges: readonly string[] = [];
	const insecure = (host: string): boolean =>
		hostListed(options.insecureHosts, host)
			|| insecureSeen.has(host)
			|| ranges.some(range => inAddressRange(range, host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')));
	const end = (name: string, marked: boolean, mirror: boolean, insteadOf: string): Endpoint => {
		const host = name.split('/', 1)[0] ?? '';
		if (marked) { insecureSeen.add(host); }
		return endpointOf(name, { insecure: insecure(host), mirror, insteadOf });
	};
	const placesOf = (registry: string): Promise<ContainerdPlaces | undefined> => {
		const found = places.get(registry) ?? containerdHosts(registry, options);
		places.set(registry, found);
		return found;
	};
	const through = (place: ContainerdPlace, { domain, path }: Reference, mirror: boolean): Endpoint => {
		const { host, scheme, root, prefix } = place;
		if (place.skipVerify) { unverified.add(host); }
		if (place.certificates.cas.length > 0 || place.certificates.client) { certificates.set(host, place.certificates); }
		return endpointOf(`${host}/${prefix}${path}`, { insecure: insecure(host), mirror, scheme, root, insteadOf: domain, ...(mirror ? { ns: domain } : {}) });
	};
	return {
		async shortNames() {
			loaded ??= load(options);
			return (await loaded).shortNames;
		},
		async credentialHelpers() {
			loaded ??= load(options);
			return (await loaded).helpers;
		},
		insecure: host => insecure(host) || unverified.has(host),
		certificates: host => certificates.get(host),
		forget() { loaded = undefined; places.clear(); },
		async of(reference) {
			loaded ??= load(options);
			const { rules, daemon } = await loaded;
			ranges = daemon.insecureRanges;
			for (const host of daemon.insecure) { insecureSeen.add(host); }
			const rule = ruleFor(rules, reference.repository);
			if (rule?.blocked) { return { type: 'blocked' }; }
			const containerd = rule ? undefined : await placesOf(reference.domain);
			const own = containerd?.server
				? through(containerd.server, reference, false)
				: end(rule ? rewrite(reference.repository, rule, rule.location) : reference.repository, rule?.insecure ?? false, false, reference.domain);
			const wanted = reference.digest === undefined ? 'tag-only' : 'digest-only';
			const mirrors = (rule?.mirrors ?? []).filter(mirror => mirror.for === 'all' || mirror.for === wanted)
				.map(mirror => end(rewrite(reference.repository, rule as RegistryRule, mirror.location), mirror.insecure, true, reference.domain));
			const hubMirrors = reference.domain === 'docker.io' ? daemon.mirrors.map(url => ofUrl(url, reference.path, insecure)) : [];
			const ability = reference.digest === undefined ? 'resolve' : 'pull';
			const hosts = (containerd?.hosts ?? []).filter(({ can }) => can.has(ability)).map(place => through(place, reference, true));
			return { type: 'ask', endpoints: [...mirrors, ...hosts, ...hubMirrors, own] };
		},
	};
}

function ofUrl(url: string, path: string, insecure: (host: string) => boolean): Endpoint {
	const { host, protocol, pathname } = new URL(url);
	const scheme = protocol === 'http:' ? 'http:' : 'https:';
	return endpointOf(
		`${host}/${path}`,
		{ insecure: insecure(host), mirror: true, insteadOf: 'docker.io', scheme, root: `${pathname.replace(/\/+$/, '')}/v2` },
	);
}

interface Loaded {
	readonly rules: readonly RegistryRule[];
	readonly shortNames: ShortNames;
	readonly helpers: readonly string[] | undefined;
	readonly daemon: DaemonRegistries;
}

async function load({ files, environment, homeFolder, report }: Parameters<typeof createRoutes>[0]): Promise<Loaded> {
	const config = environment['XDG_CONFIG_HOME'] || `${homeFolder}/.config`;
	const named = environment['CONTAINERS_REGISTRIES_CONF'];
	const conf = await firstOf(files, named ? [named] : [`${config}/containers/registries.conf`, '/etc/containers/registries.conf']);
	const daemon = await firstOf(files, ['/etc/docker/daemon.json', `${config}/docker/daemon.json`, `${homeFolder}/.docker/daemon.json`]);
	// Pieces in registries.conf.d come on top; a piece named later wins for its prefix (containers-registries.conf.d(5)).
	const pieces = named ? [] : await piecesOf(files, ['/etc/containers/registries.conf.d', `${config}/containers/registries.conf.d`]);
	// What podman itself remembered when somebody chose.
	const chosen = await firstOf(files, [`${environment['XDG_CACHE_HOME'] || `${homeFolder}/.cache`}/containers/short-name-aliases.conf`]);
	const tables = [...conf ? [conf] : [], ...pieces].map(file => readToml(file, report));
	const rules = new Map(tables.flatMap(registriesConf).map(rule => [rule.prefix, rule]));
	return {
		rules: [...rules.values()],
		helpers: credentialHelpers(tables),
		shortNames: readShortNames([...tables, ...chosen ? [readToml(chosen, report)] : []]),
		daemon: daemon ? daemonJson(daemon, report) : noDaemon,
	};
}

async function piecesOf(files: RegistryFiles, folders: readonly string[]): Promise<readonly SettingsFile[]> {
	const found: (SettingsFile | undefined)[] = [];
	for (const folder of folders) {
		for (const name of [...await files.list(folder)].filter(one => one.endsWith('.conf')).sort()) { found.push(await firstOf(files, [`${folder}/${name}`])); }
	}
	return found.filter(file => file !== undefined);
}

async function firstOf(files: RegistryFiles, paths: readonly string[]): Promise<SettingsFile | undefined> {
	for (const path of paths) {
		const text = await files.readText(path);
		if (text !== undefined) { return { path, text }; }
	}
	return undefined;
}
