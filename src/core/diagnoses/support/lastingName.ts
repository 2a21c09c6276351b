import type { Evidence, Fix } from '../../model/index.ts';
import { type Ask, editFix, type LookedUpUse } from '../diagnosis.ts';
import { newestVersions } from './nearestTags.ts';
import { shortDigest } from './shortDigest.ts';
import { withTag } from './verifiedCandidates.ts';
import { writtenTag } from './replaceTag.ts';

/** How a name that means another image tomorrow is made to mean today's, and what was asked for it. */
export interface LastingName {
	/** The version that is the very same image, then its digest; none where the registry did not tell. */
	readonly fixes: readonly Fix[];
	readonly evidence: readonly Evidence[];
}

/** Asks what `latest` is now: the version with the same digest (at most six are asked for), and the digest. */
export async function lastingName(use: LookedUpUse, ask: Ask): Promise<LastingName> {
	const latest = withTag(use.reference, use.reference.tag ?? 'latest');
	const verdict = await ask.registry.check(latest);
	if (verdict.verdict !== 'exists') { return { fixes: [], evidence: [verdict.evidence] }; }
	const { digest, evidence } = verdict;
	const tag = await versionOf(digest, use, ask);
	const edit = tag === undefined ? undefined : writtenTag(use, ask.workspace).edit?.(tag);
	// What a variable makes has no place for a digest.
	const end = use.text === use.value ? use.span.end : undefined;
	return {
		fixes: [
			...tag !== undefined && edit ? [editFix({ text: 'Change the tag to "{tag}"', args: { tag } }, [edit])] : [],
			...end === undefined
				? []
				: [editFix(
					{ text: 'Pin to digest {short}', args: { short: shortDigest(digest) } },
					[{ span: { start: end, end }, newText: `@${digest}` }],
					false,
				)],
		],
		evidence: [evidence],
	};
}

async function versionOf(digest: string, { reference }: LookedUpUse, ask: Ask): Promise<string | undefined> {
	const answer = await ask.registry.tags(reference);
	if (!answer.known) { return undefined; }
	for (const tag of newestVersions(answer.value.tags).slice(0, 6)) {
		const verdict = await ask.registry.check(withTag(reference, tag));
		if (verdict.verdict === 'exists' && verdict.digest === digest) { return tag; }
	}
	return undefined;
}
