import type { BuildLink, ImageUse, Span, UseClass, UseKind, YamlEntry } from '../../model/index.ts';
import { makeUse } from '../makeUse.ts';
import type { ComposeText, Source } from './source.ts';

/** Collects the facts of one Compose file. */
export interface ComposeContext {
	readonly source: Source;
	readonly environment: Readonly<Record<string, string | undefined>>;
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
}

/**
 * Adds the reference unless it stands in another file. One that several services reach through an alias or a merge is one use:
 * it is an image as soon as one of them only pulls it.
 */
export function addUse(context: ComposeContext, text: ComposeText | undefined, source: Source, { kind, role, platforms, owner }: UseContext): void {
	if (!text || source !== context.source || text.span.end <= text.span.start) { return; }
	const { span, value, variables, environmentDependent } = text;
	const key = useKey(kind, span);
	const known = context.uses.get(key);
	if (known && (known.class !== 'build-output' || role === 'build-output')) { return; }
	context.uses.set(key, makeUse(source.text, {
		kind, role, span, value, variables, environmentDependent,
		open: text.open || value.text === '',
		openClass: role,
		...(platforms && { platforms }),
		...(owner && { owner }),
	}));
}

/** One place is one use of its kind. */
export function useKey(kind: UseKind, { start }: Span): string {
	return `${start} ${kind}`;
}
