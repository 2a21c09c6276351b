import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The registry returned other content than the digest says.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /unexpected commit digest (?<actual>sha256:[0-9a-f]{2,64}), expected (?<digest>sha256:[0-9a-f]{2,64})/,
		example: 'ctr: failed commit on ref "layer-sha256:cdcd": commit failed: unexpected commit digest sha256:85296e83696072d23716046d77abae084e7cec834ea58a8d32a4fa8acfc8da3a, expected sha256:cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd: failed precondition',
		rank: 66,
	},
	{
		pattern: /Digest did not match, expected (?<digest>\S{1,140}), got|failed size validation: \d{1,20} != \d{1,20}|(?:image config|manifest|filesystem layer) verification failed for digest/,
		example: 'image config verification failed for digest sha256:85296e83696072d23716046d77abae084e7cec834ea58a8d32a4fa8acfc8da3a',
		rank: 66,
	},
	{
		pattern: /manifest digest: "(?<actual>sha256:[0-9a-f]{6,64})" does not match requested digest: "(?<digest>sha256:[0-9a-f]{6,64})"/,
		example: 'Error: fetching manifest registry.example/a: manifest digest: "sha256:1111111111111111111111111111111111111111111111111111111111111111" does not match requested digest: "sha256:2222222222222222222222222222222222222222222222222222222222222222"',
		rank: 66,
	},
	{
		pattern: /\bimage verification failed for digest (?<digest>sha256:[0-9a-f]{6,64})/,
		example: 'Error response from daemon: image verification failed for digest sha256:1111111111111111111111111111111111111111111111111111111111111111',
		rank: 66,
	},
	{
		pattern: /Download config\.json digest (?<actual>sha256:[0-9a-f]{6,64}) does not match expected (?<digest>sha256:[0-9a-f]{6,64})|wrong diff id (?:"sha256:[0-9a-f]{6,64}" )?calculated on extraction|expected diffID sha256:[0-9a-f]{6,64}, got sha256:|uploading layer[^\n]{0,60}: digest invalid|DIGEST_INVALID|provided digest did not match uploaded content|layers from manifest don't match image configuration|error verifying sha256 checksum after reading|Content-Length header \d{1,20} does not match expected size/,
		example: 'Error: parsing image configuration: Download config.json digest sha256:1111111111111111111111111111111111111111111111111111111111111111 does not match expected sha256:2222222222222222222222222222222222222222222222222222222222222222',
		rank: 66,
	},
];
