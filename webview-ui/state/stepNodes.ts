import type { LayerView, PlatformView, StepView } from '../../src/protocol/inspectView.ts';
import { shortCommand } from './command.ts';
import { layerType } from './mediaTypes.ts';
import type { PlatformContext } from './platformNodes.ts';
import { safeText } from './safeText.ts';
import type { TreeNode } from './treeNode.ts';
import type { Words } from './words.ts';

/** One row for each step of the history; when narrow, neighbours without a layer share one. */
export function stepNodes(parent: string, platform: PlatformView, context: PlatformContext): readonly TreeNode[] {
	const steps = platform.image?.steps ?? [];
	const largest = Math.max(1, ...steps.map(step => step.layer?.size ?? 0));
	if (!context.narrow) { return steps.map((step, at) => stepNode(`${parent}/${at}`, step, platform, largest, context)); }
	return runs(steps).map(({ at, run }) => {
		const [first] = run;
		return run.length > 1 || !first ? emptySteps(`${parent}/${at}`, run, context.words) : stepNode(`${parent}/${at}`, first, platform, largest, context);
	});
}

function stepNode(id: string, step: StepView, platform: PlatformView, largest: number, { view, words }: PlatformContext): TreeNode {
	const { layer } = step;
	const name = safeText(shortCommand(step.createdBy)) || (platform.name === '' && layer ? fileName(layer) : words.t('Step without a record'));
	const subject = { kind: 'step', view, platform, step } as const;
	if (!layer) {
		return {
			id, subject, name,
			number: '–',
			mono: true,
			muted: true,
			type: words.t('no layer'),
			spoken: words.t('Step without layer, {command}', { command: name }),
			search: name.toLowerCase(),
			children: [],
		};
	}
	const type = safeText(layerType(layer.mediaType));
	return {
		id, subject, name, type,
		number: String(layer.number),
		mono: true,
		...(step.base && { pill: words.t('base') }),
		bar: { share: layer.size / largest, base: step.base },
		size: words.size(layer.size),
		digest: layer.digest,
		spoken: spokenLayer(name, layer, step, platform, words),
		search: `${name} ${type} ${layer.digest}`.toLowerCase(),
		children: [],
	};
}

/** What an artifact's layer is: the file that it holds, where it says so. */
function fileName({ annotations, mediaType }: LayerView): string {
	return safeText(annotations.find(({ key }) => key === 'org.opencontainers.image.title')?.value || mediaType);
}

function spokenLayer(command: string, layer: LayerView, step: StepView, { image }: PlatformView, words: Words): string {
	const share = image && image.size > 0 ? layer.size / image.size : 0;
	return [
		words.t('Layer {number} of {count}', { number: words.number(layer.number), count: words.number(image?.layerCount ?? 0) }),
		command,
		...(step.base ? [words.t('from the base image')] : []),
		words.sizeSpoken(layer.size),
		words.percentSpoken(share),
	].join(', ');
}

function emptySteps(id: string, steps: readonly StepView[], words: Words): TreeNode {
	const name = words.n(steps.length, '{n} step without a layer', '{n} steps without a layer');
	return {
		id, name,
		subject: { kind: 'emptySteps', steps },
		number: '–',
		mono: true,
		muted: true,
		spoken: name,
		search: steps.map(step => shortCommand(step.createdBy)).join(' ').toLowerCase(),
		children: [],
	};
}

/** Neighbouring steps without layer together, every other step alone; `at` is the place of the first. */
function runs(steps: readonly StepView[]): readonly { at: number; run: StepView[] }[] {
	const found: { at: number; run: StepView[] }[] = [];
	steps.forEach((step, at) => {
		const last = found.at(-1);
		if (!step.layer && last?.run[0] && !last.run[0].layer) {
			last.run.push(step);
			return;
		}
		found.push({ at, run: [step] });
	});
	return found;
}
