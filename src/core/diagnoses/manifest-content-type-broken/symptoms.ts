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
		pattern: /[Tt]arget\.MediaType must be set/,
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
	{
		pattern: /could not fetch content descriptor (?<digest>sha256:[0-9a-f]{2,64}) \((?:application\/(?:json|octet-stream)|text\/[\w.+-]{1,40})?\) from remote: not found|unexpected media type (?:application\/(?:json|octet-stream)|text\/[\w.+-]{1,40}) for sha256:/,
		example: 'failed to copy: httpReadSeeker: failed open: could not fetch content descriptor sha256:abab (application/json) from remote: not found',
		rank: 67,
	},
	{
		pattern: /(?:initializing image from source docker:\/\/\S{1,300}|children: invalid desc sha256:[0-9a-f]{2,64}|LLB definition|failed to resolve source metadata for \S{1,300}|^Error response from daemon): unexpected end of JSON input$|unable to fetch descriptor \([^)]{0,100}\) which reports content size of zero/,
		example: 'Error: initializing image from source docker://registry.example/a:1: unexpected end of JSON input',
		rank: 63,
		explanation: 'The manifest that {host} sends is empty or cut off.',
	},
];
