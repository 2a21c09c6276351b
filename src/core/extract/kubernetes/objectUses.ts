import type { UseClass } from '../../model/index.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { asMap, itemsOf, resolved, valueOf } from '../yaml/lookup.ts';
import { scalarValue } from '../yaml/fileScalar.ts';
import { isNull, type YamlMap, type YamlNode } from '../yaml/yamlNode.ts';
import { walkMaps } from './walkMaps.ts';
import type { PathMap } from './walkMaps.ts';

/** A place in an object where an image stands. */
export interface ImagePlace {
	readonly node: YamlNode;
	readonly role: UseClass;
	/** `container web`; absent for places without a name. */
	readonly label?: string;
	/** Another tool puts the image in (an image change trigger). */
	readonly open?: boolean;
	/** `imagePullPolicy: Never`. */
	readonly neverPulled?: boolean;
	/** What `nodeSelector` of the pod asks for. */
	readonly platforms?: readonly string[];
}

/**
 * Places of images in one object, and its pod specs. Only places whose meaning is certain: a key `image` elsewhere counts in kinds of
 * operators, when it is a whole name.
 */
export function objectImages(object: YamlMap): { readonly places: readonly ImagePlace[]; readonly podSpecs: readonly PathMap[] } {
	const kind = scalarValue(valueOf(object, 'kind')) ?? '';
	const api = scalarValue(valueOf(object, 'apiVersion')) ?? '';
	const places: ImagePlace[] = [];
	const podSpecs: PathMap[] = [];
	// What a policy of Kyverno says of images are patterns.
	if (kind === 'CustomResourceDefinition' || kind === 'ConfigMap' || kind === 'Secret' || api.includes('kyverno.io/')) { return { places, podSpecs }; }
	const triggered = kind === 'DeploymentConfig' ? triggeredContainers(object) : new Set<string>();
	for (const found of walkMaps(object)) {
		const { map, path } = found;
		const lists = containerLists.map(key => valueOf(map, key)).filter(list => resolved(list)?.kind === 'seq');
		if (lists.length > 0) {
			if (resolved(valueOf(map, 'containers'))?.kind === 'seq') { podSpecs.push(found); }
			const platforms = selectedPlatforms(map);
			for (const list of lists) { addContainers(places, list, triggered, platforms); }
			for (const volume of itemsOf(valueOf(map, 'volumes'))) { add(places, valueOf(asMap(valueOf(asMap(volume), 'image')), 'reference'), 'image'); }
		}
		if (api.startsWith('tekton.dev/')) {
			for (const key of ['steps', 'sidecars']) { addContainers(places, valueOf(map, key), triggered); }
			add(places, valueOf(asMap(valueOf(map, 'stepTemplate')), 'image'), 'image');
			add(places, bundleOf(found), 'artifact');
		}
		if (api.startsWith('argoproj.io/') && path.at(-1) === 'templates') {
			addContainers(places, valueOf(map, 'sidecars'), triggered);
			for (const key of ['container', 'script']) { add(places, valueOf(asMap(valueOf(map, key)), 'image'), 'image'); }
		}
		// The disk of a virtual machine of KubeVirt.
		if (path.at(-1) === 'containerDisk') { add(places, valueOf(map, 'image'), 'image'); }
		for (const key of isCustom(api) ? namingKeys(path) : []) {
			if (isWholeName(valueOf(map, key))) { add(places, valueOf(map, key), 'image'); }
		}
		if (scalarValue(valueOf(map, 'kind')) === 'DockerImage' && map !== object) {
			add(places, valueOf(map, 'name'), path.at(-1) === 'to' ? 'build-output' : 'image');
		}
	}
	if (api.startsWith('kind.x-k8s.io/')) { addContainers(places, valueOf(object, 'nodes'), triggered); }
	return { places, podSpecs };
}

/** The images of containers. */
export function listedImages(containers: readonly YamlNode[]): readonly YamlNode[] {
	return containers.flatMap(item => imagesOf(asMap(item)));
}

const containerLists = ['initContainers', 'containers', 'ephemeralContainers'];

/** Istio puts the proxy's image in when the pod is made. */
const injected = 'auto';

function add(places: ImagePlace[], node: YamlNode | undefined, role: UseClass): void {
	if (node && !isNull(resolved(node))) { places.push({ node, role }); }
}

