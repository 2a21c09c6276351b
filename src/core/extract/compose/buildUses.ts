import type { ImageUse, VariableUse } from '../../model/index.ts';
import { joinPath } from '../../util/filePath.ts';
import { registryRef } from '../registryRef.ts';
import { resolved } from '../yaml/lookup.ts';
import { addBakeExtension } from './bakeExtension.ts';
import { addUse } from './composeContext.ts';
import type { ComposeContext, UseContext } from './composeContext.ts';
import { addInlineDockerfile } from './inlineDockerfile.ts';
import { listOf, under } from './layers.ts';
import { namedTexts } from './namedTexts.ts';
import { knownText } from './knownText.ts';
import type { Scope } from './scope.ts';
import type { Service } from './services.ts';
import { sliceText, textOf } from './source.ts';
import type { ComposeText, Layer } from './source.ts';

const scheme = 'docker-image://';

/** What a service's `build` names, and the link to the Dockerfile it builds. */
export function addBuild(
	context: ComposeContext, service: Service, build: readonly Layer[],
	{ owner, platforms }: { readonly owner: NonNullable<ImageUse['owner']>; readonly platforms: readonly string[] },
): void {
	const add = (layers: readonly Layer[], use: Omit<UseContext, 'owner' | 'platforms'>, cut: (text: ComposeText) => ComposeText | undefined): void => {
		for (const item of listOf(layers)) {
			const text = textOf(item);
			addUse(context, text && cut(text), item.source.file, { ...use, owner, platforms });
		}
	};
	add(under(build, 'tags'), { kind: 'compose-build-tag', role: 'build-output' }, text => text);
	add(under(build, 'cache_from'), { kind: 'compose-cache-from', role: 'image' }, cacheReference);
	add(under(build, 'cache_to'), { kind: 'compose-cache-to', role: 'build-output' }, cacheReference);
	const contexts: Record<string, string> = {};
	for (const { name, text, layer } of namedTexts(under(build, 'additional_contexts'))) {
		if (!text) { continue; }
		contexts[name] = text.value.text;
		if (!text.value.text.startsWith(scheme)) { continue; }
		addUse(
			context,
			sliceText(text, scheme.length, text.value.text.length),
			layer.source.file,
			{ kind: 'compose-additional-context', role: 'image', owner, platforms },
		);
	}
	const bake = addBakeExtension(context, build, owner, platforms);
	Object.assign(contexts, bake.contexts);
	const args = namedTexts(under(build, 'args')).map(({ name, text, layer }): VariableUse => {
		const passed = text ? undefined : valueIn(layer.source.scope, name);
		const value = text ? knownText(text) ?? (text.open ? undefined : '') : passed?.value;
		// A variable that is all of the value holds it.
		const [only, ...more] = text?.variables ?? [];
		const held = text ? more.length === 0 && only?.value === value && only?.source : passed?.source;
		return {
			name, origin: 'build-arg',
			source: held || { file: layer.source.file, span: text?.span ?? layer.node.span },
			...(value !== undefined && { value }),
		};
	});
	const list = listOf(under(build, 'platforms'))
		.map(item => ({ text: textOf(item), file: item.source.file }))
		.filter(({ text }) => knownText(text) !== undefined);
	const wanted = [...list.flatMap(({ text }) => knownText(text) ?? []), ...bake.platforms];
	const places = list.flatMap(({ text, file }) => text ? [{ file, span: text.span }] : []);
	const target = knownText(textOf(under(build, 'target')[0]));
	const link = {
		args, contexts,
		...(target !== undefined && { target }),
		platforms: wanted.length > 0 ? wanted : platforms,
		...(places.length > 0 && { platformPlaces: places }),
		at: { file: context.file, span: owner.span },
		label: `service ${service.name}`,
	};
	const inline = under(build, 'dockerfile_inline')[0];
	if (inline) {
		addInlineDockerfile(context, inline, link);
		return;
	}
	const dockerfile = dockerfileOf(build, service.folder);
	if (dockerfile !== undefined && service.own) { context.builds.push({ dockerfile, ...link }); }
}

/** What a variable is set to, unless it holds a secret. */
function valueIn(scope: Scope, name: string): ReturnType<Scope> {
	const found = scope(name);
	return found?.secret ? undefined : found;
}

/** Where the Dockerfile is; `undefined` for contexts that are not on this disk, or that a variable leaves open. */
function dockerfileOf(build: readonly Layer[], folder: string): string | undefined {
	const contextLayer = build.flatMap(layer => resolved(layer.node)?.kind === 'scalar' ? [layer] : under([layer], 'context'))[0];
	const written = under(build, 'dockerfile')[0];
	const dockerfile = written ? knownText(textOf(written)) : 'Dockerfile';
	const context = contextLayer ? knownText(textOf(contextLayer)) : '.';
	if (dockerfile === undefined || context === undefined) { return undefined; }
	if (/^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)|\.git(?:#|$)/i.test(context)) { return undefined; }
	return joinPath(joinPath(contextLayer?.source.folder ?? folder, context), dockerfile);
}

function cacheReference(text: ComposeText): ComposeText | undefined {
	const span = registryRef(text.value.text);
	return span && sliceText(text, span.start, span.end);
}
