import type { CompareView } from '../../src/protocol/compareView.ts';
import { element } from '../parts/element.ts';
import type { Words } from '../state/words.ts';

/** `4 layers shared 245.1 MB`, `3 layers differ 78.9 MB → 60.1 MB`, `B is 18.8 MB smaller 324.0 MB → 305.2 MB`. */
export function compareSummary(summary: CompareView['summary'], words: Words): readonly HTMLElement[] {
	const { sharedLayers, sharedSize, differentLayers, differentSizeA, differentSizeB, totalA, totalB } = summary;
	const change = (a: number, b: number) => `${words.size(a)} → ${words.size(b)}`;
	const size = words.size(Math.abs(totalB - totalA));
	const sentence = totalA === totalB ? words.t('Both are as large')
		: totalB < totalA ? words.t('B is {size} smaller', { size }) : words.t('B is {size} larger', { size });
	return [
		fact(words.n(sharedLayers, '{n} layer shared', '{n} layers shared'), words.size(sharedSize)),
		...(differentLayers > 0 ? [fact(words.n(differentLayers, '{n} layer differs', '{n} layers differ'), change(differentSizeA, differentSizeB))] : []),
		fact(sentence, change(totalA, totalB)),
	];
}

function fact(strong: string, muted: string): HTMLElement {
	return element('span', { class: 'sum' }, element('span', { class: 'strong' }, strong), ' ', element('span', { class: 'muted' }, muted));
}
