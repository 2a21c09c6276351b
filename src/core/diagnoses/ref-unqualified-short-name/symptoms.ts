import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The name has no registry, and this engine does not guess one.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /short name mode is enforcing, but image name (?<reference>\S{1,300}) returns ambiguous list/,
		example: 'Failed to inspect image "": rpc error: code = Unknown desc = short name mode is enforcing, but image name synology/synology-csi:v1.2.0 returns ambiguous list',
		rank: 90,
	},
	{
		pattern: /short-name "(?<reference>[^"]{1,300})" did not resolve to an alias/,
		example: 'Error: short-name "app" did not resolve to an alias and no unqualified-search registries are defined in "/etc/containers/registries.conf"',
		rank: 90,
	},
	{
		pattern: /short-name resolution enforced but cannot prompt without a TTY/,
		example: 'Error: short-name resolution enforced but cannot prompt without a TTY',
		rank: 90,
	},
];
