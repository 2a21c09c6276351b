import type { EngineHost, FactsIndex } from '../core/engine/contract.ts';
import type { Finding } from '../core/model/index.ts';

/** Texts of files that findings name (`.env` that holds a tag, an included file) and that hold no references themselves. */
export async function textsElsewhere(findings: readonly Finding[], index: FactsIndex, host: EngineHost): Promise<ReadonlyMap<string, string>> {
	const names = new Set(findings.flatMap(({ fixes, related }) => [...related, ...fixes.flatMap(({ edits }) => edits)].flatMap(({ file }) => file ?? [])));
	const texts = new Map<string, string>();
	for (const name of names) {
		const text = index.get(name) ? undefined : await host.read(name);
		if (text !== undefined) { texts.set(name, text); }
	}
	return texts;
}
