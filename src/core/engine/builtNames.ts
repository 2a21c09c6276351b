import type { FileFacts, ImageUse, Reference } from '../model/index.ts';
import { ownerOfReplaced } from '../extract/kubernetes/kustomizeUses.ts';
import { isOfficialImage } from '../diagnoses/support/knownRepositories.ts';
import { isWritten } from '../diagnoses/support/isWritten.ts';
import { canonicalWithTag } from '../reference/canonicalWithTag.ts';
import { parseReference } from '../reference/parseReference.ts';

/** Names that the workspace itself makes: whether they are pushed yet is nobody's mistake. */
export interface BuiltNames {
	/** With tag: `ghcr.io/acme/app:1.4`. */
	readonly exact: ReadonlySet<string>;
	/** Repositories that are built under tags which a variable decides, or under a local name of one word. */
	readonly repositories: ReadonlySet<string>;
	/** Repositories of whose name a part is not known: `docker build -t "acme/$service:dev"`. */
	readonly patterns: readonly RegExp[];
	/** Repositories in manifests that a kustomization gives another tag or name: they are not pulled as they are written. */
	readonly replaced: ReadonlySet<string>;
}

/** Does the workspace itself make this image? */
export function isBuilt(reference: Reference, built: BuiltNames): boolean {
	return built.repositories.has(reference.repository)
		|| built.exact.has(canonicalWithTag(reference))
		|| (!isDockersOwn(reference) && built.patterns.some(pattern => pattern.test(reference.repository)));
}

/** Is it one of Docker's own images, which hardly anybody builds? */
export function isDockersOwn({ domain, path }: Reference): boolean {
	return domain === 'docker.io' && path.startsWith('library/') && isOfficialImage(path);
}

/** What something in the workspace builds or tags. */
export function builtNames(workspace: readonly FileFacts[]): BuiltNames {
	const exact = new Set<string>();
	const repositories = new Set<string>();
	const patterns = new Map<string, RegExp>();
	const replaced = new Set<string>();
	for (const facts of workspace) {
		const names = namesBuiltIn(facts);
		for (const name of names.exact) { exact.add(name); }
		for (const name of names.repositories) { repositories.add(name); }
		for (const pattern of names.patterns) { patterns.set(pattern.source, pattern); }
		for (const name of names.replaced) { replaced.add(name); }
	}
	return { exact, repositories, patterns: [...patterns.values()], replaced };
}

/** Facts never change, and most of a workspace stays as it is from one check to the next. */
const known = new WeakMap<FileFacts, BuiltNames>();

function namesBuiltIn(facts: FileFacts): BuiltNames {
	const before = known.get(facts);
	if (before) { return before; }
	const exact = new Set<string>();
	const repositories = new Set<string>();
	const patterns: RegExp[] = [];
	for (const use of facts.uses) {
		if (!isWritten(use)) { continue; }
		if (!use.reference) { patterns.push(...namesLike(use.text)); }
		const found = use.reference ? namesOf(use) : { exact: [], repositories: anyTagOf(use.text) };
		for (const name of found.exact) { exact.add(name); }
		for (const name of found.repositories) { repositories.add(name); }
	}
	for (const name of localNames(facts)) { repositories.add(`docker.io/library/${name}`); }
	patterns.push(...projectNames(facts));
	const names = { exact, repositories, patterns, replaced: new Set(facts.uses.flatMap(use => replacedBy(use) ?? [])) };
	known.set(facts, names);
	return names;
}

/** The repository whose place an image of a kustomization takes; `undefined` for all other uses. */
export function replacedBy({ kind, owner }: ImageUse): string | undefined {
	if (kind !== 'kubernetes-image' || !owner?.label.startsWith(ownerOfReplaced)) { return undefined; }
	const parsed = parseReference(owner.label.slice(ownerOfReplaced.length));
	return parsed.ok ? parsed.reference.repository : undefined;
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

/** `acme/${service}:dev`, in a namespace or with enough of the name that it means few others. */
function namesLike(text: string): readonly RegExp[] {
	if (text.length > longName) { return []; }
	const shape = text.replace(/^["']|["']$/g, '').replace(/\$\{\{[^}]*\}\}|\$\{[^}]*\}|\$\([^()]*\)|\$\w+|%\w+%/g, '*');
	const name = /^(?<name>[a-z0-9][^\s:*]*(?::\d+\/[^\s:*]*)?\*[^\s:@]*)/.exec(shape)?.groups?.['name'];
	const parsed = name === undefined ? undefined : parseReference(name.replaceAll('*', stand));
	// `ghcr.io/$OWNER/$NAME` may be anybody's.
	if (!parsed?.ok || parsed.reference.path.replace(/^library\//, '').indexOf(stand) < enough) { return []; }
	return [new RegExp(`^${parsed.reference.repository.replace(/[.]/g, '\\.').replaceAll(stand, '[a-z0-9._-]+')}$`)];
}

/** Characters: more than any name has. */
const longName = 500;

/** Characters in front of the unknown part. */
const enough = 3;

/** What stands for an unknown part while a name is parsed. */
const stand = 'zzunknownzz';

/** What Compose calls the images of services without a name of their own: `project-service`, by Compose 1 `project_service`. */
function projectNames({ kind, uses, builds, text }: FileFacts): readonly RegExp[] {
	if (kind !== 'compose') { return []; }
	const project = /^name:[ \t]*["']?([a-z0-9][a-z0-9_-]*)["']?[ \t\r]*(?:#.*)?$/m.exec(text)?.[1] ?? '[a-z0-9][a-z0-9_-]*';
	const named = new Set(uses.flatMap(({ kind: meaning, owner }) => meaning === 'compose-image' && owner ? owner.label : []));
	return builds.flatMap(({ label }) => {
		const service = /^service ([a-z0-9._-]+)$/.exec(label)?.[1];
		return service === undefined || named.has(label) ? [] : new RegExp(`^docker\\.io/library/${project}[_-]${service.replaceAll('.', '\\.')}$`);
	});
}

/** Local names that a program builds whose name is not known here: `$(OCI_BUILD) -f Dockerfile -t app .`, `jib:dockerBuild -Dimage=app` */
function localNames({ commands, text }: FileFacts): readonly string[] {
	if (commands.length === 0 || text.length >= longText) { return []; }
	return [otherBuilds, namingOptions].flatMap(pattern => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []));
}

const otherBuilds = /build\b(?:(?!\brun\b|\n|[;&|]).){0,200}?[ \t](?:-t|--tag)[ =]["']?([a-z0-9][a-z0-9._-]*)(?=[:"'\s]|$)/gi;

/** Options of Jib, Spring Boot, .NET, source-to-image, skopeo and buildah that name what they make. */
const namingOptions = /(?:-D(?:jib\.to\.)?image=|\bimageName[ =]|\bContainerRepository=|\bdocker-daemon:|\bs2i build[ \t]+\S+[ \t]+\S+[ \t]+)["']?([a-z0-9][a-z0-9._-]*)(?=[:"'\s]|$)/g;

/** Characters; nobody writes more by hand. */
const longText = 200_000;
