import type { Attestation, Descriptor, ImageTree, Platform, PlatformImage, Target } from '../core/model/index.ts';
import type {
	AttestationView, DescriptorView, ImageFormat, InspectView, KeyValue, NamedReference, PlatformView, StatementView, TargetWarning,
} from '../protocol/inspectView.ts';
import { imageView } from './inspectSteps.ts';

/** What the tree itself does not know. */
export interface InspectModelOptions {
	/** The platform of this machine; marks `this machine`. */
	readonly machine: Platform;
	/** Targets asked for by setting; those that cannot take the image become warnings. */
	readonly targets: readonly Target[];
	/** A web page of the repository is known. */
	readonly webPage: boolean;
	/** Digests of platforms that are being read now. */
	readonly reading?: ReadonlySet<string>;
	/** What was read of statements (by digest), or why it was not. */
	readonly statements?: ReadonlyMap<string, Pick<StatementView, 'summary' | 'error'>>;
	readonly old?: 'offline' | 'unreachable';
	/** Requests that *Read all sizes* would make, where a GET counts as a pull. */
	readonly sizesNeedRequests?: number;
	/** Referrers were asked for and this is why they could not be had. */
	readonly referrersError?: string;
}

/** Turns an inspected image into what the webview draws. Pure; foreign strings stay raw. */
export function inspectModel(tree: ImageTree, options: InspectModelOptions): InspectView {
	const platforms = platformViews(tree, options);
	const machine = platforms.find(platform => platform.thisMachine && platform.image) ?? platforms.find(platform => platform.image);
	const created = machine?.image?.configuration?.created;
	return {
		reference: namedReference(tree.reference),
		host: tree.evidence.endpoint ?? tree.evidence.host,
		format: tree.root.format,
		kind: tree.root.kind === 'index' ? 'index' : 'image',
		digest: tree.root.digest,
		mediaType: tree.root.mediaType,
		size: tree.root.size,
		...(created !== undefined && { created }),
		checkedAt: tree.evidence.at,
		...(options.old && { old: options.old }),
		platforms,
		attested: platforms.filter(platform => platform.attestations.length > 0).length,
		others: tree.others.map(descriptorView),
		referrers: {
			items: tree.referrers.map(descriptorView),
			...(options.referrersError !== undefined && { error: options.referrersError }),
		},
		annotations: keyValues(tree.root.kind === 'index' ? tree.root.annotations : undefined),
		warnings: options.targets.flatMap(target => targetWarning(tree, target)),
		commands: pullCommands(tree.reference),
		webPage: options.webPage,
		...(options.sizesNeedRequests !== undefined && { sizesNeedRequests: options.sizesNeedRequests }),
	};
}

/** The rows of all platforms, in the order of the index. */
export function platformViews(tree: ImageTree, options: InspectModelOptions): readonly PlatformView[] {
	const seen = new Map<string, number>();
	let machineFound = false;
	return tree.platforms.map(platform => {
		const { digest } = platform.descriptor;
		const count = seen.get(digest) ?? 0;
		seen.set(digest, count + 1);
		const thisMachine = !machineFound && isMachine(platform, options.machine);
		machineFound ||= thisMachine;
		return platformView(platform, count === 0 ? digest : `${digest}#${count}`, thisMachine, options);
	});
}

/** Cuts `docker.io/library/golang:1.25` before its last path component. */
export function namedReference(canonical: string): NamedReference {
	const at = canonical.indexOf('@');
	const slash = (at < 0 ? canonical : canonical.slice(0, at)).lastIndexOf('/');
	return { canonical, prefix: canonical.slice(0, slash + 1), name: canonical.slice(slash + 1) };
}

