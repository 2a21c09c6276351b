import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The repository must be made before the first push.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /The repository with name '(?<repository>[^']{1,255})' does not exist in the registry/,
		example: 'name unknown: The repository with name \'app\' does not exist in the registry with id \'123456789012\'',
		rank: 74,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Make the repository' }, text: 'aws ecr create-repository --repository-name {repository}' },
];
