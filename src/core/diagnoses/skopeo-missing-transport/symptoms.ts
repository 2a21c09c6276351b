import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The name needs a transport in front, such as "docker://".';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /[Ii]nvalid (?:source|destination|image) name "?(?<reference>[^"\s]{1,300})"?(?:, |: Invalid image name "[^"]{1,300}", )expected colon-separated transport:reference/,
		example: 'Invalid image name "quay.io/acme/app", expected colon-separated transport:reference',
		rank: 90,
	},
	{
		pattern: /[Ii]nvalid image name "(?<reference>[^"]{1,300})", (?:expected colon-separated transport:reference|unknown transport)/,
		example: 'level=fatal msg="Invalid source name alpine:3.20: Invalid image name \\"alpine:3.20\\", unknown transport \\"alpine\\""',
		rank: 90,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Insert "docker://"' }, text: 'docker://{reference}' },
];
