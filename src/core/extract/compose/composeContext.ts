import type { BuildLink, ImageUse, Span, UseClass, UseKind, YamlEntry } from '../../model/index.ts';
import { makeUse } from '../makeUse.ts';
import type { ComposeText } from './source.ts';

/** Collects the facts of one Compose file, as one project loads it. */
export interface ComposeContext {
	readonly file: string;
	readonly text: string;
	/** By {@link useKey}. */
	readonly uses: Map<string, ImageUse>;
	readonly builds: BuildLink[];
	readonly entries: YamlEntry[];
}

/** What is said of a reference beside its text. */
export interface UseContext {
	readonly kind: UseKind;
	readonly role: UseClass;
	readonly platforms?: readonly string[];
	readonly owner?: ImageUse['owner'];
	/** No registry is asked about it. */
	readonly optional?: boolean;
}

/**
 * Adds the reference unless it stands in another file. One that several services reach through an alias or a merge is one use:
 * it is an image as soon as one of them only pulls it.
 */
export function addUse(context: ComposeContext, text: ComposeText | undefined, file: string, { kind, role, platforms, owner, optional }: UseContext): void {
	if (!text || file !== context.file || text.span.end <= text.span.start) { return; }
	const { span, value, variables, environmentDependent } = text;
	const key = useKey(kind, span);
	const known = context.uses.get(key);
	const built = known !== undefined && isBuiltBeside(known, { kind, class: role });
	if (known && !isOverruled(known, role)) {
		if (built) { context.uses.set(key, { ...known, neverPulled: true }); }
		return;
	}
	const use = makeUse(context.text, {
		kind, role, span, value, variables, environmentDependent,
		open: text.open || value.text === '',
		openClass: role,
		...(platforms && { platforms }),
		...(owner && { owner }),
		...(optional && { optional }),
	});
	context.uses.set(key, built ? { ...use, neverPulled: true } : use);
}

/** Does one of two services, or projects, build what the other only pulls? Compose builds before it pulls a name (`isServiceImageToBuild`). */
export function isBuiltBeside(known: ImageUse, other: Pick<ImageUse, 'kind' | 'class'>): boolean {
	return known.kind === 'compose-image' && (known.neverPulled === true || (known.class === 'build-output') !== (other.class === 'build-output'));
}

/** What one service builds and another only pulls must be there to be pulled. */
export function isOverruled(known: ImageUse, role: UseClass): boolean {
	return known.class === 'build-output' && role !== 'build-output';
}

/** One place is one use of its kind. */
export function useKey(kind: UseKind, { start }: Span): string {
	return `${start} ${kind}`;
}
