import type { ImageTree, PlatformImage } from '../../core/model/index.ts';
import type { CompareCell, CompareRow, CompareSide, CompareView, PlatformChoice } from '../../protocol/compareView.ts';
import { namedReference } from '../inspectModel.ts';
import { platformName } from '../format/platform.ts';
import { layerRows } from './compareLayers.ts';

/** One side of a comparison: an image, and which of its platforms (by its id: the index in the tree). */
export interface ComparedImage {
	readonly tree: ImageTree;
	readonly platform: string;
}

/** Two platforms of two images, side by side, as the webview draws them. */
export function compareModel(a: ComparedImage, b: ComparedImage): CompareView {
	const [imageA, imageB] = [chosen(a), chosen(b)];
	const layers = layerRows(imageA, imageB);
	const differing = layers.filter(({ mark }) => mark !== 'same');
	const sum = (rows: readonly CompareRow[], side: 'a' | 'b'): number => rows.reduce((total, row) => total + (row[side]?.size ?? 0), 0);
	const shared = layers.filter(({ mark }) => mark === 'same');
	return {
		a: side(a), b: side(b),
		summary: {
			sharedLayers: shared.length, sharedSize: sum(shared, 'a'),
			differentLayers: differing.length, differentSizeA: sum(differing, 'a'), differentSizeB: sum(differing, 'b'),
			totalA: sum(layers, 'a'), totalB: sum(layers, 'b'),
		},
		sections: ([
			{ kind: 'platforms', rows: sets('platform', names(a.tree), names(b.tree)) },
			{ kind: 'configuration', rows: configurationRows(imageA, imageB) },
			{ kind: 'layers', rows: layers },
			{ kind: 'attestations', rows: sets('attestation', attestations(imageA), attestations(imageB)) },
		] as const).filter(({ rows }) => rows.length > 0),
	};
}

/** The ids and names of an image's platforms; the OS version tells those of one name apart. */
export function platformChoices(tree: ImageTree): readonly PlatformChoice[] {
	return tree.platforms.map((image, index) => ({ id: String(index), name: nameOf(image) }));
}

function side({ tree, platform }: ComparedImage): CompareSide {
	return { reference: namedReference(tree.reference), platform, platforms: platformChoices(tree) };
}

function chosen({ tree, platform }: ComparedImage): PlatformImage | undefined {
	return tree.platforms[Number(platform)];
}

function nameOf({ descriptor, config }: PlatformImage): string {
	const platform = descriptor.platform ?? config?.platform;
	return platform ? [platformName(platform), ...platform.osVersion ? [platform.osVersion] : []].join(' ') : '';
}

function names(tree: ImageTree): readonly string[] {
	return [...new Set(tree.platforms.map(nameOf))];
}

function attestations(image: PlatformImage | undefined): readonly string[] {
	return [...new Set(image?.attestations.flatMap(({ predicateTypes, descriptor }) => (predicateTypes.length > 0 ? predicateTypes : [descriptor.mediaType]))
		?? [])];
}

/** What both have is the same; the rest stands on one side only. */
function sets(kind: string, a: readonly string[], b: readonly string[]): readonly CompareRow[] {
	return [...new Set([...a, ...b])].map(text =>
		row(`${kind}:${text}`, { type: 'text', text }, a.includes(text) ? { text } : undefined, b.includes(text) ? { text } : undefined));
}

function configurationRows(a: PlatformImage | undefined, b: PlatformImage | undefined): readonly CompareRow[] {
	const field = (name: 'created' | 'entrypoint' | 'command' | 'workingDirectory' | 'user' | 'ports', of: (config: NonNullable<PlatformImage['config']>) => string | undefined): readonly CompareRow[] => {
		const [left, right] = [a?.config && of(a.config), b?.config && of(b.config)];
		return left || right ? [row(name, { type: 'field', field: name }, left ? { text: left } : undefined, right ? { text: right } : undefined)] : [];
	};
	return [
		...field('created', ({ created }) => created),
		...field('entrypoint', ({ entrypoint }) => entrypoint?.join(' ')),
		...field('command', ({ cmd }) => cmd?.join(' ')),
		...field('workingDirectory', ({ workingDir }) => workingDir),
		...field('user', ({ user }) => user),
		...field('ports', ({ exposedPorts }) => exposedPorts.join(' ')),
		...pairs('environment', environment(a), environment(b)),
		...pairs('labels', a?.config?.labels ?? {}, b?.config?.labels ?? {}),
	];
}

function environment(image: PlatformImage | undefined): Readonly<Record<string, string>> {
	return Object.fromEntries((image?.config?.env ?? []).map(entry => [entry.split('=', 1)[0]!, entry.slice(entry.indexOf('=') + 1)]));
}

function pairs(kind: string, a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): readonly CompareRow[] {
	const cell = (of: Readonly<Record<string, string>>, key: string): CompareCell | undefined => (Object.hasOwn(of, key) ? { text: of[key]! } : undefined);
	return [...new Set([...Object.keys(a), ...Object.keys(b)])]
		.sort()
		.map(key => row(`${kind}:${key}`, { type: 'text', text: key }, cell(a, key), cell(b, key)));
}

/** A row with its mark by what the two sides say. */
export function row(id: string, label: CompareRow['label'], a: CompareCell | undefined, b: CompareCell | undefined): CompareRow {
	const same = a?.text === b?.text && a?.digest === b?.digest;
	return { id, label, mark: !b ? 'onlyA' : !a ? 'onlyB' : same ? 'same' : 'changed', ...a && { a }, ...b && { b } };
}
