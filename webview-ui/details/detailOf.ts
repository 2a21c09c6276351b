import type { DescriptorView, InspectView, PlatformView, StepView } from '../../src/protocol/inspectView.ts';
import { commandLines } from '../state/command.ts';
import { layerType } from '../state/mediaTypes.ts';
import { safeText } from '../state/safeText.ts';
import type { TreeNode } from '../state/treeNode.ts';
import type { Words } from '../state/words.ts';
import { statementDetail } from './statementDetail.ts';
import { codeBlock, type Detail, type DetailAction } from './detail.ts';
import { copyDigest, created, digestFact, mediaFact, rawJson, sizeFact } from './usualFacts.ts';

/** What is to be said about a row. */
export function detailOf(node: TreeNode, words: Words): Detail {
	const { subject } = node;
	const { t } = words;
	const plain = { title: node.name, ...(node.description !== undefined && { subtitle: node.description }) };
	switch (subject.kind) {
		case 'index': {
			const { view } = subject;
			return {
				...plain,
				facts: [sizeFact(view.size, words), mediaFact(view.mediaType, words), digestFact(view.digest, words)],
				actions: [copyDigest(view.digest, words), rawJson(view.digest, words)],
			};
		}
		case 'platform': return platformDetail(plain, subject.platform, words);
		case 'configuration': {
			const { configuration } = subject;
			return {
				...plain,
				facts: [
					sizeFact(configuration.size, words),
					...(configuration.created === undefined ? [] : [{ label: t('Created'), value: words.dateTime(configuration.created) }]),
					...(configuration.user ? [{ label: t('User'), value: safeText(configuration.user), mono: true }] : []),
					mediaFact(configuration.mediaType, words),
					digestFact(configuration.digest, words),
				],
				actions: [copyDigest(configuration.digest, words), rawJson(configuration.digest, words)],
			};
		}
		case 'step': return stepDetail(subject.step, subject.platform, subject.view, words);
		case 'emptySteps': return {
			title: node.name,
			code: codeBlock(subject.steps.flatMap(step => commandLines(step.createdBy)), safeLines),
			facts: [],
			actions: [{ type: 'copy', label: t('Copy command'), raw: subject.steps.map(step => step.createdBy).join('\n'), what: 'command' }],
		};
		case 'value': return {
			title: safeText(subject.label),
			code: codeBlock([subject.value], safeLines),
			facts: [],
			actions: [{ type: 'copy', label: t('Copy value'), raw: subject.value, what: 'text' }],
		};
		case 'attestation': {
			const { attestation } = subject;
			return {
				title: node.name,
				facts: [
					...(attestation.size === undefined ? [] : [sizeFact(attestation.size, words)]),
					...attestation.predicateTypes.map(type => ({ label: t('Predicate'), value: safeText(type), mono: true })),
					mediaFact(attestation.mediaType, words),
					digestFact(attestation.digest, words),
				],
				actions: [copyDigest(attestation.digest, words), rawJson(attestation.digest, words)],
			};
		}
		case 'statement': return statementDetail(node.name, subject.statement, words);
		case 'descriptor': return descriptorDetail(node.name, subject.descriptor, words);
		case 'reading':
		case 'history':
		case 'attestations':
		case 'referrers':
		case 'others':
		case 'annotations': return { ...plain, facts: [], actions: [] };
	}
}

function platformDetail(plain: Pick<Detail, 'title' | 'subtitle'>, platform: PlatformView, words: Words): Detail {
	const { t } = words;
	const size = platform.image?.size;
	return {
		...plain,
		facts: [
			...(size === undefined ? [] : [{ ...sizeFact(size, words), label: t('Download') }]),
			...(platform.osVersion === undefined ? [] : [{ label: t('OS version'), value: safeText(platform.osVersion) }]),
			...created(platform.image?.configuration?.created, words),
			mediaFact(platform.mediaType, words),
			digestFact(platform.digest, words),
		],
		actions: [
			...(platform.error === undefined ? [] : [{ type: 'retry', label: t('Retry'), platform: platform.id } as const]),
			copyDigest(platform.digest, words),
			rawJson(platform.digest, words),
		],
	};
}

function stepDetail(step: StepView, platform: PlatformView, view: InspectView, words: Words): Detail {
	const { t } = words;
	const { layer } = step;
	const code = step.createdBy ? { code: codeBlock(commandLines(step.createdBy), safeLines) } : {};
	const comment = step.comment ? [{ label: t('Comment'), value: safeText(step.comment), wide: true }] : [];
	const copy: DetailAction = { type: 'copy', label: t('Copy command'), raw: step.createdBy, what: 'command' };
	if (!layer) {
		return {
			title: t('Step without layer'),
			subtitle: safeText(platform.name),
			...code,
			facts: [...created(step.created, words), ...comment],
			actions: [copy],
		};
	}
	const share = platform.image && platform.image.size > 0 ? layer.size / platform.image.size : 0;
	const size = words.size(layer.size);
	return {
		title: t('Layer {number} of {count}', { number: words.number(layer.number), count: words.number(platform.image?.layerCount ?? 0) }),
		subtitle: [safeText(platform.name), t('{percent} of the download', { percent: words.percent(share) })].filter(Boolean).join(' · '),
		...code,
		facts: [
			{ ...sizeFact(layer.size, words), short: `${size} · ${words.percent(share)}` },
			...created(step.created, words),
			mediaFact(layer.mediaType, words),
			digestFact(layer.digest, words),
			...(layer.diffId === undefined ? [] : [{ label: t('Diff ID'), value: safeText(layer.diffId), mono: true, wide: true }]),
			...comment,
			...layer.annotations.map(({ key, value }) => ({ label: safeText(key), value: safeText(value), mono: true, wide: true })),
		],
		actions: [
			...(layer.listable ? [{ type: 'listFiles', label: t('List files…'), platform: platform.id, digest: layer.digest, size: layer.size } as const] : []),
			copyDigest(layer.digest, words),
		],
		...(layer.listable
			? { note: t('Reads {size} from {host}.', { size, host: safeText(view.host) }) }
			: { note: t('{type} is not a file archive.', { type: safeText(layerType(layer.mediaType)) }) }),
	};
}

function descriptorDetail(title: string, descriptor: DescriptorView, words: Words): Detail {
	return {
		title,
		facts: [
			sizeFact(descriptor.size, words),
			...(descriptor.artifactType === undefined ? [] : [{ label: words.t('Artifact type'), value: safeText(descriptor.artifactType), mono: true }]),
			mediaFact(descriptor.mediaType, words),
			digestFact(descriptor.digest, words),
		],
		actions: [copyDigest(descriptor.digest, words), rawJson(descriptor.digest, words)],
	};
}

function safeLines(text: string, limit: number): string {
	return safeText(text, limit, true);
}
