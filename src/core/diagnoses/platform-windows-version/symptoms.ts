import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The image was made for another version of Windows.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /[Ww]indows version \d+\.\d+\.\d+-based image is incompatible with an? \d+\.\d+\.\d+ host/,
		example: 'Error response from daemon: a Windows version 10.0.20348-based image is incompatible with a 10.0.17763 host',
		rank: 66,
	},
	{
		pattern: /container operating system does not match the host operating system/,
		example: 'hcsshim::CreateComputeSystem web: The container operating system does not match the host operating system.',
		rank: 66,
	},
];
