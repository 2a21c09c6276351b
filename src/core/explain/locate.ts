import type { FileFacts, Finding, ImageUse, Reference, Span } from '../model/index.ts';
import { canonicalWithTag } from '../reference/canonicalWithTag.ts';
import { parseReference } from '../reference/parseReference.ts';
import { lineEndAt } from '../util/lineBounds.ts';
import { lineIndex } from '../util/lineIndex.ts';
import type { ExplainMatch } from './createExplainer.ts';
import { isAboutName, isBehind } from './kin.ts';

/** How a place is known: the tool named the line, the image, its repository, a variable in it, its service, its registry; or a check found it. */
export type LocatedBy = 'reference' | 'line' | 'variable' | 'repository' | 'service' | 'registry' | 'finding';

/** A place of the workspace that output is about. */
export interface LocatedPlace {
	readonly file: string;
	readonly span: Span;
	readonly by: LocatedBy;
	/** BuildKit printed the line it stands in. */
	readonly framed?: boolean;
	/** What checks say there that can be behind the output, in their order; their fixes are edits of the place. */
	readonly findings: readonly Finding[];
}

const weights: Readonly<Record<LocatedBy, number>> = { reference: 7, line: 6, variable: 5, repository: 4, service: 3, finding: 2, registry: 1 };
/** Most places of one cause. */
const most = 10;

/** The places that a cause is about, the surest first, then in the order of files. Weaker evidence is left out where the image itself was found. */
export function locate(match: ExplainMatch, workspace: readonly FileFacts[], findings: readonly Finding[] = []): readonly LocatedPlace[] {
	const behind = findings.filter(({ code }) => isBehind(match.code, code));
	const hits = workspace.flatMap(facts => [...inFile(match, facts), ...unread(match, facts, behind)].map(hit => ({ ...hit, file: facts.file })));
	const surest = Math.max(0, ...hits.map(({ by }) => weights[by]));
	// An image that was found says more than all images of its registry, and where its tag is missing, more than other tags that are written out.
	const isWeak = ({ by, literal }: Hit): boolean =>
		by === 'registry' || by === 'service' || by === 'repository' && literal === true && match.code === 'tag-not-found' && surest === weights.reference;
	const kept = hits.filter(hit => !isWeak(hit) || weights[hit.by] === surest).map(({ file, span, by, reach, framed }): LocatedPlace => ({
		file, span, by, ...framed && { framed },
		findings: behind.filter(finding => finding.file === file && reach.some(part => finding.span.start < part.end && part.start < finding.span.end)),
	}));
	const named = wantedOf(match).reference !== undefined;
	const own = kept.length > 0 && !shared.has(match.code)
		? []
		: behind.filter(({ code }) => !named || !isAboutName(code)).filter(finding => !kept.some(place => place.findings.includes(finding)));
	const found = own.map((finding): LocatedPlace => ({ file: finding.file, span: finding.span, by: 'finding', findings: [finding] }));
	return [...kept, ...found]
		.sort((a, b) =>
			weights[b.by] - weights[a.by]
				|| Number(b.framed ?? false) - Number(a.framed ?? false)
				|| Number(prose(a.file)) - Number(prose(b.file))
				|| Number(b.findings.length > 0) - Number(a.findings.length > 0)
				|| (a.file < b.file ? -1 : a.file > b.file ? 1 : a.span.start - b.span.start))
		.slice(0, most);
}

/** What people read comes after what tools run. */
function prose(file: string): boolean {
	return /\.(?:md|markdown|mdx)$/i.test(file);
}

/** The registry's own configuration is a second place of these. */
const shared = new Set(['push-attestation-rejected-quay', 'push-manifest-rejected']);

/** What a check found wrong with the very text that the tool named, where it is so wrong that no reference could be read. */
function unread({ code, reference }: ExplainMatch, facts: FileFacts, behind: readonly Finding[]): readonly Hit[] {
	return behind
		.filter(finding =>
			finding.file === facts.file
				&& finding.code === code
				&& reference !== undefined
				&& facts.text.slice(finding.span.start, finding.span.end) === reference)
		.filter(({ span }) => !facts.uses.some(use => use.span.start < span.end && span.start < use.span.end))
		.map(({ span }) => ({ span, by: 'reference', reach: [span] }));
}

