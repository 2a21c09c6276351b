import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{host} is blocked in registries.conf of the machine that pulls.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /registry (?<host>[^\s"]{1,255}) is blocked in \S{0,200}registries\.conf/,
		example: 'Error: initializing source docker://registry.example/team/app:1.0: registry registry.example is blocked in /etc/containers/registries.conf or /etc/containers/registries.conf.d',
		rank: 90,
	},
	{
		pattern: /Running image (?<reference>docker:\/\/\S{1,300}) is rejected by policy/,
		example: 'Source image rejected: Running image docker://quay.io/acme/app:latest is rejected by policy.',
		rank: 90,
		explanation: 'This machine\'s policy for images (policy.json) refuses {reference}.',
	},
];
