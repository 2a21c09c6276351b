import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The configuration asks for the credential helper "{helper}", which is not installed here.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /exec: "?(?<helper>docker-credential-[\w.-]{1,80})"?: (?:executable file not found|file does not exist|no such file)/,
		example: 'error getting credentials - err: exec: "docker-credential-desktop": executable file not found in $PATH, out: ``',
		rank: 87,
	},
	{
		pattern: /(?<helper>docker-credential-[\w.-]{1,80})"?[^\n]{0,90}resolves to executable in current directory/,
		example: 'error getting credentials - err: exec: "docker-credential-desktop": cannot run executable found relative to current directory resolves to executable in current directory (./docker-credential-desktop)',
		rank: 87,
	},
	{
		pattern: /fork\/exec \S{0,200}(?<helper>docker-credential-[\w.-]{1,80}): (?:exec format error|no such file or directory|permission denied)/,
		example: 'error getting credentials - err: fork/exec /usr/bin/docker-credential-desktop.exe: exec format error, out: ``',
		rank: 86,
	},
	{
		pattern: /(?<helper>docker-credential-[\w.-]{1,80}): (?:command not found|not found)/,
		example: 'sh: docker-credential-ecr-login: command not found',
		rank: 86,
	},
	{
		pattern: /(?<helper>docker-credential-[\w.-]{1,80}) not installed or not available in PATH/,
		example: 'docker.errors.DockerException: Credentials store error: StoreError(\'Credentials store docker-credential-desktop exited with "" or docker-credential-desktop not installed or not available in PATH\')',
		rank: 86,
	},
];