interface Hit { readonly span: Span; readonly by: LocatedBy; readonly reach: readonly Span[]; readonly framed?: boolean; readonly literal?: boolean }

function inFile(match: ExplainMatch, facts: FileFacts): readonly Hit[] {
	const wanted = wantedOf(match);
	const inLine = frameLine(match, facts);
	return facts.uses.flatMap(use => {
		if (use.class === 'stage' || use.class === 'scratch' || use.class === 'index' || use.class === 'context' || use.optional) { return []; }
		const by = matches(use, wanted, inLine);
		const command = use.command === undefined ? undefined : facts.commands[use.command];
		const step = facts.steps.find(({ span }) => span.start <= use.span.start && use.span.end <= span.end);
		const framed = inLine !== undefined && isIn(inLine, use);
		return by
			? [{
				span: use.span,
				by,
				framed,
				literal: use.variables.length === 0,
				reach: [use.span, ...command ? [command.span] : [], ...step ? [step.span] : [], ...use.owner ? [use.owner.span] : []],
			}]
			: [];
	});
}

interface Wanted {
	readonly text?: string;
	readonly reference?: Reference;
	readonly host?: string;
	readonly variable?: string;
	readonly service?: string;
}

function wantedOf({ reference: text, host, details, service }: ExplainMatch): Wanted {
	const bare = text?.replace(/^docker:\/\//, '');
	const parsed = bare === undefined ? undefined : parseReference(bare);
	const variable = /\w+/.exec(details['variable'] ?? '')?.[0];
	const domain = host && /^(?:registry-1|index|auth)\.docker\.io$/.test(host) ? 'docker.io' : host;
	return {
		...bare !== undefined && { text: bare }, ...parsed?.ok && { reference: parsed.reference },
		...domain !== undefined && { host: domain }, ...variable !== undefined && { variable }, ...service !== undefined && { service },
	};
}

function matches(use: ImageUse, { text, reference, host, variable, service }: Wanted, line: Span | undefined): LocatedBy | undefined {
	const values = [use, ...use.alternatives];
	if (text !== undefined && values.some(({ value }) => value === text) || text !== undefined && use.text === text) { return 'reference'; }
	// Part of a name that does not parse: "repository name (Acme/App) must be lowercase".
	if (text !== undefined && !reference && text.length > 3 && values.some(({ value }) => value?.includes(text))) { return 'reference'; }
	if (reference && values.some(value => value.reference && same(value.reference, reference))) { return 'reference'; }
	if (line && isIn(line, use)) { return 'line'; }
	if (variable !== undefined && use.variables.some(({ name }) => name === variable)) { return 'variable'; }
	if (reference && values.some(value => value.reference?.repository === reference.repository)) { return 'repository'; }
	if (service !== undefined && use.owner?.label === `service ${service}`) { return 'service'; }
	return host !== undefined && values.some(value => value.reference?.domain === host) ? 'registry' : undefined;
}

function isIn(line: Span, { span }: ImageUse): boolean {
	return line.start <= span.start && span.start < line.end;
}

function same(a: Reference, b: Reference): boolean {
	if (a.digest !== undefined && b.digest !== undefined) { return a.repository === b.repository && a.digest === b.digest; }
	return canonicalWithTag(a) === canonicalWithTag(b);
}

/** The characters of the line that BuildKit pointed at, when it is in this file. */
function frameLine({ frame }: ExplainMatch, { file, text, kind }: FileFacts): Span | undefined {
	if (!frame || kind !== 'dockerfile' || !`/${file}`.endsWith(`/${frame.file.replace(/^(?:\.?\/)+/, '')}`)) { return undefined; }
	const lines = lineIndex(text);
	const start = lines.offsetAt({ line: frame.line - 1, character: 0 });
	return { start, end: lineEndAt(text, start) };
}
