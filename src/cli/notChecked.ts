import type { FactsIndex } from '../core/engine/contract.ts';
import type { RegistryPort } from '../core/registry/port.ts';

/** Hosts that gave no answer, with the number of references that wait for each. */
export function notChecked(
	index: FactsIndex,
	files: readonly string[],
	registry: RegistryPort,
): { readonly host: string; readonly count: number; readonly reason: string }[] {
	const waiting = new Map<string, { host: string; count: number; reason: string }>();
	for (const file of files) {
		for (const use of index.get(file)?.uses ?? []) {
			if ((use.class !== 'image' && use.class !== 'artifact') || !use.reference) { continue; }
			const reason = reasonOf(registry.known(use.reference)?.verdict);
			if (reason === undefined) { continue; }
			const entry = waiting.get(use.reference.domain) ?? { host: use.reference.domain, count: 0, reason };
			entry.count += 1;
			waiting.set(use.reference.domain, entry);
		}
	}
	return [...waiting.values()].sort((a, b) => a.host.localeCompare(b.host));
}

function reasonOf(verdict: string | undefined): string | undefined {
	switch (verdict) {
		case 'unreachable': return 'not reachable';
		case 'unavailable': return 'not available';
		case 'rate-limited': return 'limits pulls';
		case 'not-asked': return 'not asked';
		default: return undefined;
	}
}
