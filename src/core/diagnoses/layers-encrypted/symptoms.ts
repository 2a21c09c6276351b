import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The layers are encrypted and no key was given.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /missing private key needed for decryption|stream processor for application\/[\w.+-]{1,100}\+encrypted: no processor|[Ff]ailed to decrypt (?:image )?layer/,
		example: 'failed to unpack image: missing private key needed for decryption',
		rank: 66,
	},
];
