import type { BuildLink, ComposeLoad, FileFacts } from '../model/index.ts';
import type { ExtractCard } from '../extract/card.ts';
import { cardFor, extractFile } from '../extract/extractFile.ts';
import { composeCard } from '../extract/compose/card.ts';
import { dockerfileCard } from '../extract/dockerfile/card.ts';
import { baseName } from '../util/filePath.ts';
import type { EngineHost, FactsIndex } from './contract.ts';
import { fileLinks } from './fileLinks.ts';
import { readNeeds } from './readNeeds.ts';

interface Entry {
	readonly card: ExtractCard;
	readonly text: string;
	readonly languageId: string | undefined;
	/** Read because somebody builds or loads it, not because it was set. */
	readonly background: boolean;
	readonly needs: ReadonlySet<string>;
	readonly facts: FileFacts;
}

/** A file that loads one that loads one …: no project does that. */
const deepest = 20;

/**
 * Facts of many files. Calls of `set` are worked off one after the other. A file that others need (`.env`, an included Compose file) makes
 * them be read again; a changed build makes its Dockerfile be read again with the new arguments, a changed project the
 * Compose files that it loads. What is built or loaded from a file here but was not set itself is read through the host.
 */
export function createFactsIndex(host: EngineHost): FactsIndex {
	const entries = new Map<string, Entry>();
	const builds = fileLinks<BuildLink>(({ dockerfile }) => dockerfile);
	const loads = fileLinks<ComposeLoad>(load => load.file);
	/** Files whose extraction asked for a path. */
	const neededBy = new Map<string, Set<string>>();
	let queue: Promise<unknown> = Promise.resolve();
	/** Names in order, kept until one comes or goes: each check asks for all files. */
	let sorted: readonly string[] | undefined;

	async function read(file: string, card: ExtractCard, text: string, languageId: string | undefined, background: boolean): Promise<void> {
		const input = {
			file,
			text,
			...(languageId !== undefined && { languageId }),
			environment: host.environment,
			builds: builds.of(file),
			loads: loads.of(file),
		};
		const { files, needs } = await readNeeds(card, input, async path => entries.get(path)?.text ?? await readSafely(host, path));
		const facts = extractFile({ ...input, files }, card)!;
		forgetNeeds(file);
		for (const path of needs) { neededBy.set(path, (neededBy.get(path) ?? new Set()).add(file)); }
		if (!entries.has(file)) { sorted = undefined; }
		entries.set(file, { card, text, languageId, background, needs, facts });
	}

	function forgetNeeds(file: string): void {
		for (const path of entries.get(file)?.needs ?? []) {
			const of = neededBy.get(path);
			if (of?.delete(file) && of.size === 0) { neededBy.delete(path); }
		}
	}

	function remove(file: string): boolean {
		forgetNeeds(file);
		sorted = undefined;
		return entries.delete(file);
	}

	/** How a file is read that nobody would know by its name. */
	function linkedCard(file: string): ExtractCard | undefined {
		return builds.of(file).length > 0 ? dockerfileCard : loads.of(file).length > 0 ? composeCard : undefined;
	}

	/** Follows the links of a file that was read or removed to the files that they lead to, and on from there. */
	async function relink(file: string, changed: Set<string>, depth = 0): Promise<void> {
		const facts = entries.get(file)?.facts;
		const targets = new Set([...builds.update(file, facts?.builds ?? []), ...loads.update(file, facts?.loads ?? [])]);
		for (const target of targets) {
			if (target === file || depth > deepest) { continue; }
			const entry = entries.get(target);
			const linked = linkedCard(target);
			if (entry?.background && !linked) {
				remove(target);
			} else if (entry) {
				if (entry.card.kind !== 'dockerfile' && entry.card.kind !== 'compose') { continue; }
				await read(target, entry.card, entry.text, entry.languageId, entry.background);
			} else if (linked) {
				const text = await readSafely(host, target);
				if (text === undefined) { continue; }
				await read(target, linked, text, undefined, true);
			} else {
				continue;
			}
			changed.add(target);
			await relink(target, changed, depth + 1);
		}
	}

	async function apply(file: string, text: string | undefined, languageId: string | undefined): Promise<readonly string[]> {
		const changed = new Set<string>();
		const before = entries.get(file);
		const card = text === undefined ? undefined : cardFor(file, languageId, text) ?? linkedCard(file);
		if (card && text !== undefined) {
			const same = before && !before.background && before.text === text && before.languageId === languageId && before.needs.size === 0;
			if (same) { return []; }
			await read(file, card, text, languageId, false);
			changed.add(file);
		} else if (remove(file)) {
			changed.add(file);
			// Nobody sets it any more, but somebody builds it.
			const linked = linkedCard(file);
			const stored = linked && await readSafely(host, file);
			if (linked && stored !== undefined) { await read(file, linked, stored, undefined, true); }
		}
		await relink(file, changed);
		for (const dependent of [...neededBy.get(file) ?? []]) {
			const entry = entries.get(dependent)!;
			await read(dependent, entry.card, entry.text, entry.languageId, entry.background);
			changed.add(dependent);
			await relink(dependent, changed);
		}
		return [...changed].sort();
	}

	return {
		set(file, text, languageId) {
			const result = queue.then(() => apply(file, text, languageId));
			queue = result.catch(() => undefined);
			return result;
		},
		get: file => entries.get(file)?.facts,
		all: () => (sorted ??= [...entries.keys()].sort()).map(file => entries.get(file)!.facts),
		claims: (file, languageId) => cardFor(file, languageId, '') !== undefined || mayBeClaimed(file) || linkedCard(file) !== undefined,
	};
}

/** Names that say too little: Kubernetes manifests, Quadlet units, scripts by their first line. */
function mayBeClaimed(file: string): boolean {
	const name = baseName(file);
	return /\.(?:ya?ml|json|container|image|build|volume|pod|artifact)$/i.test(name)
		|| /\.(?:container|image|build|volume|pod|artifact)\.d\/[^/]+\.conf$/i.test(file)
		|| /^[^.]+$/.test(name);
}

async function readSafely(host: EngineHost, file: string): Promise<string | undefined> {
	try {
		return await host.read(file);
	} catch {
		return undefined;
	}
}
