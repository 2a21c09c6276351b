import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{variable} is not set, so Compose puts nothing in its place.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /[Tt]he \\?"(?<variable>\w{1,200})\\?" variable is not set\. Defaulting to a blank string/,
		example: 'time="2026-01-01" level=warning msg="The \\"TAG\\" variable is not set. Defaulting to a blank string."',
		rank: 90,
	},
	{
		pattern: /The (?<variable>\w{1,200}) variable is not set\. Defaulting to a blank string/,
		example: 'WARNING: The TAG variable is not set. Defaulting to a blank string.',
		rank: 90,
	},
	{
		pattern: /required variable (?<variable>\w{1,200}) is missing a value/,
		example: 'error while interpolating services.web.image: required variable TAG is missing a value: set TAG',
		rank: 90,
	},
];
