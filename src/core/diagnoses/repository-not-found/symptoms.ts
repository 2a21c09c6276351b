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
		pattern: /name unknown: |(?:in \S{1,300}|desc =): name unknown$|NAME_UNKNOWN|repository name not known to registry/,
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
];
