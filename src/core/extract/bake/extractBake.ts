import type { BuildLink, FileFacts, ImageUse, Place, UseClass, UseKind, VariableUse } from '../../model/index.ts';
import type { ExtractInput } from '../card.ts';
import { extractDockerfileText } from '../dockerfile/extractDockerfileText.ts';
import { makeUse } from '../makeUse.ts';
import { listedNames, makesImage, outputNames, registryRef } from '../registryRef.ts';
import { subMap } from '../subMap.ts';
import { bakeText } from './bakeText.ts';
import type { BakeText } from './bakeText.ts';
import { evaluate } from './evaluate.ts';
import type { BakeScope, Placed } from './evaluate.ts';
import type { Block, Expression, ObjectExpression } from './expression.ts';
import { attributeText, dockerfileOf } from './dockerfileOf.ts';
import { addAlternative } from '../addAlternative.ts';
import { templateMark } from '../yaml/blankTemplates.ts';
import { listItems } from './listItems.ts';
import { matrixScopes } from './matrixScopes.ts';
import { attributeOf, readModules } from './modules.ts';
import type { Modules } from './modules.ts';
import { objectEntries } from './objectEntries.ts';
import { targetEntries } from './targetEntries.ts';
import { isList, textOfValue } from './value.ts';

const scheme = 'docker-image://';

/**
 * The references of a bake file, as far as its variables, functions and matrices are static. `entries` hold what its targets push and
 * attest (`targetEntries`).
 */
export function extractBake(input: ExtractInput): FileFacts {
	const modules = readModules(input);
	const uses = new Map<string, ImageUse>();
	const builds: BuildLink[] = [];
	for (const block of modules.own.blocks) {
		const name = block.labels[0];
		if (block.type !== 'target' || name === undefined) { continue; }
		const scopes = matrixScopes(attributeOf(block, 'matrix')?.value, modules.scope);
		for (const scope of scopes) { addTargetUses(input, block, scope, modules, uses); }
		// By convention a name with an underscore in front is only inherited from.
		for (const scope of scopes) {
			const link = linkOf(input.file, name, block, scope, modules);
			const dockerfile = name.startsWith('_') ? undefined : dockerfileOf(input, name, scope, modules);
			if (dockerfile !== undefined) { builds.push({ dockerfile, ...link }); }
			const inline = attributeOf(block, 'dockerfile-inline');
			if (inline) { addInlineDockerfile(input, bakeText(inline.value, scope), link, uses); }
		}
	}
	const sorted = [...uses.values()].sort((a, b) => a.span.start - b.span.start);
	return {
		file: input.file,
		kind: 'bake',
		text: input.text,
		uses: sorted,
		commands: [],
		steps: [],
		builds,
		evidence: [],
		entries: targetEntries(input, modules),
	};
}

function addTargetUses({ file, text }: ExtractInput, block: Block, scope: BakeScope, modules: Modules, uses: Map<string, ImageUse>): void {
	const name = block.labels[0]!;
	const platforms = textsOf(modules.attribute(name, 'platforms'), scope);
	const owner = { label: `target ${name}`, span: block.nameSpan };
	const add = (kind: UseKind, role: UseClass, { value, span, variables, open }: BakeText): void => {
		if (!open && value.text === '') { return; }
		const environmentDependent = variables.some(variable => variable.origin === 'environment');
		const use = makeUse(text, { kind, role, value, span, variables, open, platforms, owner, environmentDependent });
		const key = `${span.start}-${span.end}`;
		const known = uses.get(key);
		uses.set(key, known ? addAlternative(known, use) : use);
	};
	for (const item of listItems(attributeOf(block, 'tags')?.value, scope, file)) { add('bake-tag', 'build-output', bakeText(item.value, item.scope)); }
	for (const item of listItems(attributeOf(block, 'output')?.value, scope, file)) {
		for (const name of namesOfOutput(item.value, item.scope)) { add('bake-tag', 'build-output', name); }
	}
	for (const [attribute, role] of [['cache-from', 'image'], ['cache-to', 'build-output']] as const) {
		for (const item of listItems(attributeOf(block, attribute)?.value, scope, file)) {
			const reference = cacheReference(item.value, item.scope);
			if (reference) { add('bake-cache', role, reference); }
		}
	}
	const contexts = attributeOf(block, 'contexts')?.value;
	for (const entry of contexts ? objectEntries({ value: contexts, path: file }, scope) ?? [] : []) {
		if (entry.path !== file) { continue; }
		const whole = bakeText(entry.value, scope);
		if (whole.value.text.startsWith(scheme)) { add('bake-context', 'image', cut(whole, scheme.length, whole.value.text.length)); }
	}
}

/** The references of a `dockerfile-inline`; one that takes from what the bake file leaves open stays open. */
function addInlineDockerfile({ file, text }: ExtractInput, inline: BakeText, link: Omit<BuildLink, 'dockerfile'>, uses: Map<string, ImageUse>): void {
	const found = extractDockerfileText(inline.value, { file, outerText: text, builds: [{ dockerfile: file, ...link }], kindPrefix: 'bake-inline-' });
	for (const use of found.uses) {
		const key = `${use.span.start}-${use.span.end}`;
		const known = uses.get(key);
		uses.set(key, known ? addAlternative(known, use) : use);
	}
}

