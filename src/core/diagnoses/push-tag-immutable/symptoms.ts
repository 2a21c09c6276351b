import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The tag exists and may not be overwritten.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /tag (?:invalid|immutable)[^\n]{0,200}(?:immutable|already exists)|TAG_IMMUTABLE|configured as immutable|ImageTagAlreadyExistsException/,
		example: 'tag invalid: The image tag \'1.0\' already exists in the \'app\' repository and cannot be overwritten because the tag is immutable.',
		rank: 74,
	},
	{
		pattern: /(?:cannot be (?:overwritten|updated|deleted)|due to)[^\n]{0,80}\bimmutab|immutable tag|tag immutability|tag is immutable|repository is immutable|does not allow updating assets|[Uu]pdating existing artifacts? is not allowed/,
		example: 'unknown: Failed to process request due to \'app:1.0\' configured as immutable tag.',
		rank: 73,
	},
];
