import type { VariableUse } from '../../model/index.ts';
import { baseName, folderOf, joinPath } from '../../util/filePath.ts';
import { isSecretName } from '../../util/isSecretName.ts';
import { sliceMap } from '../../util/textMap.ts';
import type { ExtractInput } from '../card.ts';
import { evaluate } from './evaluate.ts';
import type { BakeScope, Placed } from './evaluate.ts';
import type { Attribute, Block, Body } from './expression.ts';
import { readJsonBody } from './jsonBody.ts';
import { readBody } from './readBody.ts';
import { isList, textOfValue } from './value.ts';
import type { Value } from './value.ts';

/** The default files of `docker buildx bake`, in the order in which they are laid over each other. */
const defaults = ['docker-bake.json', 'docker-bake.hcl', 'docker-bake.override.json', 'docker-bake.override.hcl'];

/** A bake file with those that bake reads together with it. */
export interface Modules {
	/** The blocks of the file itself. */
	readonly own: Body;
	readonly scope: BakeScope;
	/** An attribute of a target after overrides and `inherits`. */
	attribute(target: string, name: string): Placed | undefined;
	/** An attribute that bake merges (`args`, `contexts`) wherever it stands for a target, what counts most last. */
	layers(target: string, name: string): readonly Placed[];
}

/** More targets than this are inherited by nobody. */
const mostLayers = 64;

/** The files that bake reads together with this one. */
export function bakeSiblings(file: string): readonly string[] {
	const name = baseName(file);
	return defaults.includes(name) ? defaults.filter(other => other !== name).map(other => joinPath(folderOf(file), other)) : [];
}