function platformView(platform: PlatformImage, id: string, thisMachine: boolean, { reading, statements }: InspectModelOptions): PlatformView {
	const { descriptor, manifest, config } = platform;
	const about = descriptor.platform ?? config?.platform;
	const image = imageView(platform);
	const mediaType = manifest?.mediaType ?? descriptor.mediaType;
	return {
		id,
		name: about ? platformName(about) : '',
		...(about?.osVersion !== undefined && { osVersion: about.osVersion }),
		thisMachine,
		format: manifest?.format ?? formatOf(mediaType),
		digest: descriptor.digest,
		mediaType,
		manifestSize: descriptor.size,
		...(image && { image }),
		...(reading?.has(descriptor.digest) && { reading: true }),
		...(platform.error !== undefined && { error: platform.error }),
		attestations: platform.attestations.map(one => attestationView(one, statements)),
		annotations: keyValues({ ...descriptor.annotations, ...manifest?.annotations }),
	};
}

function platformName({ os, architecture, variant }: Platform): string {
	return [os, architecture, variant].filter(Boolean).join('/');
}

/** An absent arm64 variant means v8 (OCI image index, platform variants). */
function isMachine(platform: PlatformImage, machine: Platform): boolean {
	const about = platform.descriptor.platform ?? platform.config?.platform;
	const variant = (of: Platform) => of.variant ?? (of.architecture === 'arm64' ? 'v8' : '');
	return about?.os === machine.os && about.architecture === machine.architecture
		&& (machine.variant === undefined || variant(about) === variant(machine));
}

function attestationView({ descriptor, manifest, predicateTypes }: Attestation, known: InspectModelOptions['statements']): AttestationView {
	const { digest, mediaType } = descriptor;
	const size = manifest?.layers.reduce((sum, layer) => sum + layer.size, 0);
	const statements = manifest?.layers.map(layer => {
		const predicateType = layer.annotations?.['in-toto.io/predicate-type'];
		return {
			digest: layer.digest,
			mediaType: layer.mediaType,
			size: layer.size,
			...predicateType !== undefined && { predicateType },
			...known?.get(layer.digest),
		};
	});
	return { digest, mediaType, predicateTypes, ...(size !== undefined && { size }), ...(statements && { statements }) };
}

function descriptorView({ digest, mediaType, artifactType, size, annotations }: Descriptor): DescriptorView {
	return { digest, mediaType, size, annotations: keyValues(annotations), ...(artifactType !== undefined && { artifactType }) };
}

/** Annotations or labels as rows, in their own order. */
function keyValues(record: Readonly<Record<string, string>> | undefined): readonly KeyValue[] {
	return Object.entries(record ?? {}).map(([key, value]) => ({ key, value }));
}

function formatOf(mediaType: string): ImageFormat {
	if (!mediaType.startsWith('application/vnd.docker.')) { return 'oci'; }
	return mediaType.includes('.v1+') ? 'schema1' : 'docker';
}

function targetWarning(tree: ImageTree, target: Target): readonly TargetWarning[] {
	const reason = refusal(tree, target);
	return reason ? [{ target: target.id, title: target.title, reason, skopeo: reason === 'oci' || reason === 'index' || reason === 'zstd' }] : [];
}

function refusal({ root, platforms }: ImageTree, target: Target): TargetWarning['reason'] | undefined {
	if (root.format === 'schema1') { return target.schema1 ? undefined : 'schema1'; }
	if (root.format === 'oci' && !target.oci) { return 'oci'; }
	if (root.kind === 'index' && !target.indexes) { return 'index'; }
	if (!target.oci && platforms.some(({ manifest }) => manifest?.format === 'oci')) { return 'oci'; }
	if (!target.attestations && platforms.some(({ attestations }) => attestations.length > 0)) { return 'attestations'; }
	const zstd = platforms.some(({ manifest }) => manifest?.layers.some(layer => layer.mediaType.endsWith('+zstd')));
	return zstd && !target.zstd ? 'zstd' : undefined;
}

/** skopeo takes a tag or a digest, not both; the digest decides anyway. */
function pullCommands(canonical: string): InspectView['commands'] {
	const oneName = canonical.replace(/:[^/:@]+@/, '@');
	const archive = namedReference(oneName).name.replace(/[^\w.-]+/g, '-');
	return [
		{ tool: 'docker', text: `docker pull ${canonical}` },
		{ tool: 'podman', text: `podman pull ${oneName}` },
		{ tool: 'skopeo', text: `skopeo copy docker://${oneName} docker-archive:${archive}.tar` },
	];
}
