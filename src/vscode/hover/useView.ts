import type { FileFacts, Finding, ImageTree, ImageUse, Reference, Verdict } from '../../core/model/index.ts';
import { isPlaceholder } from '../../core/diagnoses/support/isPlaceholder.ts';
import { isWritten } from '../../core/diagnoses/support/isWritten.ts';
import type { Session } from '../session.ts';
import type { FileState } from '../session/fileState.ts';

/** All that is known of one reference in one file: what hover, tree, hints and lens show, each its part. */
export interface UseView {
	readonly facts: FileFacts;
	readonly use: ImageUse;
	/** Findings on this reference, in order. */
	readonly findings: readonly Finding[];
	/** Absent where there is nothing to ask (a variable without value, a stage). */
	readonly reference?: Reference;
	readonly verdict?: Verdict;
	readonly tree?: ImageTree;
	/** Something in the workspace builds or tags this repository, so nobody is asked about it. */
	readonly built?: boolean;
	/** None of the registries that podman and buildah look in for this short name is known to have it: nothing is known, and nobody accused. */
	readonly nowhere?: boolean;
	/** The text of this file or of another one that was read for it (`.env`). */
	textOf(file: string): string | undefined;
}

/** Gathers what the session knows; asks nobody. */
export function useView(session: Session, { facts, shown }: FileState, use: ImageUse): UseView {
	const asked = isAsked(use);
	const reference = asked ? session.referenceOf(facts, use) : undefined;
	const built = asked && session.builds(use.reference);
	const nowhere = asked && !reference;
	const verdict = reference && (session.verdict(reference) ?? notAsked(session, reference));
	const tree = reference && session.details(reference);
	return {
		facts, use,
		findings: shown.filter(({ span, value }) =>
			use.span.start <= span.start && span.end <= use.span.end && (value === undefined || value === (use.value ?? use.text))),
		textOf: file => session.textOf(file),
		...reference && { reference }, ...verdict && { verdict }, ...tree && { tree }, ...built && { built }, ...nowhere && { nowhere },
	};
}

/** True for what is looked up at a registry. */
export function isAsked(use: ImageUse): use is ImageUse & { readonly reference: Reference } {
	return use.reference !== undefined && (use.class === 'image' || use.class === 'artifact') && !isWritten(use) && !isPlaceholder(use.value ?? use.text);
}

function notAsked(session: Session, { domain }: Reference): Verdict | undefined {
	if (!session.settings.check.offline) { return undefined; }
	return { verdict: 'not-asked', reason: session.trusted ? 'offline' : 'untrusted', evidence: { host: domain, at: new Date().toISOString(), cached: false } };
}