/** Reads a bake file and its siblings as far as they are given. */
export function readModules({ file, text, files, environment }: ExtractInput): Modules {
	const own = readFile(file, text);
	const bodies = [file, ...bakeSiblings(file)]
		.map(path => ({ path, body: path === file ? own : files.has(path) ? readFile(path, files.get(path)!) : undefined }))
		.sort((a, b) => defaults.indexOf(baseName(a.path)) - defaults.indexOf(baseName(b.path)));
	const blocks = new Map<string, { readonly block: Block; readonly path: string }[]>();
	const globals = new Map<string, Placed>();
	for (const { path, body } of bodies) {
		for (const block of body?.blocks ?? []) {
			const key = `${block.type} ${block.labels[0] ?? ''}`;
			const found = blocks.get(key);
			if (found) { found.push({ block, path }); } else { blocks.set(key, [{ block, path }]); }
		}
		for (const { name, value } of body?.attributes ?? []) { globals.set(name, { value, path }); }
	}
	for (const found of blocks.values()) { found.reverse(); }
	const parents = new Map<string, readonly string[]>();
	const parentsOf = (target: string): readonly string[] => {
		const known = parents.get(target);
		if (known) { return known; }
		const inherits = (blocks.get(`target ${target}`) ?? []).map(({ block }) => attributeOf(block, 'inherits')).find(one => one !== undefined);
		const value = inherits && evaluate(inherits.value, scope, { variables: [], calls: 0 });
		const found = isList(value) ? value.filter(parent => typeof parent === 'string') : [];
		parents.set(target, found);
		return found;
	};
	const attribute = (target: string, name: string, seen = new Set<string>()): Placed | undefined => {
		const layers = blocks.get(`target ${target}`) ?? [];
		for (const { block, path } of layers) {
			const found = attributeOf(block, name);
			if (found) { return { value: found.value, path }; }
		}
		if (seen.has(target) || seen.size > mostLayers || name === 'inherits' || name === 'matrix') { return undefined; }
		seen.add(target);
		for (const parent of parentsOf(target).toReversed()) {
			const found = attribute(parent, name, seen);
			if (found) { return found; }
		}
		return undefined;
	};
	const layers = (target: string, name: string): readonly Placed[] => {
		const found: Placed[] = [];
		let left = mostLayers;
		const add = (one: string, above: readonly string[]): void => {
			if (above.includes(one) || left-- <= 0) { return; }
			for (const parent of parentsOf(one)) { add(parent, [...above, one]); }
			for (const { block, path } of (blocks.get(`target ${one}`) ?? []).toReversed()) {
				const own = attributeOf(block, name);
				if (own) { found.push({ value: own.value, path }); }
			}
		};
		add(target, []);
		return found;
	};
	const defaultOf = (name: string): Placed | undefined => {
		for (const { block, path } of blocks.get(`variable ${name}`) ?? []) {
			const found = attributeOf(block, 'default');
			if (found) { return { value: found.value, path }; }
		}
		return globals.get(name);
	};
	const givenTo = (name: string): string | undefined => blocks.has(`variable ${name}`) && Object.hasOwn(environment, name) ? environment[name] : undefined;
	const known = new Map<string, (VariableUse & { readonly known?: Value }) | undefined>();
	const variable = (name: string): (VariableUse & { readonly known?: Value }) | undefined => {
		if (known.has(name)) { return known.get(name); }
		// A variable that is made of itself has no value.
		known.set(name, undefined);
		const declared = blocks.get(`variable ${name}`)?.[0];
		const expression = defaultOf(name);
		const given = givenTo(name);
		const value = expression && evaluate(expression.value, scope, { variables: [], calls: 0 });
		let use: (VariableUse & { readonly known?: Value }) | undefined;
		if (given !== undefined) {
			const typed = isSecretName(name) ? undefined : asTypeOf(value, given);
			use = { name, origin: 'environment', ...(!isSecretName(name) && { value: given }), ...(typed !== undefined && { known: typed }) };
		} else if (expression) {
			const text = textOfValue(value);
			use = {
				name,
				origin: 'bake-variable',
				source: { file: expression.path, span: expression.value.span },
				...(text !== undefined && { value: text }),
				...(value !== undefined && { known: value }),
			};
		} else if (declared) {
			use = { name, origin: 'bake-variable', source: { file: declared.path, span: declared.block.nameSpan } };
		}
		known.set(name, use);
		return use;
	};
	const scope: BakeScope = {
		variable,
		definition: name => givenTo(name) === undefined ? defaultOf(name) : undefined,
		attribute,
		userFunction: name => {
			const found = blocks.get(`function ${name}`)?.[0];
			const result = found && attributeOf(found.block, 'result');
			if (!result) { return undefined; }
			const { block, path } = found;
			const rest = nameOf(attributeOf(block, 'variadic_params') ?? attributeOf(block, 'variadic_param'));
			return { params: namesOf(attributeOf(block, 'params')), result: { value: result.value, path }, ...(rest !== undefined && { rest }) };
		},
		locals: new Map(),
	};
	return { own, scope, attribute, layers };
}

/** What a text of the environment is where the default is a number or a condition. */
function asTypeOf(usual: Value | undefined, given: string): Value | undefined {
	switch (typeof usual) {
		case 'number': return given.trim() !== '' && Number.isFinite(Number(given)) ? Number(given) : undefined;
		case 'boolean': return /^(?:1|t|true)$/i.test(given) ? true : /^(?:0|f|false)$/i.test(given) ? false : undefined;
		default: return given;
	}
}

/** The last attribute of a name in a block. */
export function attributeOf(block: Block, name: string): Attribute | undefined {
	return block.body.attributes.findLast(attribute => attribute.name === name);
}

function readFile(file: string, text: string): Body {
	return file.endsWith('.json') ? readJsonBody(text) : readBody(sliceMap(text, { start: 0, end: text.length }));
}

function namesOf(attribute: Attribute | undefined): readonly string[] {
	return attribute?.value.kind === 'list' ? attribute.value.items.map(item => nameOf({ ...attribute, value: item }) ?? '') : [];
}

function nameOf(attribute: Attribute | undefined): string | undefined {
	const value = attribute?.value;
	if (value?.kind === 'reference') { return value.path[0]; }
	return value?.kind === 'template' && value.parts[0]?.kind === 'text' ? value.parts[0].value : undefined;
}
