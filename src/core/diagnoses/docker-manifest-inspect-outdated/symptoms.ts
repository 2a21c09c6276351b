import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'This docker CLI is too old to show OCI manifests; the image itself may be fine.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /unsupported manifest media type and no default available:[# ]{0,6}(?<mediaType>application\/[\w.+-]{1,100})?/,
		example: 'unsupported manifest media type and no default available: application/vnd.oci.image.manifest.v1+json',
		rank: 66,
	},
	{
		pattern: /unsupported manifest (?:media type|format)\b(?=$|[^\n]{0,200}application\/vnd\.oci\.image\.(?:manifest|index))(?:[^\n]{0,200}(?<mediaType>application\/vnd\.oci\.image\.(?:manifest|index)[\w.+]{0,40}))?/,
		example: 'unsupported manifest format: application/vnd.oci.image.manifest.v1+json',
		rank: 65,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Replace with "docker buildx imagetools inspect"' }, text: 'docker buildx imagetools inspect {reference}' },
];