function linkOf(file: string, name: string, block: Block, scope: BakeScope, modules: Modules): Omit<BuildLink, 'dockerfile'> {
	const target = attributeText(name, 'target', '', scope, modules);
	const contexts: Record<string, string> = {};
	for (const { name: key, value } of namedValues(modules.layers(name, 'contexts'), scope)) { contexts[key] = value ?? ''; }
	return {
		args: namedValues(modules.layers(name, 'args'), scope).map(({ name: key, value, source }): VariableUse =>
			({ name: key, origin: 'build-arg', source, ...(value !== undefined && { value }) })),
		contexts,
		...(target !== undefined && target !== '' && { target }),
		...platformsOf(modules.attribute(name, 'platforms'), scope),
		at: { file, span: block.nameSpan },
		label: `target ${name}`,
	};
}

/** The reference of a cache given as text (`type=registry,ref=…`) or as an object. */
function cacheReference(item: Expression, scope: BakeScope): BakeText | undefined {
	if (item.kind === 'object') { return typeOf(item, scope) === 'registry' ? fieldOf(item, 'ref', scope) : undefined; }
	const whole = bakeText(item, scope);
	const span = registryRef(whole.value.text);
	return span && cut(whole, span.start, span.end);
}

/** The names of an output given as text (`type=registry,name=…`) or as an object. */
function namesOfOutput(item: Expression, scope: BakeScope): readonly BakeText[] {
	const isObject = item.kind === 'object';
	const whole = isObject ? fieldOf(item, 'name', scope) : bakeText(item, scope);
	if (!whole || (isObject && !makesImage(typeOf(item, scope) ?? ''))) { return []; }
	const { text } = whole.value;
	return (isObject ? listedNames(text, { start: 0, end: text.length }) : outputNames(text)).map(({ start, end }) => cut(whole, start, end));
}

function typeOf(object: ObjectExpression, scope: BakeScope): string | undefined {
	return fieldOf(object, 'type', scope)?.value.text;
}

function fieldOf({ entries }: ObjectExpression, name: string, scope: BakeScope): BakeText | undefined {
	const entry = entries.find(({ key }) => key === name);
	return entry && bakeText(entry.value, scope);
}

function cut(text: BakeText, from: number, to: number): BakeText {
	if (from === 0 && to === text.value.text.length) { return text; }
	const value = subMap(text.value, from, to);
	return {
		...text,
		value,
		span: text.value.outerSpan({ start: from, end: to }),
		open: text.open && (value.text === '' || value.text.includes(templateMark)),
	};
}

function platformsOf(list: Placed | undefined, scope: BakeScope): Pick<BuildLink, 'platforms' | 'platformPlaces'> {
	const items = list ? listItems(list.value, scope, list.path).map(item => bakeText(item.value, item.scope)).filter(({ open }) => !open) : [];
	const places = items.flatMap(({ variables, span }) => list && variables.length === 0 ? [{ file: list.path, span }] : []);
	return { platforms: items.map(({ value }) => value.text), ...(places.length === items.length && { platformPlaces: places }) };
}

function textsOf(list: Placed | undefined, scope: BakeScope): readonly string[] {
	return list
		? listItems(list.value, scope, list.path).map(item => bakeText(item.value, item.scope)).filter(({ open }) => !open).map(({ value }) => value.text)
		: [];
}

interface NamedValue {
	readonly name: string;
	readonly value: string | undefined;
	readonly source: Place;
}

/** The entries of objects that lie over each other. */
function namedValues(layers: readonly Placed[], scope: BakeScope): readonly NamedValue[] {
	return [...new Map(layers.flatMap(layer => namedValuesOf(layer, scope)).map(entry => [entry.name, entry])).values()];
}

/** The entries of an object; of one that is not written out all stand at the place of the whole. What is null stands for nothing. */
function namedValuesOf(object: Placed, scope: BakeScope): readonly NamedValue[] {
	const entries = objectEntries(object, scope)?.filter(({ value }) => value.kind !== 'literal' || value.value !== null);
	if (entries) {
		return entries.map(({ key, value, path }): NamedValue => {
			const text = bakeText(value, scope);
			// A variable that is all of the value holds it.
			const [only, ...more] = text.variables;
			const source = more.length === 0 && only?.value === text.value.text ? only.source : undefined;
			return { name: key, value: text.open ? undefined : text.value.text, source: source ?? { file: path, span: text.span } };
		});
	}
	const { value: expression, path: file } = object;
	const whole = evaluate(expression, scope, { variables: [], calls: 0 });
	if (!whole || typeof whole !== 'object' || isList(whole)) { return []; }
	return Object.entries(whole).map(([name, value]): NamedValue => ({ name, value: textOfValue(value), source: { file, span: expression.span } }));
}
