/** What follows a colon in the errors of Go programs, and is no secret: `failed to fetch anonymous token: unexpected status …`. */
const sentence = String.raw`(?:unexpected|received|command|unauthorized|invalid|denied|failed|error|errors|rpc|could|cannot|unable|no|not|missing|expired|malformed|access|authentication|authorization|requested|Get|Head|GET|HEAD|Post|POST|dial|context|exit|EOF|x509|tls|net|http|https|permission|unknown|unsupported|the|is|has|in|for|from|with|required|incorrect)\b`;

/** Words that a secret stands behind; `docker-credential-secretservice` is a program. */
const names = String.raw`(?<!docker-credential-)(?:pass(?:word|wd|phrase|wort)|pwd|salasana|secret|token|access_?key|api[_-]?key)`;

/** `acme/password-store:1.2` is an image with its tag. */
const notInImage = String.raw`(?<!\/[\w.-]{0,60}(?=[\w-]{0,60}:\w))`;

/** Texts that hold a secret, each with what is shown instead; the tests hold that none can be made slow. */
export const secretPatterns: readonly (readonly [pattern: RegExp, shown: string])[] = [
	// In addresses: https://user:password@host, https://token@host, but not the digest of docker://name@sha256:…
	[/(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/"']{1,500}@(?!sha\d{3}:)/gi, '$1•••@'],
	[/(^|[\s"'=])[\w.+-]{1,60}:[^\s/@"':]{4,200}@(?=[\w-]{1,63}\.\w)/g, '$1•••@'],
	[/([?&;](?:[\w-]{0,20}token|sig|signature|verify|hmac|key|code|password|secret|x-amz-[\w-]{1,30}|awsaccesskeyid)=)[^\s&"']{1,2000}/gi, '$1•••'],
	// In headers
	[/(\bauthorization\b\\?["']?\s{0,5}[:=]\s{0,5}[[\\"']{0,4}(?:basic|bearer|token|digest|negotiate)\s{1,5}\\?["']?)[^\s"',;\]]{4,}/gi, '$1•••'],
	[/(\bauthorization\s?[[{(]{1,2}\s?(?:basic|bearer|token)\s{1,5}\\?["']?)[^\s"',;\]]{4,}/gi, '$1•••'],
	[/(\bx-(?:jfrog-art-api|[\w-]{0,30}(?:auth|apikey))\b\\?["']?\s{0,5}[:=]\s{0,5}[[\\"']{0,4})[^\s"',;\]]{4,}/gi, '$1•••'],
	[/(\bauthorization\b\\?["']?\s{0,5}[:=]\s{0,5}[[\\"']{0,4})(?=[^\s\d]{0,100}\d)[^\s"',;\]]{8,}/gi, '$1•••'],
	[/(\bx-registry-(?:auth|config)\b\\?["']?\s{0,5}[:=]\s{0,5}[[\\"']{0,4})[^\s"',;\]]{4,}/gi, '$1•••'],
	[/(\b(?:set-)?cookie\\?["']?:\s{0,5})[^\s"']{1,4000}(?:; ?[\w-]{1,100}=[^\s"';]{1,4000}){0,20}/gi, '$1•••'],
	// In command lines
	[/(<<<\s{0,5}|<\(\s{0,5}(?:echo|printf)\s{1,5}(?:-n\s{1,5})?)(?:"[^"]{1,500}"?|'[^']{1,500}'?|[^\s"')]+)(?=[^\n]{0,200}\bpassword-stdin\b|\))/gi, '$1•••'],
	[/(\b(?:echo|printf)\s{1,5}(?:-n\s{1,5})?)[^\n|]{1,2000}(\|[^\n|]{0,500}--password-stdin)/g, '$1••• $2'],
	[/((?:^|\s)--?(?:docker-|src-|dest-)?(?:password|passwd|pass|pass-?phrase|token|secret|identity-token|registry-token)[= ])(?:"[^"]{1,500}"?|'[^']{1,500}'?|\$\([^)\n]{1,500}\)?|[^\s"']+)/gi, '$1•••'],
	[/(\b(?:sshpass|mysql(?:dump|admin)?)\s[^\n]{0,200}?-p\s{0,5})(?:"[^"]{1,500}"?|'[^']{1,500}'?|[^\s"')]+)/g, '$1•••'],
	[/(--password-stdin\b[^\n<]{0,200}<<<\s{0,5})(?:"[^"]{1,500}"?|'[^']{1,500}'?|[^\s"']+)/gi, '$1•••'],
	[/((?:^|\s)(?:--(?:src-|dest-)?creds|--auth-basic|--user|-u)[= ]["']?[^\s:"']{1,200}:["']?)[^\s"']+/gi, '$1•••'],
	[/(\blogin\b[^\n]{0,200}?\s-p[= ]?)(?:"[^"]{1,500}"?|'[^']{1,500}'?|[^\s"']+)/gi, '$1•••'],
	[/^(\s{0,40}-p[= ]["']?)(?![\d.:[\]-]{1,60}(?:\/\w{1,5})?(?:\s|$))[^\s"']+/g, '$1•••'],
	// Named; in JSON a quote inside is escaped
	[/("(?:password|passwd|secret|token|private_key)"\s{0,5}:\s{0,5}")(?:[^"\\\n]|\\.){1,500}/gi, '$1•••'],
	[/((?:^|[^A-Za-z]|_)(?:pass|pw|pat|creds?|credentials|account_?key|shared_?access_?(?:key|signature)|private_?key|mot de passe|contraseña|wachtwoord|lösenord|p@ssword)\\?["']?[:=]\s{0,5}\\?["']?)(?=[^\s"',;&\\]{0,200}[\dA-Z])(?!https?:|[^\s"',;&\\]{0,200}\.json\b)[^\s"',;&\\]{6,}/gi, '$1•••'],
	[/(\bpassword for \S{1,200}: )(?=\S{0,200}\d)\S{6,}/gi, '$1•••'],
	[/((?:^|[\s{,])\\?["']?auth\\?["']?\s{0,5}[:=]\s{0,5}\\?["']?|--auth )(?=[a-z+/]{0,200}[A-Z\d])[A-Za-z\d+/]{16,}={0,2}/g, '$1•••'],
	[new RegExp(String.raw`(${notInImage}${names}[\w-]{0,30}\\?["']?\s{0,5}[:=]\s{0,5}\\?["']?)(?!•|${sentence})[^\s"',;&\\]{4,}`, 'gi'), '$1•••'],
	[new RegExp(String.raw`(\b${names}\s{1,3}(?:is\s{1,3})?["'])(?!${sentence})[^"'\s]{4,200}(?=["'])`, 'gi'), '$1•••'],
	[/(\b(?:password|passphrase|passwort)\s{1,3}(?:is\s{1,3})?)(?=[^\s\d]{0,100}\d)[^\s"':]{8,}/gi, '$1•••'],
	// A login as config.json holds it.
	[/("auth\\{0,3}"\s{0,5}:\s{0,5}\\{0,3}")[^\s"\\]{4,}/gi, '$1•••'],
	// A robot account's.
	[/(\b[\w.-]{1,100}\+[\w.-]{1,100}:)[^\s"'/@]{8,}/g, '$1•••'],
	[/(\bdockerc(?:onfigjson|fg)\b\\?["']?\s{0,5}[:=]\s{0,5}\\?["']?)[A-Za-z\d+/]{16,}={0,2}/gi, '$1•••'],
	[/(\bbearer\s{1,5})(?=[\w.~+/-]{0,200}\d)[\w.~+/-]{20,}={0,2}/gi, '$1•••'],
	// Known by their form
	[/\beyJ[\w-]{10,}\.[\w-]{10,}(?:\.[\w-]*)?/g, '•••'],
	// JSON in base64, as a cluster keeps logins.
	[/\beyJ[\w+/]{20,}={0,2}/g, '•••'],
	[/\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt|ffct)-[\w-]{10,}|dckr_[a-z]at_[\w-]{15,}|ya29\.[\w-]{20,}|pypi-[\w-]{16,}|hf_\w{20,}|npm_\w{30,}|sk-[A-Za-z0-9]{20,}|A[KS]IA[0-9A-Z]{16}|xox[abprs]-[\w-]{10,})\b|sha256~[\w-]{20,}/g, '•••'],
	[/(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)\s?[^\s-]{1,4000}(?:\s[A-Za-z\d+/=]{16,80}){0,100}/g, '$1•••'],
];

/** A line of output with passwords, tokens and keys replaced by `•••`, before anything is shown or kept. */
export function maskSecrets(line: string): string {
	let text = line;
	for (const [pattern, shown] of secretPatterns) { text = text.replace(pattern, shown); }
	return text;
}

/** The same with as many dots as there were characters, for a line that is shown with marks below; variables and placeholders are no secrets. */
export function maskInPlace(line: string): string {
	let text = line;
	for (const [pattern, shown] of secretPatterns) {
		text = text.replace(pattern, (whole: string, first: unknown, second: unknown) => {
			const head = shown.startsWith('$1') && typeof first === 'string' ? first : '';
			const tail = shown.endsWith('$2') && typeof second === 'string' ? second : shown.endsWith('@') ? '@' : '';
			const hidden = whole.slice(head.length, whole.length - tail.length);
			return /^["']?[$%<{•]/.test(hidden) ? whole : head + '•'.repeat(hidden.length) + tail;
		});
	}
	return text;
}
