import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'Something in front of the registry refuses uploads of this size.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /error parsing HTTP 413 response body|received unexpected HTTP status: 413\b/,
		example: 'error parsing HTTP 413 response body: invalid character \'<\' looking for beginning of value: "<html><head><title>413 Request Entity Too Large</title></head></html>"',
		rank: 80,
	},
	{
		pattern: /413 (?:Request Entity Too Large|Payload Too Large|Content Too Large)|[Ss]tatus ?(?:[Cc]ode)?:? 413|\b413\b[^\n]{0,60}Too Large/,
		example: 'failed to push registry.example.com/app:1: unexpected status from PUT request to https://registry.example.com/v2/app/blobs/uploads/x: 413 Request Entity Too Large',
		rank: 80,
		gate: 'registry',
	},
];
