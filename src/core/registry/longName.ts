import type { Reference } from '../model/index.ts';
import type { Routes } from './mirrors/createRoutes.ts';
import { longNames } from './mirrors/shortNames.ts';
import type { LongName, RegistryPort } from './port.ts';

/** Finds what a short name stands for where containers' tools read it: the first place of this machine's lists that has it. */
export async function longName(
	port: Pick<RegistryPort, 'check'>,
	routes: Routes,
	reference: Reference,
	signal: AbortSignal | undefined,
): Promise<LongName | undefined> {
	const found = longNames(reference, await routes.shortNames());
	if (!found) { return undefined; }
	const note = found.by === 'alias' ? 'short name: an alias in registries.conf' : 'short name: unqualified-search-registries in registries.conf';
	const [first] = found.candidates;
	if (found.by === 'alias') { return { note, ...(first ? { reference: first } : {}) }; }
	let unsure = false;
	for (const candidate of found.candidates) {
		const { verdict } = await port.check(candidate, signal);
		if (verdict === 'exists') { return { note, reference: candidate }; }
		unsure ||= !['tag-missing', 'digest-missing', 'repository-missing', 'missing-or-private'].includes(verdict);
	}
	// Docker's reading stands when it is one of those; one that could not be asked may have it.
	const docker = found.candidates.find(({ canonical }) => canonical === reference.canonical);
	return docker && !unsure ? { note, reference: docker } : { note };
}
