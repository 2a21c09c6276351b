import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'Repository names are lower case; the name in this output is not.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /invalid reference format: repository name(?: \((?<reference>[^)]{1,255})\))? must be lowercase/,
		example: 'error: failed to solve: invalid reference format: repository name (Bar/Baz) must be lowercase',
		rank: 90,
	},
	{
		pattern: /repository name must be lowercase|repository name must be canonical/,
		example: 'Error: normalizing name "Foo/Bar": repository name must be lowercase',
		rank: 90,
	},
	{
		pattern: /repository can only contain the characters [`'"][^`'"]{1,80}[`'"]: (?<reference>[^\s:]{0,200}[A-Z][^\s:]{0,200})/,
		example: 'Error: parsing reference "ghcr.io/ACME/app:1": repository can only contain the characters `abcdefghijklmnopqrstuvwxyz0123456789_-./`: ACME/app',
		rank: 89,
	},
];
