import type { Reference, Verdict } from '../model/index.ts';
import type { PortParts } from './portParts.ts';
import { hostListed } from './transport/hostPattern.ts';

/** Why nobody is asked about this reference: no network, no trust, or a host that the settings leave out. */
export function unasked(
	{ gate, denyHosts, allowHosts, evidence }: Pick<PortParts, 'gate' | 'denyHosts' | 'allowHosts' | 'evidence'>,
	{ domain }: Reference,
): Verdict | undefined {
	const because = gate()
		?? (hostListed(denyHosts, domain) || (allowHosts.length > 0 && !hostListed(allowHosts, domain)) ? 'host-not-allowed' as const : undefined);
	return because && { verdict: 'not-asked', reason: because, evidence: evidence(domain, undefined, undefined, { note: because }) };
}

/** The asker went away before there was an answer. */
export function cancelled({ evidence }: Pick<PortParts, 'evidence'>, { domain }: Reference): Verdict {
	return { verdict: 'not-asked', reason: 'cancelled', evidence: evidence(domain, undefined, undefined, { note: 'cancelled' }) };
}
