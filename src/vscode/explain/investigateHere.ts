import type { FactsIndex } from '../../core/engine/contract.ts';
import type { ExplainMatch } from '../../core/explain/createExplainer.ts';
import { loadEngine } from '../lazy/load.ts';
import type { Session } from '../session.ts';
import { createEngineHost } from '../session/engineHost.ts';
import type { ExplainedCause } from './entry.ts';

/** Longest that registries are asked about what output leaves open, milliseconds. */
const patience = 10_000;

/** What this workspace, and with `ask` the registries where they may be asked, add to the causes of some output. */
export async function investigateHere(session: Session, matches: readonly ExplainMatch[], ask: boolean): Promise<readonly ExplainedCause[]> {
	if (matches.length === 0) { return []; }
	const { investigate, editsOf } = await loadEngine();
	const files = [...session.states.keys()].sort();
	const index: FactsIndex = {
		set: () => Promise.resolve([]),
		get: file => session.states.get(file)?.facts,
		all: () => files.flatMap(file => session.states.get(file)?.facts ?? []),
		claims: () => true,
	};
	const settings = session.settings.check;
	const registry = settings.offline || !ask ? undefined : await session.registry();
	const causes = await investigate(matches, index, createEngineHost(), {
		settings, signal: AbortSignal.timeout(patience),
		findings: [...session.states.values()].flatMap(({ shown }) => shown),
		...registry && { registry },
	});
	const textOf = (file: string): string => index.get(file)?.text ?? '';
	return causes.map(cause => ({
		...cause,
		// With the text that it was made for, so that it is never made in another.
		fixes: editsOf(cause.places).map(({ fix, file }) => ({
			title: fix.title, target: {
				file,
				edits: fix.edits.map(edit => ({ ...edit, was: textOf(edit.file ?? file).slice(edit.span.start, edit.span.end) })),
			},
		})),
	}));
}
