import { folderOf, joinPath } from '../../util/filePath.ts';
import { asMap, findPair, valueOf } from '../yaml/lookup.ts';
import type { YamlPair } from '../yaml/yamlNode.ts';
import type { ComposeFiles } from './composeFiles.ts';
import { keysOf, under } from './layers.ts';
import type { Level, Project } from './project.ts';
import { textOf } from './source.ts';
import type { Layer, Source } from './source.ts';

/** A service with everything that files, documents, merges and `extends` lay under it; the uppermost layer first. */
export interface Service {
	readonly name: string;
	readonly layers: readonly Layer[];
	/** Its key in the extracted file, or there that of a service which it extends. */
	readonly pair: YamlPair;
	/** False where the extracted file only has a service which it extends. */
	readonly own: boolean;
	/** What a path that no layer gives is relative to. */
	readonly folder: string;
}

const longestChain = 20;

/** The services of a project in which a file takes part. A service that is no map is left out. */
export function servicesOf(project: Project, file: string, files: ComposeFiles): readonly Service[] {
	const services = under(project.levels.map(level => level.root), 'services');
	const levels = new Map(project.levels.map(level => [valueOf(asMap(level.root.node), 'services'), level]));
	return keysOf(services).flatMap(({ name, layer }): Service[] => {
		const ownPair = pairIn(services, name, file);
		// Compose merges a document with those before it only after its own `extends` are done.
		const own = new Set(under(services, name).map(({ node }) => node));
		const layers: Layer[] = [];
		let basePair: YamlPair | undefined;
		for (const document of services) {
			const top = under([document], name).filter(({ node }) => own.has(node));
			if (top.length === 0) { continue; }
			layers.push(...top);
			for (const base of basesOf(top, levels.get(document.node), files)) {
				layers.push(...under(base.services, base.name));
				basePair ??= pairIn(base.services, base.name, file);
			}
		}
		const pair = ownPair ?? basePair;
		return pair && layers.some(({ node }) => asMap(node)) ? [{ name, layers, pair, own: ownPair !== undefined, folder: layer.source.folder }] : [];
	});
}

/** The files that the services of a file extend, as it loads them. */
export function extendedSources(source: Source, files: ComposeFiles): readonly Source[] {
	if (!/\bextends\b/.test(source.text)) { return []; }
	const services = under(source.roots, 'services');
	return keysOf(services).flatMap(({ name }) => {
		const file = textOf(under(under(under(services, name), 'extends'), 'file')[0]);
		return file && !file.open ? baseSource(file.value.text, source, files) ?? [] : [];
	});
}

interface Base {
	readonly services: readonly Layer[];
	readonly name: string;
}

/** What a service extends, what that extends, and so on. */
function basesOf(own: readonly Layer[], level: Level | undefined, files: ComposeFiles): readonly Base[] {
	const bases: Base[] = [];
	const visited = new Set<string>();
	let latest = own;
	let services: readonly Layer[] | undefined;
	while (visited.size < longestChain) {
		const extension = under(latest, 'extends');
		const first = extension[0];
		if (!first) { break; }
		const service = textOf(first) ?? textOf(under(extension, 'service')[0]);
		const file = textOf(under(extension, 'file')[0]);
		const source = file ? baseSource(file.value.text, first.source, files) : first.source;
		if (!service || !source) { break; }
		const key = `${source.file}\n${service.value.text}`;
		if (visited.has(key)) { break; }
		visited.add(key);
		services = file ? under(source.roots, 'services') : services ?? under(level?.near ?? [], 'services');
		latest = under(services, service.value.text);
		bases.push({ services, name: service.value.text });
	}
	return bases;
}

/** A base file looks variables up where the extending one does, but its paths are relative to itself. */
function baseSource(path: string, { folder, scope }: Source, files: ComposeFiles): Source | undefined {
	const file = joinPath(folder, path);
	return files.source(file, folderOf(file), scope);
}

function pairIn(services: readonly Layer[], name: string, file: string): YamlPair | undefined {
	for (const { node, source } of services) {
		const pair = source.file === file ? findPair(asMap(node), name) : undefined;
		if (pair) { return pair; }
	}
	return undefined;
}
