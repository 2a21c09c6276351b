import type { Descriptor, ImageTree, PlatformImage, Reference } from '../../core/model/index.ts';
import type { FromWebview } from '../../protocol/fromWebview.ts';
import type { LayerFilesView } from '../../protocol/layerFilesView.ts';
import { platformName } from '../format/platform.ts';
import { size } from '../format/size.ts';
import { namedReference } from '../inspectModel.ts';
import { t } from '../l10n.ts';
import { failureOfLookup } from './failureView.ts';
import { hiddenLayers, type HiddenLayers } from './hiddenLayers.ts';
import type { PageHost } from './pageHost.ts';

/** *List files…* of the layers of one image; each can be cancelled. */
export interface LayerFiles {
	receive(message: Extract<FromWebview, { readonly type: 'listFiles' | 'cancelFiles' }>, tree: ImageTree): Promise<void>;
}

/** The lists of one panel. */
export function layerFiles(host: PageHost, reference: Reference): LayerFiles {
	const reading = new Map<string, AbortController>();
	const hidden = hiddenLayers();
	return {
		async receive(message, tree) {
			reading.get(message.digest)?.abort();
			if (message.type === 'cancelFiles') { return; }
			const platform = tree.platforms.find(({ descriptor }) => descriptor.digest === message.platform.replace(/#\d+$/, ''));
			const index = platform?.manifest?.layers.findIndex(({ digest }) => digest === message.digest) ?? -1;
			const layer = platform?.manifest?.layers[index];
			if (!platform || !layer) { return; }
			const controller = new AbortController();
			reading.set(message.digest, controller);
			host.signal.addEventListener('abort', () => controller.abort(), { once: true });
			await list(host, reference, { platform, id: message.platform, layer, index }, hidden, controller.signal);
		},
	};
}

interface Wanted { readonly platform: PlatformImage; readonly id: string; readonly layer: Descriptor; readonly index: number }

async function list(host: PageHost, reference: Reference, wanted: Wanted, hidden: HiddenLayers, signal: AbortSignal): Promise<void> {
	const { layer } = wanted;
	const most = host.session.settings.maxLayerDownload * 1_000_000;
	const registry = await host.session.registry();
	const fail = (message: string): void => {
		host.post({ type: 'filesFailed', digest: layer.digest, failure: { sign: 'circle-slash', message, evidence: [], actions: ['retry'] } });
	};
	if (layer.size > most) {
		fail(t(
			'This layer has {size}; the setting {name} allows {most}.',
			{ size: size(layer.size), name: 'pullcheck.inspect.maxLayerDownload', most: size(most) },
		));
		return;
	}
	if (!registry?.layerFiles) { fail(t('Nobody was asked for the files of this layer.')); return; }
	let told = 0;
	const onProgress = (read: number, total: number): void => {
		// Chunks come by the thousand; a bar needs ten a second.
		if (Date.now() - told < 100 && read < total) { return; }
		told = Date.now();
		host.post({ type: 'filesProgress', digest: layer.digest, read, total });
	};
	const answer = await registry.layerFiles(reference, layer, { onProgress }, signal);
	if (signal.aborted) { return; }
	if (!answer.known) {
		host.post({ type: 'filesFailed', digest: layer.digest, failure: failureOfLookup(reference, answer.reason, answer.evidence) });
		return;
	}
	const { entries } = answer.value;
	hidden.learn(layer.digest, entries);
	const below = wanted.platform.manifest?.layers.slice(0, wanted.index).map(({ digest }) => digest) ?? [];
	host.post({ type: 'files', view: layerFilesView(reference, wanted, { ...answer.value, entries: hidden.mark(entries, below) }) });
}

function layerFilesView(reference: Reference, { platform, id, layer, index }: Wanted, listing: Pick<LayerFilesView, 'entries' | 'truncated'>): LayerFilesView {
	const about = platform.descriptor.platform ?? platform.config?.platform;
	return {
		reference: namedReference(reference.canonical), platform: id, platformName: about ? platformName(about) : '',
		digest: layer.digest, layer: index + 1, layerCount: platform.manifest?.layers.length ?? 0,
		createdBy: platform.config?.history.find(step => step.layer === index)?.createdBy ?? '',
		compressedSize: layer.size, size: listing.entries.reduce((sum, entry) => sum + entry.size, 0),
		entries: listing.entries, ...listing.truncated && { truncated: true },
	};
}
