import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'Kubernetes waits before it tries {reference} again; the event before this one says why.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /Back-off pulling image "(?<reference>[^"]{1,300})"/,
		example: 'Back-off pulling image "registry.example/app:1"',
		rank: 12,
	},
	{
		pattern: /\b(?:Init:)?(?:ImagePullBackOff|ErrImagePull)\b(?=\s*$|\s{2,}|\s\d|["':)\],;|]|\s(?:state|status)\b)/,
		example: 'web-7d9f   0/1   ImagePullBackOff   0   3m',
		rank: 11,
	},
	{
		pattern: /Failed to pull image "(?<reference>[^"]{1,300})"/,
		example: 'Failed to pull image "registry.example/app:1": rpc error: code = Unknown desc = something new',
		rank: 10,
	},
	{
		pattern: /Could not load image metadata/,
		example: 'Could not load image metadata',
		rank: 9,
	},
	{
		pattern: /[Cc]ontainer image "(?<reference>[^"]{1,300})" is not present with pull policy of Never|\bErrImageNeverPull\b/,
		example: 'Container image "app:dev" is not present with pull policy of Never',
		rank: 13,
		explanation: 'The pull policy is Never, and {reference} is not on the node.',
	},
	{
		pattern: /is waiting to start: (?:trying and failing to pull image|(?:image|\S{1,300}) can't be pulled)/,
		example: 'Error from server (BadRequest): container "app" in pod "web-1" is waiting to start: trying and failing to pull image',
		rank: 11,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Copy the command that shows the reason' }, text: 'kubectl get events --field-selector reason=Failed' },
];
