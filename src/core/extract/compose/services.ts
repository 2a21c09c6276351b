import { joinPath, folderOf } from '../../util/filePath.ts';
import { asMap } from '../yaml/lookup.ts';
import { keysOf, under } from './layers.ts';
import type { LayeredKey } from './layers.ts';
import { textOf } from './source.ts';
import type { Layer, Source } from './source.ts';

/** A service with everything that documents, merges and `extends` lay under it; the uppermost layer first. */
export interface Service extends LayeredKey {
	readonly layers: readonly Layer[];
}

/** Finds an extended file by its path; `undefined` when it was not given. */
export type SourceOf = (file: string) => Source | undefined;

const longestChain = 50;

/** The services of a file. A service that is no map is left out. */
export function servicesOf(source: Source, sourceOf: SourceOf): readonly Service[] {
	const services = under(source.roots, 'services');
	return keysOf(services).flatMap(key => {
		// Compose merges a document with those before it only after its own `extends` are done.
		const own = new Set(under(services, key.name).map(layer => layer.node));
		const layers = services.flatMap(document => extended(under([document], key.name).filter(({ node }) => own.has(node)), [document], source, sourceOf));
		return layers.some(layer => asMap(layer.node)) ? [{ ...key, layers }] : [];
	});
}

/** The files that services extend, as paths like the source's own. */
export function extendedFiles(source: Source): readonly string[] {
	const services = under(source.roots, 'services');
	return keysOf(services).flatMap(({ name }) => {
		const file = textOf(under(under(under(services, name), 'extends'), 'file')[0]);
		return file && !file.open ? [joinPath(folderOf(source.file), file.value.text)] : [];
	});
}

function extended(own: readonly Layer[], services: readonly Layer[], source: Source, sourceOf: SourceOf): readonly Layer[] {
	const layers = [...own];
	const visited = new Set<string>();
	let from = { source, services };
	let latest = own;
	while (visited.size < longestChain) {
		const extension = under(latest, 'extends');
		const first = extension[0];
		if (!first) { break; }
		const service = textOf(first) ?? textOf(under(extension, 'service')[0]);
		const file = textOf(under(extension, 'file')[0]);
		const base = file ? sourceOf(joinPath(folderOf(from.source.file), file.value.text)) : from.source;
		if (!service || !base) { break; }
		const key = `${base.file}\n${service.value.text}`;
		if (visited.has(key)) { break; }
		visited.add(key);
		if (file) { from = { source: base, services: under(base.roots, 'services') }; }
		latest = under(from.services, service.value.text);
		layers.push(...latest);
	}
	return layers;
}
