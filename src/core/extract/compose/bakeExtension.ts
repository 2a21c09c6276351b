import type { ImageUse, Span, UseClass, UseKind } from '../../model/index.ts';
import { outputNames, registryRef } from '../registryRef.ts';
import { asMap } from '../yaml/lookup.ts';
import { addUse } from './composeContext.ts';
import type { ComposeContext } from './composeContext.ts';
import { knownText } from './knownText.ts';
import { keysOf, listOf, under } from './layers.ts';
import { sliceText, textOf } from './source.ts';
import type { ComposeText, Layer } from './source.ts';

const scheme = 'docker-image://';

/** What `build.x-bake` changes of a build that `docker buildx bake` runs. */
export interface BakeExtension {
	readonly contexts: Readonly<Record<string, string>>;
	readonly platforms: readonly string[];
}

/** The references of `build.x-bake` (docker/buildx, bake/compose.go): tags, outputs, caches and contexts, in the kinds that a bake file has. */
export function addBakeExtension(
	context: ComposeContext,
	build: readonly Layer[],
	owner: NonNullable<ImageUse['owner']>,
	platforms: readonly string[],
): BakeExtension {
	const extension = under(build, 'x-bake').filter(({ node }) => asMap(node));
	const add = (kind: UseKind, role: UseClass, key: string, spansOf: (text: string) => readonly Span[]): void => {
		for (const item of listOf(under(extension, key))) {
			const text = textOf(item);
			for (const { start, end } of text ? spansOf(text.value.text) : []) {
				addUse(context, cut(text!, start, end), item.source.file, { kind, role, owner, platforms });
			}
		}
	};
	add('bake-tag', 'build-output', 'tags', wholeWords);
	add('bake-tag', 'build-output', 'output', inWords(outputNames));
	add('bake-cache', 'image', 'cache-from', cacheReferences);
	add('bake-cache', 'build-output', 'cache-to', cacheReferences);
	const contexts: Record<string, string> = {};
	for (const { name, pair, layer: { source } } of keysOf(under(extension, 'contexts'))) {
		const text = pair.value && textOf({ node: pair.value, source });
		if (!text) { continue; }
		contexts[name] = text.value.text;
		if (text.value.text.startsWith(scheme)) {
			addUse(context, sliceText(text, scheme.length, text.value.text.length), source.file, { kind: 'bake-context', role: 'image', owner, platforms });
		}
	}
	return { contexts, platforms: listOf(under(extension, 'platforms')).map(item => knownText(textOf(item))).filter(text => text !== undefined) };
}

function cut(text: ComposeText, start: number, end: number): ComposeText {
	return start === 0 && end === text.value.text.length ? text : sliceText(text, start, end);
}

/** What is found in each word: a lone text may hold several, separated by blanks. */
function inWords(find: (word: string) => readonly Span[]): (text: string) => readonly Span[] {
	return text => [...text.matchAll(/\S+/g)].flatMap(({ index, 0: word }) => find(word).map(({ start, end }) => ({ start: index + start, end: index + end })));
}

const wholeWords = inWords(word => [{ start: 0, end: word.length }]);

const cacheReferences = inWords(word => {
	const found = registryRef(word);
	return found ? [found] : [];
});
