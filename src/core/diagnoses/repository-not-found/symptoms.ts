import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{host} has no repository of that name.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /repository (?<reference>\S{1,300}) not found: name unknown/,
		example: 'Error response from daemon: repository registry.example/a/b not found: name unknown: repository name not known to registry',
		rank: 50,
	},
	{
		pattern: /name unknown: |(?:in \S{1,300}|desc =|^Error response from daemon): name unknown$|NAME_UNKNOWN(?=[:"']|$)|repository name not known to registry/,
		example: 'level=fatal msg="reading manifest 1 in registry.example/a/b: name unknown: repository name not known to registry"',
		rank: 48,
	},
	{
		pattern: /NOT_FOUND[^\n]{0,40}project|project (?<name>\S{1,200}) not found(?:: project| \(404\))/,
		example: 'unknown: project acme not found: project acme not found',
		rank: 48,
	},
	{
		pattern: /(?:unknown: |NOT_FOUND: )repository (?<repository>[\w./-]{1,255}) not found/,
		example: 'Error response from daemon: unknown: repository library/nope not found',
		rank: 48,
	},
	{
		pattern: /unknown: Project '(?<name>[^']{1,200})' not found or deleted/,
		example: 'Error response from daemon: Head "https://gcr.io/v2/p/i/manifests/1": unknown: Project \'project:p\' not found or deleted.',
		rank: 48,
	},
	{
		pattern: /(?:repository (?<reference>\S{1,300}) not found|reading manifest \S{1,140} in \S{1,300}|\/v2\/[^\s\"]{1,400}\/manifests\/[^\s\"]{1,140}\"?): (?:name unknown|NAME_UNKNOWN): The repository with name '(?<repository>[^']{1,255})' does not exist/,
		example: 'Error response from daemon: repository 1.dkr.ecr.eu-west-1.amazonaws.com/app not found: name unknown: The repository with name \'app\' does not exist in the registry with id \'123456789012\'',
		rank: 75,
	},
];
