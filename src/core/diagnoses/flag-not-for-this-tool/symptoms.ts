import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'This tool does not know the flag or value.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /unknown flag: (?<flag>--(?:format|output|push|load|platform|build-context|tls-verify|creds|authfile|layers|builder|metadata-file|progress)\b)/,
		example: 'unknown flag: --format See \'docker build --help\'.',
		rank: 70,
		gate: 'registry',
	},
	{
		pattern: /unknown flag: (?<flag>--(?:provenance|sbom|attest)\b)|^ERROR: unknown flag: (?<flag2>--(?:format|tls-verify|creds|authfile|layers)\b)/,
		example: 'ERROR: unknown flag: --provenance',
		rank: 70,
	},
	{
		pattern: /unrecognized image type "(?<value>[^"]{1,60})"/,
		example: 'Error: unrecognized image type "v2s2"',
		rank: 75,
	},
	{
		pattern: /unknown format "(?<value>[^"]{1,60})"\. Choose one of the supported formats/,
		example: 'level=fatal msg="unknown format \\"docker\\". Choose one of the supported formats: \'oci\', \'v2s1\', or \'v2s2\'"',
		rank: 75,
	},
	{
		pattern: /(?<flag>--platform or --push|--output) not supported\./,
		example: '--platform or --push not supported.',
		rank: 66,
	},
];
