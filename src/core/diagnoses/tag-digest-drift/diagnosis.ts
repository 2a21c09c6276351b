import { defineDiagnosis } from '../diagnosis.ts';
import { pinFix } from '../support/pinFix.ts';
import { pinnedTag } from '../support/pinnedTag.ts';
import { digestSpan } from '../support/spanOfUse.ts';
import { shortDigest } from '../support/shortDigest.ts';

/** Tag and digest are both written, and the tag points to something else by now. */
export const tagDigestDrift = defineDiagnosis({
	code: 'tag-digest-drift',
	title: 'Tag has moved on from the digest',
	severity: 'info',
	async *lookup(use, ask) {
		const pinned = await pinnedTag(use.reference, ask);
		if (!pinned || pinned.child) { return; }
		yield {
			at: digestSpan(use),
			message: { text: 'Tag "{tag}" is {short} by now.', args: { tag: use.reference.tag ?? '', short: shortDigest(pinned.digest) } },
			evidence: [pinned.evidence],
			fixes: pinFix(use, pinned.digest, ask.workspace, false),
		};
	},
});
