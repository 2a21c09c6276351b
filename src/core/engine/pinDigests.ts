import type { Edit, FileFacts, ImageUse, Reference } from '../model/index.ts';
import type { RegistryPort } from '../registry/port.ts';
import { builtNames } from './builtNames.ts';
import { lookedUp } from './lookedUp.ts';
import { readByContainers } from './readByContainers.ts';

/** What pinning, or taking the pins away, changes. */
export interface PinPlan {
	/** One for each place, by file and position. */
	readonly edits: readonly PinEdit[];
	/** Names whose digest nobody told, each once. */
	readonly unknown: readonly Reference[];
}

/** A digest that is added to a name or taken from it. */
export interface PinEdit extends Edit {
	readonly file: string;
	readonly use: ImageUse;
}

/** A name that a digest can be added to where it stands. */
export interface PinnableUse {
	readonly file: string;
	readonly use: ImageUse;
	readonly reference: Reference;
	/** A name without registry that podman or buildah reads: this machine's lists say what it stands for. */
	readonly short: boolean;
}

/**
 * Images without a digest that are written out; what a variable makes has no place for one, what the workspace builds has none yet, a
 * dev container feature takes a tag or a digest, not both, and what people read on a page stays readable.
 */
export function pinnableUses(files: readonly FileFacts[], workspace: readonly FileFacts[]): readonly PinnableUse[] {
	const built = builtNames(workspace);
	return files.filter(({ kind }) => kind !== 'markdown').flatMap(facts => distinct(lookedUp(facts, built).filter(use =>
		use.class === 'image' && !use.reference.digest && use.text === use.value))
		.map(use => ({ file: facts.file, use, reference: use.reference, short: readByContainers(use, facts) })));
}

/** The edit that pins a use to a digest: behind the name, whose tag stays. */
export function pinEdit(file: string, use: ImageUse, digest: string): PinEdit {
	return { file, use, span: { start: use.span.end, end: use.span.end }, newText: `@${digest}` };
}

/** Asks the registries for the digests of all these names, each once; `onProgress` is told after each answer. Cancelled: without edits. */
export async function pinDigests(
	uses: readonly PinnableUse[],
	registry: Pick<RegistryPort, 'check' | 'longName'>,
	options: { readonly signal?: AbortSignal; readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<PinPlan> {
	const names = new Map(uses.map(one => [keyOf(one), one]));
	const digests = new Map<string, string>();
	let done = 0;
	await Promise.all([...names].map(async ([key, one]) => {
		const reference = await meantBy(one, registry, options.signal);
		const verdict = reference && await registry.check(reference, options.signal);
		if (verdict?.verdict === 'exists') { digests.set(key, verdict.digest); }
		options.onProgress?.(++done, names.size);
	}));
	if (options.signal?.aborted) { return { edits: [], unknown: [] }; }
	return {
		edits: uses.flatMap(one => {
			const digest = digests.get(keyOf(one));
			return digest === undefined ? [] : [pinEdit(one.file, one.use, digest)];
		}),
		unknown: [...names].flatMap(([key, { reference }]) => digests.has(key) ? [] : [reference]),
	};
}

/** The same name may mean one image to Docker and another to podman. */
function keyOf({ reference, short }: PinnableUse): string {
	return `${short ? 'short ' : ''}${reference.canonical}`;
}

/** `undefined`: none of the places that podman looks in is known to have it. */
async function meantBy(
	{ reference, short }: PinnableUse,
	registry: Pick<RegistryPort, 'longName'>,
	signal: AbortSignal | undefined,
): Promise<Reference | undefined> {
	const long = short ? await registry.longName?.(reference, signal) : undefined;
	return long ? long.reference : reference;
}

/** Takes digests away where a tag stands beside them; without one, the name would mean another image. */
export function unpinDigests(files: readonly FileFacts[]): readonly PinEdit[] {
	return files.flatMap(facts => distinct(facts.uses.filter(({ class: meaning }) => meaning === 'image')).flatMap(use => {
		const { digest } = use.spans;
		return digest && use.reference?.tag !== undefined ? [{ file: facts.file, use, span: { start: digest.start - 1, end: digest.end }, newText: '' }] : [];
	}));
}

/** A place that is read twice (a YAML alias) is changed once. */
function distinct<Use extends ImageUse>(uses: readonly Use[]): readonly Use[] {
	return [...new Map(uses.map(use => [use.span.start, use])).values()].sort((a, b) => a.span.start - b.span.start);
}
