import type { FileFacts, Fix, ImageUse, Reference } from '../../model/index.ts';
import { type Ask, defineDiagnosis, editFix } from '../diagnosis.ts';
import { editPart } from '../support/partInVariable.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { isInnerHost, isKnownRegistry, misspeltHost } from '../support/misspeltHost.ts';
import { retiredRegistry } from '../support/retiredRegistry.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A host that does not resolve, or is a known misspelling of a registry: that one may belong to somebody else, so it is not asked. */
export const registryDnsFailure = defineDiagnosis({
	code: 'registry-dns-failure',
	title: 'Unknown registry host',
	severity: 'info',
	explanation,
	symptoms,
	*use(use, { workspace }) {
		if (!use.reference || (use.class !== 'image' && use.class !== 'artifact' && use.class !== 'build-output')) { return; }
		const host = misspeltHost(use.reference.domain);
		if (host === undefined) { return; }
		yield {
			at: hostSpan(use),
			severity: 'warning',
			message: { text: '"{host}" is a misspelling of {known}.', args: { host: use.reference.domain, known: host } },
			fixes: toHost(host, use, workspace),
		};
	},
	answers: ['unreachable'],
	async *lookup(use, ask, verdict) {
		if (verdict.cause !== 'dns' || retiredRegistry(use.reference) || await isNetworkAway(use.reference, ask)) { return; }
		const host = misspeltHost(use.reference.domain, true);
		yield {
			at: hostSpan(use),
			message: { text: 'The host name "{host}" cannot be resolved.', args: { host: use.reference.domain } },
			evidence: [verdict.evidence],
			fixes: host === undefined ? [] : toHost(host, use, ask.workspace, false),
		};
	},
});

function toHost(host: string, use: ImageUse, workspace: readonly FileFacts[], safe = true): readonly Fix[] {
	const edit = editPart(use, 'domain', host, workspace);
	return edit ? [editFix({ text: 'Change the registry to "{host}"', args: { host } }, [edit], safe)] : [];
}

/** A registry that everybody knows does not resolve either, so nothing is wrong with the file. Only what the file names anyway is asked. */
async function isNetworkAway(reference: Reference, { facts, registry }: Ask): Promise<boolean> {
	if (isKnownRegistry(reference.domain) || isInnerHost(reference.domain)) { return true; }
	const known = facts.uses.find(one => one.class === 'image' && one.reference && isKnownRegistry(one.reference.domain))?.reference;
	const verdict = known && await registry.check(known);
	return verdict?.verdict === 'unreachable' && verdict.cause === 'dns';
}
