/** `owner/name` of the remote `origin` in the text of `.git/config`, as GitHub gives it to workflows; `undefined` for other hosts. */
export function gitHubRepository(config: string | undefined): string | undefined {
	const origin = /^\s*\[remote "origin"\]\s*$(?<body>(?:\r?\n(?!\s*\[)[^\n]*)*)/m.exec(config ?? '')?.groups?.['body'];
	const url = /^\s*url\s*=\s*(?<url>\S+)\s*$/m.exec(origin ?? '')?.groups?.['url'];
	return /^(?:https?:\/\/(?:[^@/\s]+@)?|ssh:\/\/git@|git@|git:\/\/)(?:www\.)?github\.com[:/](?<name>[\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(url ?? '')?.groups?.['name'];
}
