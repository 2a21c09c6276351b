import type { ImageUse } from '../../model/index.ts';
import { asMap, resolved } from '../yaml/lookup.ts';
import { addBuild } from './buildUses.ts';
import { addUse } from './composeContext.ts';
import type { ComposeContext } from './composeContext.ts';
import { listOf, under } from './layers.ts';
import { serviceEntries } from './serviceEntries.ts';
import { knownText } from './knownText.ts';
import type { Service } from './services.ts';
import { textOf } from './source.ts';
import type { Layer } from './source.ts';

/** The references of one service: its image, its build, the images of its volumes and hooks. */
export function addServiceUses(context: ComposeContext, service: Service): void {
	const owner: ImageUse['owner'] = { label: `service ${service.name}`, span: service.pair.key.span };
	const { layers } = service;
	const build = under(layers, 'build');
	const platform = knownText(textOf(under(layers, 'platform')[0]));
	const platforms = platform === undefined ? [] : [platform];
	const image = under(layers, 'image')[0];
	if (image) {
		const role = build.length > 0 ? 'build-output' : 'image';
		addUse(context, textOf(image), image.source.file, { kind: 'compose-image', role, platforms, owner });
	}
	for (const volume of listOf(under(layers, 'volumes'))) {
		if (textOf(child(volume, 'type'))?.value.text === 'image') {
			addUse(context, textOf(child(volume, 'source')), volume.source.file, { kind: 'compose-volume-image', role: 'image', platforms, owner });
		}
	}
	for (const hook of ['pre_start', 'post_start', 'pre_stop']) {
		for (const step of listOf(under(layers, hook))) {
			addUse(context, textOf(child(step, 'image')), step.source.file, { kind: 'compose-hook-image', role: 'image', platforms, owner });
		}
	}
	if (build.length > 0) { addBuild(context, service, build, { owner, platforms }); }
	serviceEntries(context, service);
}

function child(layer: Layer, key: string): Layer | undefined {
	return resolved(layer.node)?.kind === 'map' && asMap(layer.node) ? under([layer], key)[0] : undefined;
}
