import { diagnoses } from '../diagnoses/index.ts';
import type { Evidence, Message, Reference, Verdict } from '../model/index.ts';
import type { ExplainMatch } from './createExplainer.ts';
import { isOfOldClient } from './possibleCauses.ts';

/** Which cause holds, by the registry's own answer. */
export interface Decision {
	/** Diagnosis code; the output's own where the answer agrees with it. */
	readonly code: string;
	readonly message: Message;
	readonly evidence: Evidence;
}

/** Output whose cause a look at the registry can settle. */
const open = /^(?:repository-missing-or-private|repository-not-found|tag-not-found|tag-expired|digest-not-found|image-private-no-credentials|kubelet-pull-backoff|oci-unsupported-by-target|schema1-manifest|manifest-content-type-broken|registry-unexpected-status|openshift-pull-secret-required)$/;

/** True where {@link decide} may say more than the output does. */
export function isOpen({ code, reference }: ExplainMatch): boolean {
	return reference !== undefined && open.test(code);
}

/**
 * Settles what the output leaves open: "the tag does not exist" instead of "missing or private".
 * Nothing when the registry could not be asked, or says no more than the output.
 */
export function decide(match: ExplainMatch, reference: Reference, verdict: Verdict): Decision | undefined {
	if (!isOpen(match)) { return undefined; }
	const args = { reference: reference.canonical, repository: reference.repository, tag: reference.tag ?? 'latest', host: reference.domain };
	const say = (code: string, text: string): Decision => ({ code, message: { text, args }, evidence: verdict.evidence });
	const own = (code: string): Decision => {
		const diagnosis = diagnoses.find(one => one.code === code);
		return say(code, diagnosis?.explanation ?? diagnosis?.title ?? '');
	};
	switch (verdict.verdict) {
		case 'exists': return ofFormat(match, verdict.mediaType, say, own);
		case 'tag-missing': return verdict.expired ? own('tag-expired') : say('tag-not-found', 'Tag "{tag}" does not exist in {repository}.');
		case 'digest-missing': return own('digest-not-found');
		case 'repository-missing': return say('repository-not-found', '{host} has no repository {repository}.');
		case 'login-needed': return own('image-private-no-credentials');
		case 'login-rejected': return own(verdict.expired ? 'credentials-expired' : 'credentials-rejected');
		case 'not-allowed': return own('credentials-insufficient-scope');
		case 'broken-answer': return verdict.detail === 'content-type' ? own('manifest-content-type-broken') : undefined;
		default: return undefined;
	}
}

type Say = (code: string, text: string) => Decision;

function ofFormat(match: ExplainMatch, mediaType: string, say: Say, own: (code: string) => Decision): Decision | undefined {
	const { code } = match;
	if (isOfOldClient(match) && mediaType.startsWith('application/vnd.oci.')) { return own('oci-unsupported-by-target'); }
	if (code === 'oci-unsupported-by-target' || code === 'schema1-manifest' || code === 'manifest-content-type-broken') {
		if (mediaType.startsWith('application/vnd.oci.')) { return own('oci-unsupported-by-target'); }
		if (/manifest\.v1\+(?:json|prettyjws)/.test(mediaType)) { return own('schema1-manifest'); }
		return own('manifest-content-type-broken');
	}
	return say(code, '{reference} can be pulled from here: what failed has no login, another one, or asked another registry.');
}
