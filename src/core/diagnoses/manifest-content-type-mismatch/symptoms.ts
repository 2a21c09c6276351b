import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'Header and manifest name different media types.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /mediaType (?:mismatch|in manifest should be)|media type mismatch|does not match (?:the )?Content-Type|unsupported docker v2s2 media type: "application\/vnd\.oci\.|unsupported OCI media type: "application\/vnd\.docker\./,
		example: 'manifest mediaType mismatch: does not match the Content-Type header',
		rank: 63,
	},
];
