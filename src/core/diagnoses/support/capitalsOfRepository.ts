import type { FileFacts, ImageUse, Span } from '../../model/index.ts';

/** A part of a name that GitHub fills in, and with what. */
export interface FilledPart {
	readonly span: Span;
	readonly name: string;
}

const expression = /\$\{\{\s*(?:github\.repository|env\.GITHUB_REPOSITORY)(?<owner>_owner|_OWNER)?\s*\}\}|\$(?:GITHUB_REPOSITORY(?<bareOwner>_OWNER)?\b|\{GITHUB_REPOSITORY(?<bracedOwner>_OWNER)?\})/;

/**
 * The part of a name that GitHub fills in with the repository's name as it is written there, when that has capitals;
 * docker/metadata-action writes it in lower case.
 */
export function capitalsOfRepository({ text, span }: ImageUse, { gitHubRepository, steps }: FileFacts): FilledPart | undefined {
	const found = gitHubRepository === undefined ? null : expression.exec(text);
	if (!found || gitHubRepository === undefined) { return undefined; }
	const name = Object.values(found.groups ?? {}).some(Boolean) ? gitHubRepository.replace(/\/.*$/, '') : gitHubRepository;
	// A tag may have capitals.
	if (name === name.toLowerCase() || /:[^/]*$/.test(text.slice(0, found.index).replace(/^[^/]*\//, ''))) { return undefined; }
	if (steps.some(step => /^docker\/metadata-action$/i.test(step.action) && step.span.start <= span.start && span.end <= step.span.end)) { return undefined; }
	return { name, span: { start: span.start + found.index, end: span.start + found.index + found[0].length } };
}
