const masks: readonly (readonly [RegExp, string])[] = [
	[/(\bauthorization\b["']?\s*[:=]\s*["']?(?:basic|bearer|token)\s+)[^\s"',;]+/gi, '$1•••'],
	[/(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,200}:)[^\s/@]{1,500}@/gi, '$1•••@'],
	[/(--?(?:docker-)?(?:password|passwd|pass|token|secret|identity-token|registry-token)[= ]["']?)[^\s"']+/gi, '$1•••'],
	[/((?:^|\s)(?:--(?:src-|dest-)?creds[= ]["']?[^\s:"']{1,200}:))[^\s"']+/gi, '$1•••'],
	[/(\blogin\b[^\n]{0,200}?\s-p[= ]?["']?)[^\s"']+/gi, '$1•••'],
	// Not the next sentence of a Go error: `failed to fetch anonymous token: unexpected status …`.
	[/((?:password|passwd|secret|token|access_key|api[_-]?key|client_secret)["']?\s*[:=]\s*["']?)(?!•|(?:unexpected status|unauthorized: |invalid character|denied: |rpc error: |failed to ))[^\s"',;&]{4,}/gi, '$1•••'],
	// A login as config.json holds it.
	[/("auth\\?"\s*:\s*\\?")[^\s"\\]{4,}/gi, '$1•••'],
	[/\beyJ[\w-]{10,}\.[\w-]{10,}(?:\.[\w-]*)?/g, '•••'],
	[/\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{15,}|dckr_pat_[\w-]{15,}|AKIA[0-9A-Z]{16}|xox[abp]-[\w-]{10,})\b/g, '•••'],
];

/** A line of output with passwords, tokens and keys replaced by `•••`, before anything is shown or kept. */
export function maskSecrets(line: string): string {
	let text = line;
	for (const [pattern, replacement] of masks) { text = text.replace(pattern, replacement); }
	return text;
}
