import type { InspectView } from '../../src/protocol/inspectView.ts';
import type { App } from '../app.ts';
import { iconButton } from '../parts/controls.ts';
import { element, icon } from '../parts/element.ts';
import { shortCommand } from '../state/command.ts';
import { isDeletion } from '../state/fileBranches.ts';
import { safeText } from '../state/safeText.ts';
import type { FilesScreen } from '../state/screen.ts';

/** The way back, where one is, and the sums of the layer. */
export function filesHeader(app: App, files: FilesScreen, view: InspectView, close: () => void): HTMLElement {
	const { words } = app;
	const found = place(files.digest, view);
	const layer = found
		? words.t('Layer {number} of {count}', { number: words.number(found.number), count: words.number(found.count) })
		: safeText(files.digest);
	const crumb = (label: string) => {
		const link = element('button', { class: 'link', type: 'button' }, label);
		link.addEventListener('click', close);
		return link;
	};
	const deletions = files.type === 'list' ? files.view.entries.filter(isDeletion).length : 0;
	const facts = files.type !== 'list' ? [] : [
		words.n(files.view.entries.filter(entry => entry.kind !== 'folder' && !isDeletion(entry)).length, '{n} file', '{n} files'),
		words.t('{size} unpacked', { size: words.size(files.view.size) }),
		words.t('{size} compressed', { size: words.size(files.view.compressedSize) }),
		...(deletions > 0 ? [words.n(deletions, '{n} deletion', '{n} deletions')] : []),
		...(files.view.truncated ? [words.t('list is not complete')] : []),
	];
	return element('header', { class: 'head' },
		element('nav', { class: 'crumbs', 'aria-label': words.t('Where you are') },
			iconButton('arrow-left', words.t('Back to the tree'), close),
			crumb(safeText(view.reference.name)),
			...(found?.platform ? [icon('chevron-right'), crumb(safeText(found.platform))] : []),
			icon('chevron-right'),
			element('h1', { class: 'crumb-here' }, layer)),
		element('p', { class: 'facts inset' },
			found?.command ? element('code', { class: 'fact' }, found.command) : undefined,
			...facts.map(fact => element('span', { class: 'fact' }, fact))));
}

function place(digest: string, view: InspectView): { number: number; count: number; platform: string; command: string } | undefined {
	for (const { name, image } of view.platforms) {
		const step = image?.steps.find(({ layer }) => layer?.digest === digest);
		if (image && step?.layer) {
			return { number: step.layer.number, count: image.layerCount, platform: name, command: safeText(shortCommand(step.createdBy)) };
		}
	}
	return undefined;
}
