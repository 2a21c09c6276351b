import type { FileFacts, ImageUse, Reference } from '../model/index.ts';
import { isWritten } from '../diagnoses/support/isWritten.ts';
import { canonicalWithTag } from '../reference/canonicalWithTag.ts';
import { parseReference } from '../reference/parseReference.ts';

/** Names that the workspace itself makes: whether they are pushed yet is nobody's mistake. */
export interface BuiltNames {
	/** With tag: `ghcr.io/acme/app:1.4`. */
	readonly exact: ReadonlySet<string>;
	/** Repositories that are built under tags which a variable decides, or under a local name of one word. */
	readonly repositories: ReadonlySet<string>;
}

/** Does the workspace itself make this image? */
export function isBuilt(reference: Reference, built: BuiltNames): boolean {
	return built.repositories.has(reference.repository) || built.exact.has(canonicalWithTag(reference));
}

/** What something in the workspace builds or tags. */
export function builtNames(workspace: readonly FileFacts[]): BuiltNames {
	const exact = new Set<string>();
	const repositories = new Set<string>();
	for (const facts of workspace) {
		const names = namesBuiltIn(facts);
		for (const name of names.exact) { exact.add(name); }
		for (const name of names.repositories) { repositories.add(name); }
	}
	return { exact, repositories };
}

/** Facts never change, and most of a workspace stays as it is from one check to the next. */
const known = new WeakMap<FileFacts, BuiltNames>();

function namesBuiltIn(facts: FileFacts): BuiltNames {
	const before = known.get(facts);
	if (before) { return before; }
	const exact = new Set<string>();
	const repositories = new Set<string>();
	for (const use of facts.uses) {
		if (!isWritten(use)) { continue; }
		const found = use.reference ? namesOf(use) : { exact: [], repositories: anyTagOf(use.text) };
		for (const name of found.exact) { exact.add(name); }
		for (const name of found.repositories) { repositories.add(name); }
	}
	for (const name of localNames(facts)) { repositories.add(`docker.io/library/${name}`); }
	const names = { exact, repositories };
	known.set(facts, names);
	return names;
}

/** With a registry from around it (`docker.withRegistry`) an image is also there under the name as written. */
function namesOf(use: ImageUse): { readonly exact: readonly string[]; readonly repositories: readonly string[] } {
	const written = parseReference(use.text);
	const references = [use, ...use.alternatives].flatMap(({ reference }) => reference ?? []);
	return {
		exact: [...written.ok ? [written.reference] : [], ...references].map(canonicalWithTag),
		repositories: references
			.filter(({ domain, path }) => domain === 'docker.io' && !use.spans.domain && path.startsWith('library/'))
			.map(({ repository }) => repository),
	};
}

/** `acme/app:${VERSION}`: any tag may be meant. */
function anyTagOf(text: string): readonly string[] {
	const name = /^["']?(?<name>[^$:@"'\s]+(?::\d+\/[^$:@"'\s]+)?):[^/]*\$/.exec(text)?.groups?.['name'];
	const parsed = name === undefined ? undefined : parseReference(name);
	return parsed?.ok ? [parsed.reference.repository] : [];
}

/** Local names that a program builds whose name is not known here: `$(OCI_BUILD) -f Dockerfile -t app .` */
function localNames({ commands, text }: FileFacts): readonly string[] {
	if (commands.length === 0 || text.length >= longText) { return []; }
	return [...text.matchAll(otherBuilds)].flatMap(([, name]) => name ?? []);
}

const otherBuilds = /build\b(?:(?!\brun\b|\n|[;&|]).){0,200}?[ \t](?:-t|--tag)[ =]["']?([a-z0-9][a-z0-9._-]*)(?=[:"'\s]|$)/gi;

/** Characters; nobody writes more by hand. */
const longText = 200_000;
