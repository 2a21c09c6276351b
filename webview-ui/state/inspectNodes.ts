import type { DescriptorView, InspectView, PlatformView } from '../../src/protocol/inspectView.ts';
import { indexType, shortMediaType } from './mediaTypes.ts';
import { platformNode } from './platformNodes.ts';
import { safeText } from './safeText.ts';
import { annotationsNode } from './smallNodes.ts';
import type { TreeNode } from './treeNode.ts';
import type { Words } from './words.ts';

/** The tree of an image: top rows with everything below them. `narrow` joins steps without layer into one row. */
export function inspectNodes(view: InspectView, words: Words, narrow: boolean): readonly TreeNode[] {
	const largest = Math.max(1, ...view.platforms.map(platform => platform.image?.size ?? 0));
	const platforms = view.platforms.map(platform =>
		remembered(platform, `${largest} ${narrow} ${words.locale}`, view, () => platformNode(platform, { view, words, largest, narrow })));
	const root = view.kind === 'index' ? [indexNode(view, platforms, words)] : platforms;
	return [...root, ...referrersNode(view, words)];
}

/** Platforms that did not change keep their rows: 60 of them with 100 layers each cost some milliseconds. */
const memory = new WeakMap<PlatformView, { key: string; host: string; node: TreeNode }>();

function remembered(platform: PlatformView, key: string, view: InspectView, make: () => TreeNode): TreeNode {
	const known = memory.get(platform);
	if (known?.key === key && known.host === view.host) { return known.node; }
	const node = make();
	memory.set(platform, { key, host: view.host, node });
	return node;
}

function indexNode(view: InspectView, platforms: readonly TreeNode[], words: Words): TreeNode {
	const counts = [
		words.n(view.platforms.length, '{n} platform', '{n} platforms'),
		...(view.attested > 0 ? [words.n(view.attested, '{n} attestation', '{n} attestations')] : []),
	].join(', ');
	const name = view.format === 'docker' ? words.t('Manifest list') : words.t('Image index');
	const type = indexType(view.format);
	return {
		id: 'index',
		subject: { kind: 'index', view },
		icon: 'versions',
		name,
		description: counts,
		size: words.size(view.size),
		sizeMuted: true,
		type,
		digest: view.digest,
		spoken: [name, counts, type].join(', '),
		search: `${name} ${type} ${view.digest}`.toLowerCase(),
		children: [...platforms, ...othersNode(view.others, words), ...annotationsNode('index', view.annotations, words)],
	};
}

function othersNode(others: readonly DescriptorView[], words: Words): readonly TreeNode[] {
	if (others.length === 0) { return []; }
	const name = words.t('Other manifests');
	return [{
		id: 'others',
		subject: { kind: 'others', others },
		icon: 'files',
		name,
		description: words.number(others.length),
		spoken: `${name}, ${words.number(others.length)}`,
		search: name.toLowerCase(),
		children: others.map((other, at) => descriptorNode(`others/${at}`, other, words)),
	}];
}

function referrersNode({ referrers }: InspectView, words: Words): readonly TreeNode[] {
	if (!referrers || (referrers.items.length === 0 && referrers.error === undefined)) { return []; }
	const name = words.t('Referrers');
	const description = referrers.error === undefined ? referrerCounts(referrers.items, words) : safeText(referrers.error);
	return [{
		id: 'referrers',
		subject: { kind: 'referrers', referrers },
		icon: referrers.error === undefined ? 'references' : 'warning',
		name,
		description,
		spoken: `${name}, ${description}`,
		search: `${name} ${description}`.toLowerCase(),
		children: referrers.items.map((item, at) => descriptorNode(`referrers/${at}`, item, words)),
	}];
}

/** Kinds of referrer that have a name of their own; sigstore bundles hold signatures or attestations. */
function referrerCounts(items: readonly DescriptorView[], words: Words): string {
	const kinds = items.map(item => item.artifactType ?? item.mediaType);
	const count = (pattern: RegExp) => kinds.filter(kind => pattern.test(kind)).length;
	const signatures = count(/cosign|sigstore|notary|signature/i);
	const boms = count(/spdx|cyclonedx|syft|sbom/i);
	const provenance = count(/in-toto|provenance|slsa/i);
	const others = items.length - signatures - boms - provenance;
	return [
		...(signatures > 0 ? [words.n(signatures, '{n} signature', '{n} signatures')] : []),
		...(boms > 0 ? [words.n(boms, '{n} SBOM', '{n} SBOMs')] : []),
		...(provenance > 0 ? [words.n(provenance, '{n} attestation', '{n} attestations')] : []),
		...(others > 0 ? [words.n(others, '{n} other', '{n} others')] : []),
	].join(', ');
}

function descriptorNode(id: string, descriptor: DescriptorView, words: Words): TreeNode {
	const type = safeText(shortMediaType(descriptor.artifactType ?? descriptor.mediaType));
	return {
		id,
		subject: { kind: 'descriptor', descriptor },
		icon: 'file-code',
		name: type,
		size: words.size(descriptor.size),
		sizeMuted: true,
		type: safeText(shortMediaType(descriptor.mediaType)),
		digest: descriptor.digest,
		spoken: `${type}, ${words.sizeSpoken(descriptor.size)}`,
		search: `${type} ${descriptor.digest}`.toLowerCase(),
		children: annotationsNode(id, descriptor.annotations, words),
	};
}
