import type { Reference, ReferenceError, UseClass } from '../../model/index.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { templateMark } from '../yaml/blankTemplates.ts';
import { contextName } from './scenario.ts';

/** What a name of an image, stage or context means at its place. */
export interface Meaning {
	readonly class: UseClass;
	readonly reference?: Reference;
	readonly error?: ReferenceError;
}

/** Stage names in force, lower case; true: a named context stands in for the stage. */
export type StageNames = ReadonlyMap<string, boolean>;

/** The base of a FROM after expansion. Stages are matched exactly: BuildKit stores their names in lower case and does not fold this one. */
export function resolveBase(value: string, stages: StageNames, contexts: ReadonlySet<string>): Meaning {
	const stage = stages.get(value);
	if (stage !== undefined) { return { class: stage ? 'context' : 'stage' }; }
	return resolveName(value, contexts);
}

/** The `--from` of COPY: a number is the index of a stage; variables are not expanded. */
export function resolveCopySource(value: string, stages: StageNames, contexts: ReadonlySet<string>): Meaning {
	return /^[+-]?[0-9]+$/.test(value) ? { class: 'index' } : resolveMountSource(value, stages, contexts);
}

/** The `from` of a mount: a name, never an index; stages match in any case. */
export function resolveMountSource(value: string, stages: StageNames, contexts: ReadonlySet<string>): Meaning {
	const stage = stages.get(value.toLowerCase());
	if (stage !== undefined) { return { class: stage ? 'context' : 'stage' }; }
	if (/\$./s.test(value)) { return { class: 'variable' }; }
	return resolveName(value, contexts);
}

/** What names mean in one way of building; a file names the same image often, and its meaning is kept once. */
const meanings = new WeakMap<ReadonlySet<string>, Map<string, Meaning>>();

function resolveName(value: string, contexts: ReadonlySet<string>): Meaning {
	let known = meanings.get(contexts);
	if (!known) { meanings.set(contexts, known = new Map()); }
	let meaning = known.get(value);
	if (!meaning) { known.set(value, meaning = meaningOf(value, contexts)); }
	return meaning;
}

function meaningOf(value: string, contexts: ReadonlySet<string>): Meaning {
	if (value === 'scratch') { return { class: 'scratch' }; }
	if (contexts.size > 0 && contexts.has(contextName(value)) && !/^(?:scratch|context)$/i.test(value)) { return { class: 'context' }; }
	const parsed = parseReference(value);
	if (parsed.ok) { return { class: 'image', reference: parsed.reference }; }
	// The file around an inline Dockerfile leaves something open in it.
	return value.includes(templateMark) ? { class: 'variable' } : { class: 'invalid', error: parsed.error };
}
