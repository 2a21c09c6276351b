import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The name has a tag and a digest; this tool takes only one of them.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?:docker:\/\/(?<reference>[^\s":]{1,255}(?::[\w.-]{1,128})?@sha256:[0-9a-f]{64})[^\n]{0,200}: )?Docker references with both a tag and (?:a )?digest are currently not supported/,
		example: 'level=fatal msg="Invalid source name docker://quay.io/acme/app:1@sha256:0123: Docker references with both a tag and digest are currently not supported"',
		rank: 90,
	},
];
