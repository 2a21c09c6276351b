import type { Descriptor, Reference } from '../../model/index.ts';
import { asList, asRecord, parseJson } from '../content/jsonValues.ts';
import { descriptor } from '../content/parseManifest.ts';
import { ownEndpoint } from '../mirrors/route.ts';
import type { PortParts } from '../portParts.ts';
import type { RegistryPort } from '../port.ts';

/** What refers to a manifest (distribution-spec, "Listing Referrers"): the API, or where it is not served the index under the tag `sha256-<hex>`. */
export async function readReferrers(
	parts: PortParts,
	port: RegistryPort,
	reference: Reference,
	digest: string,
	signal: AbortSignal | undefined,
): Promise<readonly Descriptor[]> {
	const endpoint = ownEndpoint(await parts.routes.of(reference));
	if (!endpoint) { return []; }
	const asked = await parts.client.ask(
		endpoint,
		{ method: 'GET', path: `/referrers/${digest}`, headers: { accept: 'application/vnd.oci.image.index.v1+json' }, maxBytes: 4 * 1024 * 1024 },
		signal ?? new AbortController().signal,
	);
	const { answer } = asked.outcome;
	if (answer?.status === 200 && !asked.auth.atToken) {
		return asList(asRecord(parseJson(answer.body.toString('utf8')))?.['manifests']).slice(0, 2000).flatMap(one => descriptor(one) ?? []);
	}
	if (answer?.status !== 404) { return []; }
	const tag = digest.replace(':', '-').slice(0, 128);
	const { digest: _, ...untagged } = reference;
	const index = await port.manifest({ ...untagged, tag, canonical: `${reference.repository}:${tag}` }, signal);
	return index.known ? index.value.manifests : [];
}
