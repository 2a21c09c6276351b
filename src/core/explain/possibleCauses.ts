import type { Message } from '../model/index.ts';
import type { ExplainMatch } from './createExplainer.ts';

/** One of several things that the same output can mean. */
export interface PossibleCause {
	/** Diagnosis code. */
	readonly code: string;
	/** What tells it apart from the others, one sentence. */
	readonly message: Message;
}

const causes: Readonly<Record<string, readonly PossibleCause[]>> = {
	'oci-unsupported-by-target': [
		cause(
			'oci-unsupported-by-target',
			'The manifest has an OCI media type: then the client is too old for it, or the image must be stored in Docker format.',
		),
		cause('schema1-manifest', 'The manifest has schema version 1: then the image is too old.'),
		cause('manifest-content-type-broken', 'The manifest is in Docker format: then the registry names a wrong Content-Type.'),
	],
	'repository-missing-or-private': [
		cause('repository-not-found', 'Nobody can pull it: then the name is wrong.'),
		cause('image-private-no-credentials', 'It pulls after a login: then it is private.'),
		cause('credentials-insufficient-scope', 'It does not pull with a login either: then that login may not read it.'),
	],
	'tag-not-found': [
		cause('tag-not-found', 'The repository has other tags: then the tag is wrong.'),
		cause('repository-not-found', 'The repository has no tags at all: then its name is wrong.'),
	],
	'loopback-registry-from-builder': [
		cause('loopback-registry-from-builder', '"docker push" reaches it, only buildx does not: then the builder\'s own loopback is meant.'),
		cause('registry-connection-refused', 'Nothing on this machine reaches it: then the registry does not run.'),
	],
	'push-manifest-rejected': [
		cause('push-attestation-rejected-quay', 'It goes through with --provenance=false: then the attestation was refused.'),
		cause('push-oci-rejected', 'It goes through in Docker format: then the registry does not take OCI.'),
	],
	'push-attestation-subject-rejected': [
		cause('push-attestation-subject-rejected', 'It goes through with --provenance=false: then the attestation was refused.'),
		cause('layer-missing', 'It fails without attestations too: then the registry has lost a layer.'),
	],
	'layers-zstd': [
		cause('layers-zstd', 'The media types of the layers end in "+zstd": then the engine is too old for them.'),
		cause('layer-missing', 'They end in "gzip": then the download was cut off.'),
	],
};

/** Docker 1.13, as OpenShift 3 has it, says no more than this of a manifest that it cannot read. */
const ofOldClient: readonly PossibleCause[] = [
	cause('repository-not-found', 'Nobody can pull it: then the name is wrong.'),
	cause('oci-unsupported-by-target', 'Newer clients pull it: then it is stored in OCI format, which this client cannot read.'),
	cause('image-private-no-credentials', 'It pulls after a login: then it is private.'),
];

/** Is this how a client that knows no OCI formats says that it finds nothing? */
export function isOfOldClient({ code, text }: Pick<ExplainMatch, 'code' | 'text'>): boolean {
	return code === 'repository-missing-or-private' && /\brepository does not exist\.?$/.test(text);
}

/** What output can mean, the likeliest first; empty where it means one thing. */
export function possibleCauses(match: Pick<ExplainMatch, 'code' | 'text'>): readonly PossibleCause[] {
	return isOfOldClient(match) ? ofOldClient : causes[match.code] ?? [];
}

function cause(code: string, text: string): PossibleCause {
	return { code, message: { text } };
}
