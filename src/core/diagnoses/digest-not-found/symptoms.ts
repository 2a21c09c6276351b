import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The pinned digest does not exist in the registry any more.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /manifest for (?<reference>\S{1,300}@sha256:[0-9a-f]{64}) not found/,
		example: 'Error response from daemon: manifest for alpine@sha256:1111111111111111111111111111111111111111111111111111111111111111 not found: manifest unknown: manifest unknown',
		rank: 50,
	},
	{
		pattern: /(?:^|[\s:])(?<reference>[\w.-]+(?::\d+)?(?:\/[\w.-]+)*(?::[\w.-]+)?@sha256:[0-9a-f]{64}): not found/,
		example: 'failed to resolve reference "docker.io/library/alpine@sha256:1111111111111111111111111111111111111111111111111111111111111111": docker.io/library/alpine@sha256:1111111111111111111111111111111111111111111111111111111111111111: not found',
		rank: 50,
	},
	{
		pattern: /reading manifest (?<digest>sha256:[0-9a-f]{64}) in (?<repository>\S{1,300}): (?:manifest unknown|not found)/,
		example: 'level=fatal msg="reading manifest sha256:1111111111111111111111111111111111111111111111111111111111111111 in docker.io/library/alpine: manifest unknown"',
		rank: 50,
	},
	{
		pattern: /\/v2\/(?<repository>[^\s]{1,255})\/manifests\/(?<digest>sha256:[0-9a-f]{64})"?: (?:MANIFEST_UNKNOWN|not found|(?:response status code |unexpected status code )?404\b)/,
		example: 'Error: GET https://gcr.io/v2/distroless/static/manifests/sha256:1111111111111111111111111111111111111111111111111111111111111111: MANIFEST_UNKNOWN: Failed to fetch "sha256:1111111111111111111111111111111111111111111111111111111111111111"',
		rank: 50,
	},
	{
		pattern: /^Error response from registry: (?<digest>sha256:[0-9a-f]{64}): not found|content at https?:\/\/[^\s\"]{1,300}\/manifests\/(?<digest2>sha256:[0-9a-f]{64}) not found/,
		example: 'Error response from registry: sha256:1111111111111111111111111111111111111111111111111111111111111111: not found',
		rank: 67,
	},
];
