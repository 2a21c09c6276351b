import type { ImageTree, PlatformImage, Reference, Verdict } from '../../core/model/index.ts';
import { hostPlatform, normalPlatform, platformName, servesPlatform } from '../../core/util/platformName.ts';
import { jsonText } from './jsonText.ts';

/** The `inspect --format json` document of the command line contract; layers and config are those of the wanted (or this machine's) platform. */
export function inspectJson(reference: Reference, tree: ImageTree, platform: string | undefined, verdict: Verdict): string {
	const chosen = choose(tree, platform);
	const { root } = tree;
	return `${jsonText({
		reference: reference.canonical,
		digest: root.digest,
		mediaType: root.mediaType,
		size: root.size,
		format: root.format,
		kind: root.kind,
		platforms: tree.platforms.flatMap(({ descriptor, config }) => {
			const found = descriptor.platform ?? config?.platform;
			return found ? [platformName(found)] : [];
		}),
		manifests: root.manifests,
		platform: chosen ? platformOf(chosen) : null,
		layers: chosen ? layersOf(chosen) : root.layers.map(({ mediaType, digest, size }) => ({ mediaType, digest, size })),
		config: chosen?.config ? JSON.parse(chosen.config.raw) as unknown : null,
		attestations: tree.platforms.flatMap(image => image.attestations.map(({ descriptor, predicateTypes }) => ({
			digest: descriptor.digest, subject: image.descriptor.digest, predicateTypes,
		}))),
		...(verdict.verdict === 'exists' && verdict.staleLogin ? { warnings: [{ code: 'credentials-stale-image-public', source: verdict.staleLogin.source }] } : {}),
		evidence: verdict.evidence,
	}, 2)}\n`;
}

function choose(tree: ImageTree, platform: string | undefined): PlatformImage | undefined {
	const wanted = platform ?? hostPlatform();
	const serving = tree.platforms.filter(({ descriptor, config }) => {
		const found = descriptor.platform ?? config?.platform;
		return found !== undefined && servesPlatform(wanted, [normalPlatform(platformName(found))]);
	});
	const exact = serving.find(image => platformOf(image) === wanted);
	if (exact ?? serving[0]) { return exact ?? serving[0]; }
	return platform === undefined ? tree.platforms.find(({ manifest }) => manifest) : undefined;
}

function platformOf(image: PlatformImage): string | null {
	const found = image.descriptor.platform ?? image.config?.platform;
	return found ? platformName(found) : null;
}

function layersOf(image: PlatformImage): object[] {
	return (image.manifest?.layers ?? []).map(({ mediaType, digest, size }, index) => {
		const step = image.config?.history.find(({ layer }) => layer === index);
		return { mediaType, digest, size, ...(step?.createdBy === undefined ? {} : { createdBy: step.createdBy }) };
	});
}
