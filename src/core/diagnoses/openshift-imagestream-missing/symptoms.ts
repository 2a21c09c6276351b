import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The image stream does not exist yet in OpenShift.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /unexpected status from HEAD request to https?:\/\/(?<host>[^\/\s]{1,255})\/v2\/[^\s]{1,300}\/manifests\/sha256:[0-9a-f]{6,64}: 500/,
		example: 'unknown: unexpected status from HEAD request to https://image-registry.apps.2.rahti.csc.fi/v2/proj/img/manifests/sha256:834e7b036543663e8616810c2c3a199cd8a3618e981f75eea235e0920d601ce4: 500',
		rank: 74,
	},
	{
		pattern: /imagestreams?\.image\.openshift\.io "(?<name>[^"]{1,200})" not found/,
		example: 'error: imagestreams.image.openshift.io "app" not found',
		rank: 70,
	},
	{
		pattern: /unexpected status from HEAD request to https?:\/\/(?<host>(?:image-registry|default-route-openshift-image-registry|docker-registry)[^\/\s]{0,240})\/v2\/[^\s]{1,300}\/(?:manifests|blobs)\/[^\s]{1,140}: 500|exists in (?<reference>(?:image-registry|default-route-openshift-image-registry|docker-registry)[^\s]{1,300}): received unexpected HTTP status: 500/,
		example: 'failed to push image-registry.apps.example.org/proj/img:1: unexpected status from HEAD request to https://image-registry.apps.example.org/v2/proj/img/blobs/sha256:834e7b03: 500 Internal Server Error',
		rank: 74,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Copy the command for the image stream' }, text: 'oc create imagestream NAME' },
];
