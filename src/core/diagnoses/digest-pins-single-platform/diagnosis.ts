import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { pinnedTag } from '../support/pinnedTag.ts';
import { digestSpan } from '../support/spanOfUse.ts';
import { platformName } from '../support/platformName.ts';
import { shortDigest } from '../support/shortDigest.ts';

/** The digest is that of one platform in the tag's index: other machines get an image that they cannot run. */
export const digestPinsSinglePlatform = defineDiagnosis({
	code: 'digest-pins-single-platform',
	title: 'Digest of one platform only',
	severity: 'warning',
	async *lookup(use, ask) {
		const pinned = await pinnedTag(use.reference, ask);
		if (!pinned?.child || pinned.platforms < 2 || use.platforms.length > 0) { return; }
		yield {
			at: digestSpan(use),
			message: { text: 'This digest is for {platform} only, one of {count} platforms of "{tag}".', args: { platform: pinned.child.platform ? platformName(pinned.child.platform) : '?', count: pinned.platforms, tag: use.reference.tag ?? '' } },
			evidence: [pinned.evidence],
			fixes: use.spans.digest ? [editFix({ text: 'Pin to digest {short}', args: { short: shortDigest(pinned.digest) } }, [{ span: use.spans.digest, newText: pinned.digest }])] : [],
		};
	},
});
