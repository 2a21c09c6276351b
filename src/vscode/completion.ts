import * as vscode from 'vscode';
import type { ImageTree, Reference } from '../core/model/index.ts';
import { knownNames } from '../core/diagnoses/support/knownRepositories.ts';
import { parseReference } from '../core/reference/parseReference.ts';
import type { SearchTarget } from './commands/search.ts';
import { everyFile } from './everyFile.ts';
import { fileOf } from './fileId.ts';
import { pullSize } from './format/imageFacts.ts';
import { machinePlatform } from './format/platform.ts';
import { size } from './format/size.ts';
import { age } from './format/time.ts';
import { hoverLines } from './hover/useHover.ts';
import { isAsked } from './hover/useView.ts';
import { leftToOthers, type Service } from './neighbours.ts';
import type { Session } from './session.ts';
import { mayRead } from './session/details.ts';
import { signalOf } from './signal.ts';
import { t } from './l10n.ts';
import { searchedIn } from './view/searchedIn.ts';
import { sortTags } from './view/sortTags.ts';
import { writtenReference } from './view/writtenReference.ts';

/** A tag on offer, with the image that it names. */
class TagItem extends vscode.CompletionItem {
	readonly reference: Reference;
	readonly file: string;

	/** `tree`: what was read of the image before. */
	constructor(tag: string, reference: Reference, file: string, tree: ImageTree | undefined) {
		const { bytes, created } = factsOf(tree);
		super(
			{ label: tag, ...bytes !== undefined && { detail: ` ${bytes}` }, ...created !== undefined && { description: created } },
			vscode.CompletionItemKind.Constant,
		);
		this.reference = reference;
		this.file = file;
	}
}

/** Tags after a colon; before it names of repositories and registries: those of the workspace first, then well-known ones. Nobody is asked for names. */
export function createCompletions(session: Session): vscode.Disposable {
	return vscode.languages.registerCompletionItemProvider(everyFile, {
		async provideCompletionItems(document, position, token) {
			if (session.settings.completionLimit === 0 || !session.states.has(fileOf(document.uri))) { return undefined; }
			const written = writtenReference(document, position);
			if (!written) { return undefined; }
			return written.tag === undefined
				? names(session, document, written.name, written.range)
				: tags(session, document, written.name, written.tag, written.range, token);
		},
		async resolveCompletionItem(item, token) {
			if (!(item instanceof TagItem)) { return item; }
			const registry = mayRead(item.reference, session.settings) ? await session.registry() : undefined;
			const tree = session.details(item.reference);
			const answer = tree || !registry
				? undefined
				: await registry.inspect(item.reference, { platforms: [machinePlatform()], referrers: false }, signalOf(token));
			const known = tree ?? (answer && 'known' in answer && answer.known ? answer.value : undefined);
			// The label of an item that is in sight cannot change any more.
			const { bytes, created } = factsOf(known);
			item.detail = [bytes, created].filter(part => part !== undefined).join(' · ');
			item.documentation = new vscode.MarkdownString(describe(session, item).join('\n\n'), true);
			return item;
		},
	}, ':', '/');
}

async function tags(
	session: Session,
	document: vscode.TextDocument,
	name: string,
	prefix: string,
	range: vscode.Range,
	token: vscode.CancellationToken,
): Promise<vscode.CompletionList | undefined> {
	const parsed = parseReference(name);
	if (!parsed.ok || parsed.reference.domain === 'docker.io' && others('tags', document)) { return undefined; }
	const registry = await session.registry();
	if (!registry) { return undefined; }
	const signal = signalOf(token);
	const answer = await (registry.tagsFrom?.(parsed.reference, prefix, signal) ?? registry.tags(parsed.reference, signal));
	if (!answer.known) { return undefined; }
	const { completionLimit } = session.settings;
	const matching = sortTags(answer.value.tags.filter(tag => tag.startsWith(prefix)), prefix);
	const items = matching.slice(0, completionLimit).map((tag, index) => {
		const reference = { ...parsed.reference, tag, canonical: `${parsed.reference.repository}:${tag}` };
		const item = new TagItem(tag, reference, fileOf(document.uri), session.details(reference));
		item.sortText = String(index).padStart(6, '0');
		item.range = range;
		return item;
	});
	return new vscode.CompletionList(items, matching.length > items.length || !answer.value.complete);
}

