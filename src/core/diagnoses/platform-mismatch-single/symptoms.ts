import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The image was built for another processor than this machine\'s.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /requested image's platform \((?<platform>[^)]{1,60})\) does not match the detected host platform/,
		example: 'WARNING: The requested image\'s platform (linux/amd64) does not match the detected host platform (linux/arm64/v8) and no specific platform was requested',
		rank: 66,
	},
	{
		pattern: /image with reference "?(?<reference>[^\s"]{1,300})"? was found but does not match the specified platform: wanted (?<platform>[^,\s]{1,60})/,
		example: 'image with reference app:1 was found but does not match the specified platform: wanted linux/arm64, actual: linux/amd64',
		rank: 66,
	},
	{
		pattern: /image platform \([^)]{1,60}\) does not match the expected platform \((?<platform>[^)]{1,60})\)/,
		example: 'WARNING: image platform ({amd64 linux}) does not match the expected platform ({arm64 linux})',
		rank: 64,
	},
	{
		pattern: /(?:exec user process caused|exec (?:container process )?[`"'\/][^\s]{0,200}?)[`"']?:? ?"?[Ee]xec format error/,
		example: 'exec /usr/local/bin/docker-entrypoint.sh: exec format error',
		rank: 58,
	},
	{
		pattern: /exec: "[^"\s]{1,200}": exec format error|exec \/[^\s:]{1,200}: exec format error/,
		example: 'error during container init: exec: "/app": exec format error: unknown',
		rank: 58,
	},
	{
		pattern: /image with reference \"?(?<reference>[^\s\"]{1,300})\"? was found but its platform \([^)]{1,60}\) does not match the specified platform \((?<platform>[^)]{1,60})\)/,
		example: 'image with reference acme/app:1 was found but its platform (linux/amd64) does not match the specified platform (linux/arm64)',
		rank: 66,
	},
	{
		pattern: /image operating system \"?(?<os>\w{1,30})\"? cannot be used on this platform/,
		example: 'Error response from daemon: image operating system "windows" cannot be used on this platform: operating system is not supported',
		rank: 66,
	},
	{
		pattern: /InvalidBaseImagePlatform: Base image (?<reference>\S{1,300}) was pulled with platform "[^"]{1,60}", expected "(?<platform>[^"]{1,60})"/,
		example: ' - InvalidBaseImagePlatform: Base image acme/app:1 was pulled with platform "linux/amd64", expected "linux/arm64" for current build (line 1)',
		rank: 66,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Add "--platform={platform}"' }, text: 'docker pull --platform={platform} {reference}' },
];
