import type { Evidence, ImageUse, Reference, Verdict } from '../../model/index.ts';
import { defineDiagnosis, type Report } from '../diagnosis.ts';
import { candidateFixes } from '../support/candidateFixes.ts';
import { retiredRegistry } from '../support/retiredRegistry.ts';
import { hostSpan } from '../support/spanOfUse.ts';

/** A registry that was closed for good. Where its images went, as far as that is known, is checked before it is offered. */
export const registryRetired = defineDiagnosis({
	code: 'registry-retired',
	title: 'Registry was closed',
	severity: 'error',
	*use(use, { offline }) {
		if (!offline || !use.reference || (use.class !== 'image' && use.class !== 'artifact')) { return; }
		yield* report(use, use.reference, [], 'warning');
	},
	async *lookup(use, ask, verdict) {
		const retired = retiredRegistry(use.reference);
		if (!retired || verdict.verdict === 'exists') { return; }
		const successor = retired.successor && await ask.registry.check(retired.successor);
		const confirmed = retired.successor && successor?.verdict === 'exists' ? [{ reference: retired.successor, evidence: successor.evidence }] : [];
		for (const one of report(use, use.reference, [verdict.evidence, ...confirmed.map(({ evidence }) => evidence)], isGone(verdict) ? 'error' : 'warning')) {
			yield { ...one, fixes: candidateFixes(use, confirmed, ask.workspace).map(fix => ({ ...fix, safe: false })) };
		}
	},
});

function* report(use: ImageUse, reference: Reference, evidence: readonly Evidence[], severity: 'error' | 'warning'): Iterable<Report> {
	const retired = retiredRegistry(reference);
	if (!retired) { return; }
	yield {
		at: hostSpan(use),
		severity,
		message: { text: '{host} was closed in {year}.', args: { host: reference.domain, year: String(retired.year) } },
		evidence,
	};
}

/** The registry's absence was seen; without that it is only known from its owner. */
function isGone({ verdict }: Verdict): boolean {
	return !['not-asked', 'rate-limited', 'helper-missing', 'helper-failed'].includes(verdict);
}
