import type { Descriptor, HistoryStep, ImageConfig, PlatformImage } from '../core/model/index.ts';
import type { ConfigurationView, LayerView, PlatformImageView, StepView } from '../protocol/inspectView.ts';

/** History and layers of a platform, aligned; `undefined` until its manifest is read. */
export function imageView(platform: PlatformImage): PlatformImageView | undefined {
	const { manifest, config } = platform;
	if (!manifest) { return undefined; }
	const configuration = config && configurationView(config, manifest.config);
	return {
		size: manifest.layers.reduce((sum, layer) => sum + layer.size, 0),
		layerCount: manifest.layers.length,
		...(configuration && { configuration }),
		steps: steps(manifest.layers, config, platform.baseLayers ?? 0),
	};
}

function steps(layers: readonly Descriptor[], config: ImageConfig | undefined, baseLayers: number): readonly StepView[] {
	const history = config?.history ?? [];
	const told = new Set(history.map(step => step.layer));
	const untold: readonly HistoryStep[] = layers.flatMap((_, layer) => told.has(layer) ? [] : [{ layer }]);
	let below = 0;
	return [...history, ...untold].map(step => {
		const layer = step.layer === undefined ? undefined : layers[step.layer];
		below = Math.max(below, step.layer === undefined ? 0 : step.layer + 1);
		const view: StepView = {
			createdBy: step.createdBy ?? '',
			base: step.layer === undefined ? below < baseLayers : step.layer < baseLayers,
			...(step.created !== undefined && { created: step.created }),
			...(step.comment !== undefined && { comment: step.comment }),
		};
		return layer === undefined || step.layer === undefined ? view : { ...view, layer: layerView(layer, step.layer, config) };
	});
}

function layerView(layer: Descriptor, index: number, config: ImageConfig | undefined): LayerView {
	const diffId = config?.diffIds[index];
	return {
		number: index + 1,
		size: layer.size,
		digest: layer.digest,
		...(diffId !== undefined && { diffId }),
		mediaType: layer.mediaType,
		annotations: Object.entries(layer.annotations ?? {}).map(([key, value]) => ({ key, value })),
		listable: isTar(layer.mediaType),
	};
}

/** Foreign (nondistributable) layers are often not at the registry, but asking is cheap: they count as listable. */
function isTar(mediaType: string): boolean {
	return /\.tar(?:[.+](?:gzip|zstd))?$/.test(mediaType);
}

function configurationView(config: ImageConfig, descriptor: Descriptor | undefined): ConfigurationView {
	const mediaType = descriptor?.mediaType ?? '';
	return {
		digest: config.digest,
		mediaType,
		size: descriptor?.size ?? config.raw.length,
		format: mediaType.startsWith('application/vnd.docker.') ? 'docker' : 'oci',
		...(config.created !== undefined && { created: config.created }),
		entrypoint: config.entrypoint ?? [],
		command: config.cmd ?? [],
		...(config.workingDir !== undefined && { workingDirectory: config.workingDir }),
		...(config.user !== undefined && { user: config.user }),
		environment: config.env,
		ports: config.exposedPorts,
		labels: Object.entries(config.labels).map(([key, value]) => ({ key, value })),
	};
}
