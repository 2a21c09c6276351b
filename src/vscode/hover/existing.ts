import type { Finding, ImageTree, Verdict } from '../../core/model/index.ts';
import { against, isAgainstFormat } from '../format/against.ts';
import { attested } from '../format/attested.ts';
import { shortDigest } from '../format/digest.ts';
import { imageSize, platformsOf } from '../format/imageFacts.ts';
import { size } from '../format/size.ts';
import { ago, day } from '../format/time.ts';
import { plural, t } from '../l10n.ts';
import { bold, code, commandLink, foreign } from './markdown.ts';
import { editLinks } from './editLinks.ts';
import { originParts } from './origin.ts';
import { placeLink } from './placeLink.ts';
import type { UseView } from './useView.ts';

/** An image that exists: what it is, how big, which digest. */
export function existingLines(view: UseView, verdict: Verdict & { readonly verdict: 'exists' }, from: string): readonly (string | undefined)[] {
	const { reference, findings, tree } = view;
	const problem = findings.find(finding => against(finding) !== undefined);
	const name = bold(reference?.canonical ?? view.use.text);
	const title = problem
		? `$(error) ${t('{name} exists, but not for {target}', { name, target: foreign(against(problem) ?? '') })}`
		: `$(pass) ${t('{name} exists', { name })}`;
	return [
		`${title}${from}`,
		tree ? factsLine(tree, verdict) : formatName(verdict.mediaType),
		problem?.message.args?.['target'] ? targetLine(view, problem) : tree && sizesLine(view, tree),
		digestLine(verdict),
		...(verdict.evidence.warnings ?? []).map(text => `$(info) ${t('{host} says: {text}', { host: foreign(verdict.evidence.host), text: foreign(text) })}`),
	];
}

/** `OCI index`, `Docker list`, `OCI manifest`: the format in two words. */
export function formatName(mediaType: string): string {
	switch (mediaType) {
		case 'application/vnd.oci.image.index.v1+json': return t('OCI index');
		case 'application/vnd.docker.distribution.manifest.list.v2+json': return t('Docker list');
		case 'application/vnd.oci.image.manifest.v1+json': return t('OCI manifest');
		case 'application/vnd.docker.distribution.manifest.v2+json': return t('Docker manifest');
		default: return mediaType.includes('manifest.v1') ? t('Docker schema 1') : foreign(mediaType);
	}
}

function factsLine(tree: ImageTree, { mediaType }: { readonly mediaType: string }): string {
	const { platforms, root } = tree;
	const created = platforms.find(({ config }) => config?.created)?.config?.created;
	const single = root.kind === 'index' ? undefined : platforms[0];
	return [
		formatName(mediaType),
		root.kind === 'index'
			? plural(platforms.length, '1 platform', '{count} platforms')
			: platformsOf(tree)[0]?.name && `${foreign(platformsOf(tree)[0]!.name)}${sizeOf(single)}`,
		single?.manifest && plural(single.manifest.layers.length, '1 layer', '{count} layers'),
		attested(tree),
		created && !created.startsWith('0001') ? t('created {date}', { date: day(created) }) : undefined,
		...originParts(tree),
	].filter(Boolean).join(' · ');
}

function sizeOf(image: ImageTree['platforms'][number] | undefined): string {
	const bytes = image && imageSize(image);
	return bytes === undefined ? '' : ` **${size(bytes)}**`;
}

/** Platforms with their sizes; only those that were read, the rest behind a link. */
function sizesLine({ reference }: UseView, tree: ImageTree): string | undefined {
	if (tree.root.kind !== 'index') { return undefined; }
	const read = platformsOf(tree).filter(({ bytes }) => bytes !== undefined).slice(0, 3);
	if (read.length === 0) { return undefined; }
	const more = tree.platforms.length - read.length;
	return [
		...read.map(({ name, bytes }) => `${foreign(name)} **${size(bytes!)}**`),
		...more > 0 && reference ? [commandLink(t('{count} more', { count: more }), 'inspect', reference.canonical)] : [],
	].join(' · ');
}

function targetLine(view: UseView, finding: Finding): string {
	const [other] = editLinks(view, [finding], 1);
	const [place] = finding.related;
	const from = place
		? t('Target from {place}.', { place: placeLink(view, place) })
		: t('Target from the setting {name}.', { name: '`pullcheck.targets`' });
	const way = other && (isAgainstFormat(finding) ? t('Tag {tag} is in Docker format.', { tag: other }) : t('Tag {tag} would work.', { tag: other }));
	return [from, way].filter(Boolean).join(' ');
}

function digestLine({ digest, evidence }: Verdict & { readonly verdict: 'exists' }): string {
	return t(
		'Digest {digest} · asked {host} {ago}',
		{ digest: code(shortDigest(digest)), host: foreign(evidence.endpoint ?? evidence.host), ago: ago(evidence.at) },
	);
}