function addContainers(places: ImagePlace[], list: YamlNode | undefined, triggered: ReadonlySet<string>, platforms: readonly string[] = []): void {
	for (const item of itemsOf(list)) {
		const container = asMap(item);
		const name = scalarValue(valueOf(container, 'name'));
		for (const entry of itemsOf(valueOf(container, 'env'))) {
			const variable = asMap(entry);
			// Operators read by this name what they start.
			if (/^RELATED_IMAGE_/.test(scalarValue(valueOf(variable, 'name')) ?? '') && isWholeName(valueOf(variable, 'value'))) {
				add(places, valueOf(variable, 'value'), 'image');
			}
		}
		const neverPulled = scalarValue(valueOf(container, 'imagePullPolicy')) === 'Never';
		for (const node of imagesOf(container)) {
			if (isNull(resolved(node))) { continue; }
			const open = scalarValue(node) === injected || (name !== undefined && triggered.has(name));
			places.push({
				node,
				role: 'image',
				...(name !== undefined && { label: `container ${name}` }),
				...(open && { open }),
				...(neverPulled && { neverPulled }),
				...(platforms.length > 0 && { platforms }),
			});
		}
	}
}

/** The processor, and the system, of the nodes that a pod may run on (Kubernetes, "Well-Known Labels"). */
function selectedPlatforms(podSpec: YamlMap): readonly string[] {
	const labels = asMap(valueOf(podSpec, 'nodeSelector'));
	const label = (name: string): string | undefined => scalarValue(valueOf(labels, `kubernetes.io/${name}`) ?? valueOf(labels, `beta.kubernetes.io/${name}`));
	const architecture = label('arch');
	return architecture === undefined ? [] : [`${label('os') ?? 'linux'}/${architecture}`];
}

/** One, or one of each branch of a template. */
function imagesOf(container: YamlMap | undefined): readonly YamlNode[] {
	const own = container?.pairs.filter(({ key }) => key.value === 'image').map(({ value }) => value) ?? [];
	return (own.length > 0 ? own : [valueOf(container, 'image')]).filter(node => node !== undefined);
}

/** What holds a task or a pipeline of Tekton: the bundles resolver's parameter, `bundle` beside the name before Tekton 1.0. */
function bundleOf({ map, path }: PathMap): YamlNode | undefined {
	if (scalarValue(valueOf(map, 'resolver')) === 'bundles') {
		return valueOf(itemsOf(valueOf(map, 'params')).map(asMap).find(param => scalarValue(valueOf(param, 'name')) === 'bundle'), 'value');
	}
	return /^(?:task|pipeline)Ref$/.test(path.at(-1) ?? '') ? valueOf(map, 'bundle') : undefined;
}

/** Kinds that operators bring. An ImageRepository names a repository, not an image. */
function isCustom(api: string): boolean {
	return /^[^/]*\.[^/]*\//.test(api) && !api.startsWith('image.toolkit.fluxcd.io/');
}

/** Keys that name an image in kinds of operators: CloudNativePG's and the machine config's too, and the annotation of a ClusterServiceVersion. */
function namingKeys(path: readonly string[]): readonly string[] {
	if (path.length === 0 || path[0] === 'spec') { return ['image', 'imageName', 'osImageURL']; }
	return path.join('.') === 'metadata.annotations' ? ['containerImage'] : [];
}

/** In a kind that nobody knows `image` may be many things; a path with a tag or digest is one. */
export function isWholeName(node: YamlNode | undefined): boolean {
	const value = scalarValue(node) ?? '';
	const parsed = parseReference(value);
	return parsed.ok && value.includes('/') && (parsed.reference.tag ?? parsed.reference.digest) !== undefined;
}

/** Containers whose image an ImageChange trigger replaces by that of an image stream. */
function triggeredContainers(object: YamlMap): ReadonlySet<string> {
	return new Set(itemsOf(valueOf(asMap(valueOf(object, 'spec')), 'triggers')).flatMap(trigger => {
		const params = asMap(valueOf(asMap(trigger), 'imageChangeParams'));
		return itemsOf(valueOf(params, 'containerNames')).map(name => scalarValue(name) ?? '');
	}));
}
