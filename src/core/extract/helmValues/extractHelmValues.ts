import type { FileFacts, ImageUse } from '../../model/index.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import { appendMapped } from '../appendMapped.ts';
import type { ExtractInput } from '../card.ts';
import { emptyFacts } from '../emptyFacts.ts';
import { isWholeName } from '../kubernetes/objectUses.ts';
import { walkMaps } from '../kubernetes/walkMaps.ts';
import { makeUse } from '../makeUse.ts';
import { fileScalar, scalarValue } from '../yaml/fileScalar.ts';
import type { FileScalar } from '../yaml/fileScalar.ts';
import { asMap, resolved, valueOf as anyValueOf } from '../yaml/lookup.ts';
import { readYaml } from '../yaml/readYaml.ts';
import { isNull, type YamlMap, type YamlNode } from '../yaml/yamlNode.ts';

/** The images of a chart's values; see {@link helmUses}. */
export function extractHelmValues({ file, text }: ExtractInput): FileFacts {
	const uses = readYaml(text).flatMap(({ root }) => helmUses(text, root));
	return { ...emptyFacts(file, 'helm-values', text), uses: uses.sort((a, b) => a.span.start - b.span.start) };
}

/**
 * Images of a chart's values where their meaning is certain: `repository` with `tag` or `digest` (and `registry`), and an `image`,
 * a key that ends so or an entry of `images` that is a whole name. Without a tag the chart puts its own in, so the use stays open.
 */
export function helmUses(text: string, root: YamlNode | undefined): readonly ImageUse[] {
	const globalRegistry = fileScalar(text, valueOf(asMap(valueOf(asMap(root), 'global')), 'imageRegistry'));
	return walkMaps(root).flatMap(({ map, path }) => {
		const own = repositoryUse(text, map, path, globalRegistry) ?? imageUse(text, map);
		return [...namedUses(text, map, path), own && isNeverPulled(map) ? { ...own, neverPulled: true } : own ?? []].flat();
	});
}

function isNeverPulled(map: YamlMap): boolean {
	return ['pullPolicy', 'imagePullPolicy'].some(key => scalarValue(valueOf(map, key)) === 'Never');
}

function repositoryUse(text: string, map: YamlMap, path: readonly string[], globalRegistry: FileScalar | undefined): ImageUse | undefined {
	const named = /image$/i.test(path.at(-1) ?? '');
	const repository = fileScalar(text, valueOf(map, 'repository') ?? (named ? pathOf(map) : undefined));
	const isImage = named || ['tag', 'digest', 'pullPolicy'].some(key => valueOf(map, key));
	// Under another name, an address may be that of a chart or of a source.
	if (!repository || !isImage || (!named && /^[a-z]+:\/\//i.test(repository.value.text))) { return undefined; }
	const written = valueOf(map, 'registry');
	const registry = written && globalRegistry ? globalRegistry : fileScalar(text, written);
	return composed(text, { registry, name: repository, tag: valueOf(map, 'tag'), digest: valueOf(map, 'digest') });
}

/** Some charts call it `name`; without a path it may be the container's. */
function pathOf(map: YamlMap): YamlNode | undefined {
	const name = valueOf(map, 'name');
	return valueOf(map, 'tag') && name?.kind === 'scalar' && name.value.includes('/') ? name : undefined;
}

/** `initImage: a/b:1`, and what stands under `images`: whole names only. */
function namedUses(text: string, map: YamlMap, path: readonly string[]): readonly ImageUse[] {
	const listed = /^images(?:\.tags)?$/.test(path.slice(path.lastIndexOf('images')).join('.'));
	return map.pairs.flatMap(({ key, value }) => {
		const image = (listed && key.value !== 'image') || /[a-z]Image$/.test(key.value) ? fileScalar(text, value) : undefined;
		return image && isWholeName(value) ? makeUse(text, { kind: 'kubernetes-image', role: 'image', ...image }) : [];
	});
}

function imageUse(text: string, map: YamlMap): ImageUse | undefined {
	const image = fileScalar(text, valueOf(map, 'image'));
	const tag = valueOf(map, 'imageTag') ?? valueOf(map, 'tag');
	if (!image || isPicture(image.value.text)) { return undefined; }
	const whole = image.value.text;
	const registry = fileScalar(text, valueOf(map, 'registry'));
	if (registry && !/\s|:\/\//.test(whole)) { return composed(text, { registry, name: image, tag, digest: valueOf(map, 'digest') }); }
	// Istio's charts put a registry of their own before it.
	if (anyValueOf(map, 'hub') && !whole.includes('/')) { return undefined; }
	if (tag) { return composed(text, { registry: undefined, name: image, tag, digest: undefined }); }
	return /[/:]/.test(whole) && !/[:@][^/]*$/.test(whole) ? composed(text, { registry: undefined, name: image, tag: undefined, digest: undefined })
		: /[:@][^/]*$/.test(whole) && !/\s|:\/\//.test(whole) ? makeUse(text, { kind: 'kubernetes-image', role: 'image', ...image }) : undefined;
}

/** An address of the web, a file of a picture. */
function isPicture(value: string): boolean {
	return /^https?:\/\/|\.(?:gif|ico|jpe?g|png|svg|webp)$/i.test(value);
}

interface Parts {
	readonly registry: FileScalar | undefined;
	readonly name: FileScalar;
	readonly tag: YamlNode | undefined;
	readonly digest: YamlNode | undefined;
}

function composed(text: string, parts: Parts): ImageUse {
	const tag = fileScalar(text, parts.tag);
	const digest = fileScalar(text, parts.digest);
	const builder = new TextMapBuilder();
	if (parts.registry) {
		appendMapped(builder, parts.registry.value, 0, parts.registry.value.text.length);
		builder.replaced('/', parts.name.span.start, parts.name.span.start);
	}
	appendMapped(builder, parts.name.value, 0, parts.name.value.text.length);
	for (const [mark, part] of [[':', tag], ['@', digest]] as const) {
		if (!part) { continue; }
		builder.replaced(mark, part.span.start, part.span.start);
		appendMapped(builder, part.value, 0, part.value.text.length);
	}
	const known = digest !== undefined || (tag !== undefined && !isRewritten(parts.tag));
	return makeUse(text, { kind: 'kubernetes-image', role: 'image', span: parts.name.span, value: builder.build(), open: !known });
}

/** Helm reads `1.10` as a number and prints `1.1`; whoever means the tag quotes it. */
function isRewritten(node: YamlNode | undefined): boolean {
	const scalar = resolved(node);
	return scalar?.kind === 'scalar' && scalar.style === 'plain' && /^\d*\.\d+$|^\d+e\d+$/i.test(scalar.value) && String(Number(scalar.value)) !== scalar.value;
}

/** Charts write `null` or an empty text for what is not set. */
function valueOf(map: YamlMap | undefined, key: string): YamlNode | undefined {
	const value = resolved(anyValueOf(map, key));
	return isNull(value) || (value?.kind === 'scalar' && value.value === '') ? undefined : value;
}
