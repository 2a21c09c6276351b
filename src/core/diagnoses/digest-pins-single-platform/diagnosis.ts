import { defineDiagnosis } from '../diagnosis.ts';
import { pinFix } from '../support/pinFix.ts';
import { pinnedTag } from '../support/pinnedTag.ts';
import { digestSpan } from '../support/spanOfUse.ts';
import { platformName } from '../support/platformName.ts';

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
			message: {
				text: 'This digest is for {platform} only, one of {count} platforms of "{tag}".',
				args: { platform: pinned.child.platform ? platformName(pinned.child.platform) : '?', count: pinned.platforms, tag: use.reference.tag ?? '' },
			},
			evidence: [pinned.evidence],
			fixes: pinFix(use, pinned.digest, ask.workspace),
		};
	},
});
