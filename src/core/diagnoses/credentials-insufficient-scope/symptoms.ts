import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The login is known, but may not pull this image.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /[Tt]he token provided does not match expected scopes/,
		example: 'denied: permission_denied: The token provided does not match expected scopes.',
		rank: 84,
	},
	{
		pattern: /is not authorized to perform: ecr:(?:BatchGetImage|GetDownloadUrlForLayer|BatchCheckLayerAvailability|GetAuthorizationToken)/,
		example: 'denied: User: arn:aws:iam::123456789012:user/ci is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:123456789012:repository/app',
		rank: 84,
	},
	{
		pattern: /client with IP '?[\da-fA-F.:]+'? is not allowed/,
		example: 'denied: client with IP \'10.1.2.3\' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.',
		rank: 80,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Log in to {host}' }, text: 'docker login {host}' },
];
