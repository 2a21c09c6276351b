import type { CheckSettings } from '../../src/core/engine/contract.ts';
import type { Edit, FileFacts, Finding, Severity } from '../../src/core/model/index.ts';
import { check } from '../../src/core/engine/check.ts';
import { createFactsIndex } from '../../src/core/engine/factsIndex.ts';
import { pageRegistry } from './pageRegistry.ts';

/** What a check of a little workspace gave. */
export interface CheckedWorkspace {
	readonly findings: readonly Finding[];
	readonly facts: ReadonlyMap<string, FileFacts>;
}

/**
 * Checks texts by file name with all diagnoses; a `registry` text makes it an online check (see pageRegistry).
 * `settings` has lines `targets: ID …`, `platforms: …`, `profile: strict`, `severity: code=hint …`.
 */
export async function checkDiagnosis(files: Readonly<Record<string, string>>, options: { readonly registry?: string; readonly settings?: string } = {}): Promise<CheckedWorkspace> {
	const host = { read: async (file: string) => files[file], environment: {} };
	const index = createFactsIndex(host);
	for (const [file, text] of Object.entries(files)) { await index.set(file, text); }
	const registry = options.registry ? pageRegistry(options.registry) : undefined;
	const settings = settingsOf(options.settings ?? '', registry === undefined);
	const { findings } = await check(index, Object.keys(files), host, { settings, ...(registry ? { registry } : {}) });
	return { findings, facts: new Map(index.all().map(facts => [facts.file, facts])) };
}

/** The text with edits applied, last first. Throws when two of them overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	const ordered = [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
	let result = text;
	let limit = text.length;
	for (const { span, newText } of ordered) {
		if (span.end > limit) { throw new Error(`edits overlap at ${span.start}`); }
		result = result.slice(0, span.start) + newText + result.slice(span.end);
		limit = span.start;
	}
	return result;
}

function settingsOf(text: string, offline: boolean): CheckSettings {
	const value = (key: string): readonly string[] => new RegExp(`^${key}:(.*)$`, 'm').exec(text)?.[1]?.trim().split(/\s+/) ?? [];
	return {
		profile: (value('profile')[0] ?? 'default') as CheckSettings['profile'],
		severity: Object.fromEntries(value('severity').map(pair => pair.split('=') as [string, Severity])),
		targets: value('targets'), platforms: value('platforms'), offline,
	};
}
