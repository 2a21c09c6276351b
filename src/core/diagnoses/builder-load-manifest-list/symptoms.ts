import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'One image can be loaded, a list of platforms cannot.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /docker exporter does not (?:currently )?support exporting manifest lists/,
		example: 'ERROR: docker exporter does not currently support exporting manifest lists',
		rank: 66,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Copy the command to load one platform' }, text: 'docker buildx build --platform linux/amd64 --load -t {reference} .' },
];
