import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The registry rejected the saved login.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?:unauthorized: |from registry: |"details": ?")(?:incorrect username or password|your account must log in with a Personal Access Token)/,
		example: 'Error response from daemon: Head "https://registry-1.docker.io/v2/acme/app/manifests/1": unauthorized: incorrect username or password',
		rank: 83,
	},
	{
		pattern: /incorrect username or password/,
		example: 'docker login registry.example: incorrect username or password',
		rank: 83,
		gate: 'registry',
	},
	{
		pattern: /[Ss]pecified credentials are invalid/,
		example: 'unauthorized: Specified credentials are invalid',
		rank: 83,
	},
	{
		pattern: /(?:auth token|logging in(?:to)? \S{1,255}|login): invalid username\/password/,
		example: 'level=fatal msg="initializing source docker://quay.io/acme/app:1: unable to retrieve auth token: invalid username/password: unauthorized: incorrect"',
		rank: 83,
	},
	{
		pattern: /server message: invalid_token/,
		example: 'ctr: failed to resolve reference "registry.example/e/app:1": pull access denied, repository does not exist or may require authorization: server message: invalid_token: authorization failed',
		rank: 82,
	},
	{
		pattern: /HTTP Basic: Access denied/,
		example: 'Error response from daemon: Get "https://registry.gitlab.com/v2/": unauthorized: HTTP Basic: Access denied. The provided password or token is incorrect',
		rank: 83,
		gate: 'registry',
	},
	{
		pattern: /failed to fetch oauth token: [^\n]{0,200}?\b40[013]\b/,
		example: 'ERROR: failed to solve: failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://auth.docker.io/token: 401 Unauthorized',
		rank: 82,
	},
	{
		pattern: /unauthorized: (?:authentication failed|Invalid token|invalid token|bad credentials|Bad credentials|Wrong username|The username or password)/,
		example: 'Error response from daemon: Get "https://quay.io/v2/": unauthorized: Invalid token',
		rank: 81,
		gate: 'registry',
	},
	{
		pattern: /User cannot be authenticated with the token provided/,
		example: 'error pulling image configuration: denied: unauthenticated: User cannot be authenticated with the token provided.',
		rank: 83,
	},
	{
		pattern: /malformed (?:JWT|token)/,
		example: 'Error response from daemon: unauthorized: malformed JWT',
		rank: 81,
		gate: 'registry',
	},
	{
		pattern: /"https?:\/\/(?<host>[^\/\s"]{1,255})\/v2\/": (?:denied|unauthorized: (?!authentication required|access to the requested))/,
		example: 'Error response from daemon: Get "https://ghcr.io/v2/": denied: denied',
		rank: 60,
	},
	{
		pattern: /login attempt to https?:\/\/(?<host>[^\/\s"]{1,255})\/v2\/ failed with status: 40[013]/,
		example: 'Error response from daemon: login attempt to https://harbor.example.org/v2/ failed with status: 401 Unauthorized',
		rank: 83,
	},
	{
		pattern: /(?:authenticating (?:creds for|to)|logging in(?:to)?|validate the credentials for) "?(?<host>[\w-]{1,63}(?:\.[\w-]{1,63}){0,10}(?:\.[\w-]{1,63}|:\d{1,5})|localhost)"?: (?:[^\n]{0,400}[: ])?(?:invalid username|unauthorized|denied|authentication required|(?:from registry|status code) 40[13])\b/,
		example: 'Error: authenticating creds for "quay.io": unauthorized: Invalid Username or Password',
		rank: 82,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Log in to {host}' }, text: 'docker login {host}' },
];
