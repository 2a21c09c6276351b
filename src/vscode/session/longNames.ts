import { readByContainers } from '../../core/engine/readByContainers.ts';
import type { FileFacts, ImageUse, Reference } from '../../core/model/index.ts';
import type { LongName, RegistryPort } from '../../core/registry/port.ts';

/** What names without registry stand for where podman or buildah reads them, as far as this machine's lists were asked: what is shown is what was checked. */
export class LongNames {
	readonly #names = new Map<string, LongName | undefined>();

	/** The reference that a use stands for; `undefined` where none of the places that this machine looks in is known to have it. */
	of<Use extends ImageUse>(use: Use & { readonly reference: Reference }, facts: FileFacts): Reference | undefined {
		const long = this.#names.size > 0 && readByContainers(use, facts) ? this.#names.get(use.reference.canonical) : undefined;
		return long ? long.reference : use.reference;
	}

	/** Asks for what the names of files stand for; true when something was learnt. The questions are those of the check, so none is asked twice. */
	async read(files: readonly FileFacts[], registry: Pick<RegistryPort, 'longName'>): Promise<boolean> {
		const short = files.flatMap(facts => facts.uses.filter(use => readByContainers(use, facts)).flatMap(({ reference }) => reference ?? []));
		const learnt = await Promise.all([...new Map(short.map(reference => [reference.canonical, reference]))].map(async ([name, reference]) => {
			const long = await registry.longName?.(reference);
			const before = this.#names.get(name);
			if (long) { this.#names.set(name, long); } else { this.#names.delete(name); }
			return before?.reference?.canonical !== long?.reference?.canonical || (before === undefined) !== (long === undefined);
		}));
		return learnt.includes(true);
	}
}
