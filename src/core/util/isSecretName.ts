/**
 * True for the name of a variable that holds a secret: `GITHUB_TOKEN`, `AWS_SECRET_ACCESS_KEY`, `dbPassword`. No image is named after
 * one, so a file that puts it into an image name wants to have it sent to a registry. The end of the name decides: `TOKEN_SERVICE_TAG` is none.
 */
export function isSecretName(name: string): boolean {
	return secret.test(name);
}

const kinds = [
	'secret', 'token', 'passw(?:or)?d', 'passphrase', '(?:^|_)(?:pass|pwd|pat|jwt|dsn)', 'credentials?', 'docker_auth_config', 'webhook', 'key_base',
	'(?:access|account|api|deploy|encryption|gpg|master|private|rsa|secret|signing|ssh|storage)_?key(?:_id)?',
	'(?:amqp|broker|database|db|mongo|mongodb|mysql|postgres|postgresql|redis|webhook)_ur[il]',
];
const secret = new RegExp(`(?:${kinds.join('|')})(?:_base64|_b64)?$`, 'i');
