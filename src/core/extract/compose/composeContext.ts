import type { BuildLink, ImageUse, UseClass, UseKind, YamlEntry } from '../../model/index.ts';
import { makeUse } from '../makeUse.ts';
import type { ComposeText, Source } from './source.ts';

/** Collects the facts of one Compose file. */
export interface ComposeContext {
	readonly source: Source;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly uses: ImageUse[];
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
	const known = context.uses.findIndex(use => use.span.start === span.start && use.kind === kind);
	if (known !== -1 && (context.uses[known]!.class !== 'build-output' || role === 'build-output')) { return; }
	const use = makeUse(source.text, {
		kind, role, span, value, variables, environmentDependent,
		open: text.open || value.text === '',
		openClass: role,
		...(platforms && { platforms }),
		...(owner && { owner }),
	});
	if (known === -1) { context.uses.push(use); } else { context.uses[known] = use; }
}
