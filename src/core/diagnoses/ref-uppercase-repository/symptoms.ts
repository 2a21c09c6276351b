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
];
