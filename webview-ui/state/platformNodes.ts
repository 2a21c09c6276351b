import type { ConfigurationView, InspectView, PlatformView } from '../../src/protocol/inspectView.ts';
import { imageType } from './mediaTypes.ts';
import { safeText } from './safeText.ts';
import { annotationsNode, attestationName, attestationNodes, valueNode } from './smallNodes.ts';
import { stepNodes } from './stepNodes.ts';
import type { TreeNode } from './treeNode.ts';
import type { Words } from './words.ts';

/** What all rows of a platform need to know. */
export interface PlatformContext {
	readonly view: InspectView;
	readonly words: Words;
	/** Bytes of the largest platform, for the bars. */
	readonly largest: number;
	readonly narrow: boolean;
}

/** Larger statements (bytes) are read when somebody asks, not when their row appears. */
const readUnasked = 2_000_000;

/** The row of a platform with configuration, history, attestations and annotations below it. */
export function platformNode(platform: PlatformView, context: PlatformContext): TreeNode {
	const { words, largest } = context;
	const { image } = platform;
	const name = platform.name ? safeText(platform.name) : words.t('Artifact');
	const layers = image && words.n(image.layerCount, '{n} layer', '{n} layers');
	const statements = statementCount(platform);
	const attested = statements > 0 && words.n(statements, '{n} attestation', '{n} attestations');
	const version = platform.osVersion === undefined ? '' : safeText(platform.osVersion);
	const front = version && `${version}${layers ? ' · ' : ''}`;
	const error = platform.error === undefined ? undefined : safeText(platform.error);
	const machine = platform.thisMachine ? words.t('this machine') : undefined;
	const type = platform.name === '' && platform.format === 'oci' ? 'OCI artifact' : imageType(platform.format);
	return {
		id: platform.id,
		subject: { kind: 'platform', view: context.view, platform },
		icon: error === undefined ? 'vm' : 'warning',
		name,
		description: error ?? `${front}${[layers, attested].filter(Boolean).join(', ')}`,
		openDescription: error ?? `${front}${layers ?? ''}`,
		...(machine !== undefined && { badge: machine }),
		...(image && { bar: { share: image.size / largest, base: false } }),
		size: image ? words.size(image.size) : '…',
		type,
		digest: platform.digest,
		spoken: [name, version, machine, error ?? layers, image && words.sizeSpoken(image.size), type].filter(Boolean).join(', '),
		search: `${name} ${version} ${machine ?? ''} ${type} ${platform.digest}`.toLowerCase(),
		children: image ? children(platform, context) : reading(platform, words),
		...(!image && error === undefined && { unread: platform.id }),
	};
}

/** BuildKit puts provenance and SBOM into one manifest: people count the statements. */
function statementCount({ attestations }: PlatformView): number {
	return attestations.reduce((sum, { predicateTypes }) => sum + Math.max(1, predicateTypes.length), 0);
}

function reading(platform: PlatformView, words: Words): readonly TreeNode[] {
	if (platform.error !== undefined) { return []; }
	const name = words.t('Reading…');
	return [{
		id: `${platform.id}/reading`,
		subject: { kind: 'reading', platform },
		icon: 'loading',
		name,
		muted: true,
		spoken: name,
		search: '',
		children: [],
	}];
}

function children(platform: PlatformView, context: PlatformContext): readonly TreeNode[] {
	const { words } = context;
	const configuration = platform.image?.configuration;
	return [
		...(configuration ? [configurationNode(platform, configuration, words)] : []),
		historyNode(platform, context),
		...attestationsNode(platform, words),
		...annotationsNode(platform.id, platform.annotations, words),
	];
}

