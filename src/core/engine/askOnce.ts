import type { Reference } from '../model/index.ts';
import type { RegistryPort } from '../registry/port.ts';

/**
 * The registry as one check sees it: a question asked twice gives the first answer, so that all diagnoses of a
 * run agree, and the run's signal cancels every one of them.
 */
export function askOnce(registry: RegistryPort, signal: AbortSignal): RegistryPort {
	const checks = new Map<string, ReturnType<RegistryPort['check']>>();
	const tags = new Map<string, ReturnType<RegistryPort['tags']>>();
	const manifests = new Map<string, ReturnType<RegistryPort['manifest']>>();
	const configs = new Map<string, ReturnType<RegistryPort['config']>>();
	const names = new Map<string, ReturnType<NonNullable<RegistryPort['longName']>>>();
	return {
		check: reference => kept(checks, reference.canonical, () => registry.check(reference, signal)),
		known: reference => registry.known(reference),
		tags: reference => kept(tags, reference.repository, () => registry.tags(reference, signal)),
		manifest: reference => kept(manifests, reference.canonical, () => registry.manifest(reference, signal)),
		config: (reference, manifest) => kept(configs, `${reference.repository}@${manifest.digest}`, () => registry.config(reference, manifest, signal)),
		...registry.longName && { longName: (reference: Reference) => kept(names, reference.canonical, async () => registry.longName?.(reference, signal)) },
		inspect: (reference, options) => registry.inspect(reference, options, signal),
		refresh: (reference, all) => registry.refresh(reference, all),
		get statistics() { return registry.statistics; },
		dispose: () => registry.dispose(),
	};
}

function kept<T>(answers: Map<string, T>, key: string, ask: () => T): T {
	const known = answers.get(key);
	if (known !== undefined) { return known; }
	const asked = ask();
	answers.set(key, asked);
	return asked;
}
