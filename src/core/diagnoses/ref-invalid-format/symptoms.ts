import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The image name in this output is not a valid reference.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /couldn't parse image (?:name|reference) "(?<reference>[^"]{0,300})": invalid reference format/,
		example: 'Failed to apply default image tag "node:10:16.0": couldn\'t parse image reference "node:10:16.0": invalid reference format',
		rank: 88,
	},
	{
		pattern: /checking push permission for "(?<reference>\/[^"]{0,300})"|"details":"invalid repository name"/,
		example: 'checking push permission for "/team/app:1": creating push check transport for index.docker.io failed: GET https://auth.docker.io/token?scope=repository: unexpected status code 400 Bad Request',
		rank: 88,
	},
	{
		pattern: /failed to parse stage name "(?<reference>[^"]{0,300})": invalid reference format/,
		example: 'failed to solve: failed to parse stage name "alpine:": invalid reference format',
		rank: 88,
	},
	{
		pattern: /InvalidImageName/,
		example: 'Warning  InspectFailed  3s  kubelet  Error: InvalidImageName',
		rank: 87,
	},
	{
		pattern: /invalid reference format(?!: repository name)/,
		example: 'docker: invalid reference format.',
		rank: 86,
	},
	{
		pattern: /invalid repository name \([^)]{1,255}\), cannot specify 64-byte hexadecimal strings/,
		example: 'Error response from daemon: invalid repository name (1a3f5e7d9c1a3f5e7d9c1a3f5e7d9c1a3f5e7d9c1a3f5e7d9c1a3f5e7d9c1a3f), cannot specify 64-byte hexadecimal strings',
		rank: 86,
	},
	{
		pattern: /invalid reference: invalid (?:tag|repository|registry|digest)\b/,
		example: 'Error: invalid reference: invalid tag "1.0.0+build"',
		rank: 86,
	},
	{
		pattern: /could not parse reference: (?<reference>[^\n]{1,300})$/,
		example: 'Error: parsing reference "alpine:": could not parse reference: alpine:',
		rank: 86,
	},
	{
		pattern: /(?:repository|tag|digest) can only contain the characters [`'"][^`'"]{1,80}[`'"]: /,
		example: 'Error: parsing reference "ghcr.io/acme/app:a b": tag can only contain the characters `abcdefghijklmnopqrstuvwxyz0123456789_-.ABCDEFGHIJKLMNOPQRSTUVWXYZ`: a b',
		rank: 86,
	},
	{
		pattern: /^ctr: failed to resolve (?:reference \"(?<reference>[^\"]{0,300})\"|image): (?:object required|invalid reference$|parse \"dummy:\/\/)/,
		example: 'ctr: failed to resolve reference "node:20:16": object required',
		rank: 86,
	},
];
