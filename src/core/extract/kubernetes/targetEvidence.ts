import type { TargetEvidence } from '../../model/index.ts';
import { scalarValue } from '../yaml/fileScalar.ts';
import { findPair } from '../yaml/lookup.ts';
import type { YamlMap } from '../yaml/yamlNode.ts';

/** Kinds that OpenShift 3 served under plain `v1`, which OpenShift 4 no longer does. */
const legacyKinds = new Set(['DeploymentConfig', 'BuildConfig', 'ImageStream', 'Route', 'Template']);

/** What the API of an object says of the cluster it is for: `openshift` for groups of `openshift.io`, else `kubernetes`. */
export function targetEvidence(object: YamlMap): TargetEvidence | undefined {
	const pair = findPair(object, 'apiVersion');
	const api = scalarValue(pair?.value);
	const kind = scalarValue(findPair(object, 'kind')?.value);
	if (!pair?.value || api === undefined || kind === undefined) { return undefined; }
	const { span } = pair.value;
	if (/^(?:[a-z0-9-]+\.)*openshift\.io\//.test(api)) { return { target: 'openshift', span, reason: `${kind} of ${api}` }; }
	if (api === 'v1' && legacyKinds.has(kind)) { return { target: 'openshift-3.11', span, reason: `${kind} of ${api}` }; }
	return { target: 'kubernetes', span, reason: `${kind} of ${api}` };
}
