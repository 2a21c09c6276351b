import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '"{host}" is the builder\'s own loopback there, or nothing listens on it.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /"?https?:\/\/(?<host>[^\/\s"]{1,255})\/[^\s"]{0,400}"?: dial tcp (?:127\.\d+\.\d+\.\d+|\[::1\]):\d+: (?:connect: connection refused|connection refused|connectex: No connection could be made)/,
		example: 'ERROR: failed to solve: failed to push quay.localhost.direct/admin/app:1.0: failed to do request: Head "https://quay.localhost.direct/v2/admin/app/blobs/sha256:73a0": dial tcp 127.0.0.1:443: connect: connection refused',
		rank: 83,
		gate: 'registry',
	},
	{
		pattern: /dial tcp (?<host>(?:127\.\d+\.\d+\.\d+|\[::1\]):\d+): (?:connect: connection refused|connection refused|connectex: No connection could be made)/,
		example: 'error pushing to registry: dial tcp 127.0.0.1:5000: connect: connection refused',
		rank: 82,
		gate: 'registry',
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{
		title: { text: 'Copy the command for a builder in the host network' },
		text: 'docker buildx create --name host --driver docker-container --driver-opt network=host --use',
	},
	{ title: { text: 'Copy "docker build" and "docker push" instead' }, text: 'docker build -t {reference} . && docker push {reference}' },
];
