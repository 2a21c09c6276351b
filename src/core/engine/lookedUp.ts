import type { FileFacts, Reference } from '../model/index.ts';
import type { LookedUpUse } from '../diagnoses/diagnosis.ts';
import { isNonsense, isPlaceholder, isStandInName } from '../diagnoses/support/isPlaceholder.ts';
import { isOfficialImage, similarRepositories } from '../diagnoses/support/knownRepositories.ts';
import { isWritten } from '../diagnoses/support/isWritten.ts';
import { misspeltHost } from '../diagnoses/support/misspeltHost.ts';
import { canonicalWithTag } from '../reference/canonicalWithTag.ts';
import { isNeverPulled } from './isNeverPulled.ts';
import { parseReference } from '../reference/parseReference.ts';

/** Names that the workspace itself makes: whether they are pushed yet is nobody's mistake. */
export interface BuiltNames {
	/** With tag: `ghcr.io/acme/app:1.4`. */
	readonly exact: ReadonlySet<string>;
	/** Repositories that are built under tags which a variable decides, or under a local name of one word. */
	readonly repositories: ReadonlySet<string>;
}

/**
 * The uses of a file that registries are asked about: images and artifacts with a reference, one for every value
 * that build arguments of other files give. What a command writes, placeholders, misspelt hosts (they may belong to anybody)
 * and what the workspace itself builds are left out.
 */
export function lookedUp(facts: FileFacts, built: BuiltNames): readonly LookedUpUse[] {
	const found: LookedUpUse[] = [];
	const isExample = facts.kind === 'markdown' || testData.test(facts.file);
	for (const use of facts.uses) {
		if (use.class !== 'image' && use.class !== 'artifact' || use.optional || isWritten(use)) { continue; }
		if (isNeverPulled(use, facts)) { continue; }
		// A cache that is not there yet costs time, not the build.
		if (/-cache(?:-|$)/.test(use.kind)) { continue; }
		const seen = new Set<string>();
		for (const { value, reference, variables } of [use, ...use.alternatives]) {
			if (!reference
					|| seen.has(reference.canonical)
					|| isPlaceholder(value ?? use.text)
					|| isNonsense(value ?? use.text)
					|| misspeltHost(reference.domain) !== undefined) {
				continue;
			}
			if (isBuilt(reference, built) || (facts.kind === 'markdown' && isStandInName(value ?? use.text)) || (isExample && isStandIn(reference))) {
				continue;
			}
			seen.add(reference.canonical);
			found.push({ ...use, value: value ?? use.text, reference, variables, ...(reference === use.reference ? {} : { spans: {} }) });
		}
	}
	return found;
}

/** Folders of what tests read. */
const testData = /(?:^|\/)(?:testdata|fixtures|__fixtures__)\//;

/**
 * Pages run `my-app` and `test`, and tests name them, which no text builds: a short name there is an image only where it is, or nearly is,
 * one of Docker's own.
 */
function isStandIn({ domain, path }: Reference): boolean {
	return domain === 'docker.io' && path.startsWith('library/') && !isOfficialImage(path) && similarRepositories(domain, path, 1).length === 0;
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
		if (use.reference) {
			// With a registry from around it (`docker.withRegistry`) it is also there under the name as written.
			const written = parseReference(use.text);
			if (written.ok) { exact.add(canonicalWithTag(written.reference)); }
			for (const { reference } of [use, ...use.alternatives]) {
				if (!reference) { continue; }
				exact.add(canonicalWithTag(reference));
				if (reference.domain === 'docker.io' && !use.spans.domain && reference.path.startsWith('library/')) { repositories.add(reference.repository); }
			}
			continue;
		}
		// `acme/app:${VERSION}`: any tag may be meant.
		const name = /^["']?(?<name>[^$:@"'\s]+(?::\d+\/[^$:@"'\s]+)?):[^/]*\$/.exec(use.text)?.groups?.['name'];
		const parsed = name === undefined ? undefined : parseReference(name);
		if (parsed?.ok) { repositories.add(parsed.reference.repository); }
	}
	for (const match of facts.commands.length > 0 && facts.text.length < longText ? facts.text.matchAll(otherBuilds) : []) {
		repositories.add(`docker.io/library/${match[1]}`);
	}
	const names = { exact, repositories };
	known.set(facts, names);
	return names;
}

/** A local name that a program builds whose name is not known here: `$(OCI_BUILD) -f Dockerfile -t app .` */
const otherBuilds = /build\b(?:(?!\brun\b|\n|[;&|]).){0,200}?[ \t](?:-t|--tag)[ =]["']?([a-z0-9][a-z0-9._-]*)(?=[:"'\s]|$)/gi;

/** Characters; nobody writes more by hand. */
const longText = 200_000;
