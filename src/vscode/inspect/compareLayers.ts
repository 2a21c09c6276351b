import type { PlatformImage } from '../../core/model/index.ts';
import type { CompareCell, CompareRow } from '../../protocol/compareView.ts';
import { row } from './compareModel.ts';

interface Layer { readonly number: number; readonly digest: string; readonly step: string; readonly cell: CompareCell }

/**
 * Layers side by side: first those of the same digest, then those that the same step made; the rest alone. In the order of A, what is only
 * in B after its neighbour.
 */
export function layerRows(imageA: PlatformImage | undefined, imageB: PlatformImage | undefined): readonly CompareRow[] {
	const [a, b] = [layers(imageA), layers(imageB)];
	const partner = new Map<Layer, Layer>();
	const free = new Set(b);
	const pair = (same: (left: Layer, right: Layer) => boolean): void => {
		for (const left of a) {
			const right = partner.has(left) ? undefined : [...free].find(other => same(left, other));
			if (right) { partner.set(left, right); free.delete(right); }
		}
	};
	pair((left, right) => left.digest === right.digest);
	pair((left, right) => left.step !== '' && left.step === right.step);
	pair((left, right) => left.number === right.number);
	const paired = a.map(left => ({ left, right: partner.get(left) }));
	const alone = [...free].map(right => ({ left: undefined, right }));
	return [...paired, ...alone]
		.sort((x, y) => (x.left?.number ?? x.right!.number + 0.5) - (y.left?.number ?? y.right!.number + 0.5))
		.map(({ left, right }) =>
			row(`layer:${left?.number ?? '-'}:${right?.number ?? '-'}`, { type: 'layer', number: left?.number ?? right!.number }, left?.cell, right?.cell));
}

function layers(image: PlatformImage | undefined): readonly Layer[] {
	return (image?.manifest?.layers ?? []).map(({ digest, size }, index) => {
		const step = image?.config?.history.find(({ layer }) => layer === index)?.createdBy ?? '';
		return { number: index + 1, digest, step, cell: { text: step, size, digest } };
	});
}