function configurationNode(platform: PlatformView, configuration: ConfigurationView, words: Words): TreeNode {
	const id = `${platform.id}/configuration`;
	const name = words.t('Configuration');
	const command = [...configuration.entrypoint, ...configuration.command].join(' ');
	const description = [
		command && safeText(command, 60),
		configuration.workingDirectory && safeText(configuration.workingDirectory, 60),
		configuration.environment.length > 0 && words.n(configuration.environment.length, '{n} environment variable', '{n} environment variables'),
	].filter(Boolean).join(' · ');
	const type = configuration.format === 'docker' ? 'Docker config' : 'OCI config';
	return {
		id,
		subject: { kind: 'configuration', platform, configuration },
		icon: 'settings-gear',
		name,
		description,
		size: words.size(configuration.size),
		sizeMuted: true,
		type,
		digest: configuration.digest,
		spoken: [name, description, type].filter(Boolean).join(', '),
		search: `${name} ${type} ${configuration.digest}`.toLowerCase(),
		children: configurationValues(id, configuration, words),
	};
}

function configurationValues(id: string, configuration: ConfigurationView, words: Words): readonly TreeNode[] {
	const one = (key: string, label: string, value: string | undefined) => value ? [valueNode(`${id}/${key}`, label, value, 'symbol-property')] : [];
	return [
		...one('entrypoint', words.t('Entrypoint'), configuration.entrypoint.join(' ')),
		...one('command', words.t('Command'), configuration.command.join(' ')),
		...one('folder', words.t('Working folder'), configuration.workingDirectory),
		...one('user', words.t('User'), configuration.user),
		...one('ports', words.t('Ports'), configuration.ports.join(', ')),
		...configuration.environment.map((entry, at) => {
			const equals = entry.indexOf('=');
			return valueNode(`${id}/env/${at}`, equals < 0 ? entry : entry.slice(0, equals), equals < 0 ? '' : entry.slice(equals + 1), 'symbol-variable');
		}),
		...configuration.labels.map(({ key, value }, at) => valueNode(`${id}/label/${at}`, key, value, 'tag')),
	];
}

function historyNode(platform: PlatformView, context: PlatformContext): TreeNode {
	const { words, narrow } = context;
	const image = platform.image;
	const id = `${platform.id}/history`;
	const layers = words.n(image?.layerCount ?? 0, '{n} layer', '{n} layers');
	const steps = words.n(image?.steps.length ?? 0, '{n} step', '{n} steps');
	// What is no image of a platform has no history.
	const isArtifact = platform.name === '';
	const name = narrow || isArtifact ? words.t('Layers') : words.t('History and layers');
	const description = isArtifact ? layers : `${steps}, ${layers}`;
	return {
		id,
		subject: { kind: 'history', platform },
		icon: 'layers',
		name,
		description,
		size: words.size(image?.size ?? 0),
		sizeMuted: true,
		spoken: `${name}, ${description}`,
		search: name.toLowerCase(),
		children: stepNodes(id, platform, context),
	};
}

function attestationsNode(platform: PlatformView, words: Words): readonly TreeNode[] {
	const { attestations } = platform;
	if (attestations.length === 0) { return []; }
	const id = `${platform.id}/attestations`;
	const types = [...new Set(attestations.flatMap(({ predicateTypes }) => predicateTypes))];
	const kinds = types.map(type => attestationName(type, words));
	const plain = new Intl.ListFormat(words.locale).format(kinds.map(kind => kind.replace(/ \(.*\)$/, '')));
	const sizes = attestations.map(({ size }) => size);
	const known = sizes.every(size => size !== undefined);
	const name = words.t('Attestations');
	const first = attestations[0];
	return [{
		id,
		subject: { kind: 'attestations', platform },
		icon: 'verified',
		name,
		description: kinds.join(', ') || words.number(attestations.length),
		size: known ? words.size(sizes.reduce((sum, size) => sum + (size ?? 0), 0)) : '…',
		sizeMuted: true,
		type: 'in-toto',
		...(attestations.length === 1 && first && { digest: first.digest }),
		spoken: `${name}, ${plain || words.number(attestations.length)}`,
		search: `${name} ${kinds.join(' ')}`.toLowerCase(),
		children: attestations.flatMap((attestation, at) => attestationNodes(`${id}/${at}`, attestation, words)),
		statements: attestations.flatMap(({ statements: made = [] }) =>
			made.filter(({ summary, error, size }) => !summary && error === undefined && size <= readUnasked).map(({ digest }) => digest)),
	}];
}
