import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The repository must be made before the first push.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /The repository with name '(?<repository>[^']{1,255})' does not exist in the registry/,
		example: 'name unknown: The repository with name \'app\' does not exist in the registry with id \'123456789012\'',
		rank: 74,
	},
	{
		pattern: /(?:POST|PUT|PATCH)(?: request to)? https?:\/\/(?<host>[^\/\s]{1,255})\/v2\/[^\s]{1,400}\/blobs\/uploads\/[^\s]{0,200}: (?:404|NAME_UNKNOWN)/,
		example: 'ERROR: failed to push 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1: unexpected status from POST request to https://123456789012.dkr.ecr.us-east-1.amazonaws.com/v2/web/blobs/uploads/: 404 Not Found',
		rank: 74,
	},
	{
		pattern: /initiating layer upload to \S{1,300} in (?<host>\S{1,255}): name unknown/,
		example: 'Error: writing blob: initiating layer upload to /v2/acme/none/app/blobs/uploads/ in europe-docker.pkg.dev: name unknown: Repository "none" not found',
		rank: 74,
	},
	{
		pattern: /The push refers to (?:a )?repository \[(?<reference>[^\]\s]{1,300})\][^\n]{0,2000}\bname unknown: /,
		example: 'The push refers to repository [europe-docker.pkg.dev/p/nope/i] name unknown: Repository "nope" not found',
		rank: 74,
	},
	{
		pattern: /(?:failed to push \S{1,300}|initiating layer upload to \S{1,300} in \S{1,255}): unknown: project (?<repository>\S{1,200}) not found/,
		example: 'ERROR: failed to push harbor.example/acme/app:1: unknown: project acme not found',
		rank: 74,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Copy the command for the repository' }, text: 'aws ecr create-repository --repository-name {repository}' },
];
