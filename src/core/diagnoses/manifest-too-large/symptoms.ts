import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The manifest is larger than clients accept.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /manifest (?:is )?too large|exceeds? (?:the )?(?:maximum )?(?:manifest )?size limit|MANIFEST_TOO_LARGE/,
		example: 'Error: reading manifest 1 in registry.example/a: exceeded maximum allowed size of 4194304 bytes: manifest too large',
		rank: 64,
		gate: 'registry',
	},
];
