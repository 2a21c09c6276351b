/**
 * True for the name of a variable that holds a secret: `GITHUB_TOKEN`, `AWS_SECRET_ACCESS_KEY`, `dbPassword`. No image is named after
 * one, so a file that puts it into an image name wants to have it sent to a registry. The end of the name decides: `TOKEN_SERVICE_TAG` is none.
 */
export function isSecretName(name: string): boolean {
	return secret.test(name);
}

const secret = /(?:secret|token|passw(?:or)?d|passphrase|credentials?|(?:^|_)(?:pass|pwd|pat)|docker_auth_config|(?:access|account|api|deploy|encryption|master|private|secret|signing|ssh|storage)_?key(?:_id)?)(?:_base64|_b64)?$/i;
