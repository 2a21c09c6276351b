import { folderOf, joinPath } from '../../util/filePath.ts';
import type { ExtractInput } from '../card.ts';
import { bakeText } from './bakeText.ts';
import type { BakeScope } from './evaluate.ts';
import { matrixScopes } from './matrixScopes.ts';
import { attributeOf, bakeSiblings, readModules } from './modules.ts';
import type { Modules } from './modules.ts';

/** How many folders above the bake file bake may have been started in. */
const mostLevels = 3;
const mostAsked = 100;

/** The files that reading a bake file takes: its siblings, and the places where the Dockerfiles of its targets may be. */
export function bakeNeeds(input: ExtractInput): readonly string[] {
	const modules = readModules(input);
	const places = new Set<string>();
	for (const block of modules.own.blocks) {
		const name = block.labels[0];
		if (block.type !== 'target' || name === undefined || name.startsWith('_')) { continue; }
		for (const scope of matrixScopes(attributeOf(block, 'matrix')?.value, modules.scope)) {
			for (const place of placesOf(input.file, name, scope, modules)) { places.add(place); }
		}
	}
	return [...bakeSiblings(input.file), ...[...places].slice(0, mostAsked)];
}

/** Where a target's Dockerfile is; `undefined` when it is no file on this disk. */
export function dockerfileOf({ file, files }: ExtractInput, name: string, scope: BakeScope, modules: Modules): string | undefined {
	const places = placesOf(file, name, scope, modules);
	return places.find(place => files.has(place)) ?? places[0];
}

/** The text of a target's attribute, `otherwise` when it has none; `undefined` when it is not known. */
export function attributeText(name: string, attribute: string, otherwise: string, scope: BakeScope, modules: Modules): string | undefined {
	const found = modules.attribute(name, attribute);
	const read = found && bakeText(found.value, scope);
	return read ? (read.open ? undefined : read.value.text) : otherwise;
}

/** Paths are relative to the folder where bake is started: that of the file, or one above it. */
function placesOf(file: string, name: string, scope: BakeScope, modules: Modules): readonly string[] {
	const context = attributeText(name, 'context', '.', scope, modules)?.replace(/^cwd:\/\//, '');
	const dockerfile = attributeText(name, 'dockerfile', 'Dockerfile', scope, modules)?.replace(/^cwd:\/\//, '');
	if (context === undefined
			|| dockerfile === undefined
			|| modules.attribute(name, 'dockerfile-inline')
			|| /^[a-z][a-z0-9+.-]*:\/\/|^git@|\.git(?:#|$)/i.test(context)) {
		return [];
	}
	const places: string[] = [];
	for (let folder = folderOf(file), level = 0; level <= mostLevels; folder = folderOf(folder), level++) {
		places.push(joinPath(joinPath(folder, context), dockerfile));
		if (folder === '') { break; }
	}
	return places;
}
