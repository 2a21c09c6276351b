import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The registry sends a wrong or no Content-Type for the manifest.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /missing or empty Content-Type header/,
		example: 'Error response from daemon: missing or empty Content-Type header',
		rank: 64,
	},
	{
		pattern: /Target\.MediaType must be set/,
		example: 'ctr: Target.MediaType must be set: invalid argument',
		rank: 64,
	},
	{
		pattern: /unsupported schema version 2/,
		example: 'level=fatal msg="initializing image from source docker://registry.example/ct/json:1: unsupported schema version 2"',
		rank: 64,
	},
	{
		pattern: /encountered unknown type (?:text\/(?:html|plain)|application\/(?:json|octet-stream))/,
		example: 'encountered unknown type text/plain; children may not be fetched',
		rank: 63,
	},
	{
		pattern: /unsupported manifest (?:media )?type:? "?(?:application\/json|text\/(?:plain|html))/,
		example: 'unsupported manifest media type: text/plain',
		rank: 62,
	},
];
