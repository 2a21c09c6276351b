import type { FileFacts, ImageUse, Span } from '../../model/index.ts';

/** A part of a name that GitHub fills in, and with what. */
export interface FilledPart {
	readonly span: Span;
	readonly name: string;
	/** As it is written. */
	readonly text: string;
	/** The variable of the shell that holds it. */
	readonly variable: string;
	/** Where `env:` gives that variable its value; absent for one that GitHub sets itself. */
	readonly place?: Span;
}

const expression = /\$\{\{\s*(?:github\.repository|env\.GITHUB_REPOSITORY)(?<owner>_owner|_OWNER)?\s*\}\}|\$(?:GITHUB_REPOSITORY(?<bareOwner>_OWNER)?\b|\{GITHUB_REPOSITORY(?<bracedOwner>_OWNER)?\})/;

/** Where a step's or job's `env:` is read: `${{ env.NAME }}`, `$NAME`, `${NAME}`. */
const environment = /\$\{\{\s*env\.(?<env>\w+)\s*\}\}|\$(?<bare>[A-Za-z_]\w*)|\$\{(?<braced>[A-Za-z_]\w*)\}/g;

/**
 * The part of a name that GitHub fills in with the repository's name as it is written there, when that has capitals, be it by way of
 * `env:`; docker/metadata-action writes it in lower case.
 */
export function capitalsOfRepository(use: ImageUse, facts: FileFacts): FilledPart | undefined {
	const { gitHubRepository } = facts;
	if (gitHubRepository === undefined) { return undefined; }
	const { text, span } = use;
	if (isLoweredByStep(use, facts)) { return undefined; }
	for (const { before, found, part, ...own } of placesOf(use, facts)) {
		const ofOwner = Object.values(found.groups ?? {}).some(Boolean);
		const name = ofOwner ? gitHubRepository.replace(/\/.*$/, '') : gitHubRepository;
		// A tag may have capitals.
		if (name === name.toLowerCase() || /:[^/]*$/.test(before.replace(/^[^/]*\//, ''))) { continue; }
		const start = span.start + text.indexOf(part);
		return { name, text: part, span: { start, end: start + part.length }, variable: ofOwner ? 'GITHUB_REPOSITORY_OWNER' : 'GITHUB_REPOSITORY', ...own };
	}
	return undefined;
}

/** docker/metadata-action writes the names of its images in lower case. */
export function isLoweredByStep({ span }: ImageUse, { steps }: FileFacts): boolean {
	return steps.some(step => /^docker\/metadata-action$/i.test(step.action) && step.span.start <= span.start && span.end <= step.span.end);
}

interface Place {
	/** The name in front of what GitHub fills in. */
	readonly before: string;
	readonly found: RegExpExecArray;
	/** What stands for it in the use. */
	readonly part: string;
	/** For a value of `env:`. */
	readonly variable?: string;
	readonly place?: Span;
}

function placesOf({ text, span, command }: ImageUse, facts: FileFacts): readonly Place[] {
	const found = expression.exec(text);
	if (found) { return [{ before: text.slice(0, found.index), found, part: found[0] }]; }
	const set = (command === undefined
		? facts.steps.find(step => step.span.start <= span.start && span.end <= step.span.end)?.environment
		: facts.commands[command]?.environment) ?? [];
	return [...text.matchAll(environment)].flatMap(({ 0: part, index, groups }) => {
		const name = groups?.['env'] ?? groups?.['bare'] ?? groups?.['braced'] ?? '';
		const given = set.find(entry => entry.name === name)?.value;
		const value = given?.value ?? '';
		const inside = expression.exec(value);
		// A script that sets it anew writes it in lower case, most likely.
		return inside && !new RegExp(`\\b${name}=`).test(facts.text)
			? [{ before: text.slice(0, index) + value.slice(0, inside.index), found: inside, part, variable: name, place: given!.span }]
			: [];
	});
}
