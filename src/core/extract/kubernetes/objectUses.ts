import type { UseClass } from '../../model/index.ts';
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
}

/** Places of images in one object, and its pod specs. Only places whose meaning is certain: a key `image` alone means nothing. */
export function objectImages(object: YamlMap): { readonly places: readonly ImagePlace[]; readonly podSpecs: readonly PathMap[] } {
	const kind = scalarValue(valueOf(object, 'kind')) ?? '';
	const api = scalarValue(valueOf(object, 'apiVersion')) ?? '';
	const places: ImagePlace[] = [];
	const podSpecs: PathMap[] = [];
	if (kind === 'CustomResourceDefinition' || kind === 'ConfigMap' || kind === 'Secret') { return { places, podSpecs }; }
	const triggered = kind === 'DeploymentConfig' ? triggeredContainers(object) : new Set<string>();
	for (const found of walkMaps(object)) {
		const { map, path } = found;
		if (resolved(valueOf(map, 'containers'))?.kind === 'seq') {
			podSpecs.push(found);
			for (const key of ['initContainers', 'containers', 'ephemeralContainers']) { addContainers(places, valueOf(map, key), triggered); }
			for (const volume of itemsOf(valueOf(map, 'volumes'))) { add(places, valueOf(asMap(valueOf(asMap(volume), 'image')), 'reference'), 'image'); }
		}
		if (api.startsWith('tekton.dev/')) {
			for (const key of ['steps', 'sidecars']) { addContainers(places, valueOf(map, key), triggered); }
			add(places, valueOf(asMap(valueOf(map, 'stepTemplate')), 'image'), 'image');
		}
		if (api.startsWith('argoproj.io/') && path.at(-1) === 'templates') {
			for (const key of ['container', 'script']) { add(places, valueOf(asMap(valueOf(map, key)), 'image'), 'image'); }
		}
		if (scalarValue(valueOf(map, 'kind')) === 'DockerImage' && map !== object) {
			add(places, valueOf(map, 'name'), path.at(-1) === 'to' ? 'build-output' : 'image');
		}
	}
	if (api.startsWith('kind.x-k8s.io/')) { addContainers(places, valueOf(object, 'nodes'), triggered); }
	return { places, podSpecs };
}

/** Istio puts the proxy's image in when the pod is made. */
const injected = 'auto';

function add(places: ImagePlace[], node: YamlNode | undefined, role: UseClass): void {
	if (node && !isNull(resolved(node))) { places.push({ node, role }); }
}

function addContainers(places: ImagePlace[], list: YamlNode | undefined, triggered: ReadonlySet<string>): void {
	for (const item of itemsOf(list)) {
		const container = asMap(item);
		const node = valueOf(container, 'image');
		const name = scalarValue(valueOf(container, 'name'));
		if (!node || isNull(resolved(node))) { continue; }
		const open = scalarValue(node) === injected || (name !== undefined && triggered.has(name));
		places.push({ node, role: 'image', ...(name !== undefined && { label: `container ${name}` }), ...(open && { open }) });
	}
}

/** Containers whose image an ImageChange trigger replaces by that of an image stream. */
function triggeredContainers(object: YamlMap): ReadonlySet<string> {
	return new Set(itemsOf(valueOf(asMap(valueOf(object, 'spec')), 'triggers')).flatMap(trigger => {
		const params = asMap(valueOf(asMap(trigger), 'imageChangeParams'));
		return itemsOf(valueOf(params, 'containerNames')).map(name => scalarValue(name) ?? '');
	}));
}