function names(session: Session, document: vscode.TextDocument, prefix: string, range: vscode.Range): vscode.CompletionList | undefined {
	const known = [...session.states.values()].flatMap(({ facts }) => facts.uses).filter(isAsked);
	const repositories = new Set(known
		.filter(({ reference }) => session.verdict(reference)?.verdict === 'exists')
		.map(use => use.spans.path && use.spans.tag ? use.text.slice(0, use.spans.tag.start - use.span.start - 1) : use.reference.repository));
	const hosts = new Set([
		'docker.io',
		'quay.io',
		'ghcr.io',
		'mcr.microsoft.com',
		'public.ecr.aws',
		'registry.access.redhat.com',
		'gcr.io',
		...known.map(({ reference }) => reference.domain),
	]);
	const { completionLimit } = session.settings;
	const matching = [...new Set([
		...repositories,
		...[...hosts].map(host => `${host}/`),
		...knownNames().filter(name => name.includes('.') || !others('names', document)),
	])].filter(name => name.includes(prefix));
	const items = matching.slice(0, completionLimit).map((name, index) => {
		const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.Module);
		item.range = range;
		item.filterText = name;
		item.sortText = `~${String(index).padStart(6, '0')}`;
		return item;
	});
	const search = searchItem(session, document, prefix, range);
	return new vscode.CompletionList(search ? [...items, search] : items, matching.length > items.length);
}

/** The last row: only who chooses it sends what was typed to a registry. */
function searchItem(session: Session, document: vscode.TextDocument, prefix: string, range: vscode.Range): vscode.CompletionItem | undefined {
	const { domain, text } = searchedIn(prefix);
	if (!session.trusted || session.settings.check.offline || domain === 'docker.io' && others('names', document)) { return undefined; }
	const host = domain === 'docker.io' ? 'Docker Hub' : domain;
	const item = new vscode.CompletionItem(text === ''
		? t('Search {host}…', { host })
		: t('Search {host} for "{text}"…', { host, text }), vscode.CompletionItemKind.Reference);
	const target: SearchTarget = {
		file: fileOf(document.uri),
		line: range.start.line,
		start: range.start.character,
		end: range.start.character + prefix.length,
		search: prefix,
	};
	item.command = { command: 'pullcheck.search', title: t('Search images'), arguments: [target] };
	item.insertText = prefix;
	// Matches whatever is typed, but worse than any name: Enter takes a name.
	item.filterText = `${'-'.repeat(60)}${prefix}`;
	item.range = range;
	item.sortText = '~~';
	return item;
}

function others(service: Service, { languageId }: vscode.TextDocument): boolean {
	return leftToOthers(service, languageId, id => vscode.extensions.getExtension(id) !== undefined);
}

/** What a pull costs, and how old the image is, in words. */
function factsOf(tree: ImageTree | undefined): { readonly bytes?: string; readonly created?: string } {
	const bytes = tree && pullSize(tree);
	const created = tree?.platforms.find(({ config }) => config?.created)?.config?.created;
	return { ...bytes !== undefined && { bytes: size(bytes) }, ...created && { created: age(created) } };
}

/** Lines 2 to 4 of the hover. */
function describe(session: Session, { reference, file }: TagItem): readonly string[] {
	const verdict = session.verdict(reference);
	const tree = session.details(reference);
	const facts = session.states.get(file)?.facts;
	if (!verdict || !facts) { return []; }
	const use = {
		kind: 'from',
		class: 'image',
		span: { start: 0, end: 0 },
		text: reference.canonical,
		reference,
		spans: {},
		variables: [],
		alternatives: [],
		platforms: [],
	} as const;
	return hoverLines({ facts, use, findings: [], reference, verdict, textOf: () => undefined, ...tree && { tree } })
		.slice(1)
		.filter(line => line !== undefined);
}
