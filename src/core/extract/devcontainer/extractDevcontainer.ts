import type { Node } from 'jsonc-parser';
import type { BuildLink, ComposeLoad, FileFacts, ImageUse, UseClass, UseKind, VariableUse, YamlEntry } from '../../model/index.ts';
import { baseName, folderOf, joinPath } from '../../util/filePath.ts';
import { isSecretName } from '../../util/isSecretName.ts';
import { lineAfter, lineStartAt } from '../../util/lineBounds.ts';
import type { TextMap } from '../../util/textMap.ts';
import type { ExtractInput } from '../card.ts';
import { makeUse } from '../makeUse.ts';
import { registryRef } from '../registryRef.ts';
import { spanAsWritten } from '../spanAsWritten.ts';
import { subMap } from '../subMap.ts';
import { buildOptions } from './buildOptions.ts';
import type { BuildOption } from './buildOptions.ts';
import { featureUse } from './features.ts';
import { jsonText, listOf, member, members, readJson } from './json.ts';
import { lifecycleCommands } from './lifecycleCommands.ts';
import { substitute } from './substitute.ts';
import type { Substituted } from './substitute.ts';

interface Text extends Substituted {
	readonly span: { readonly start: number; readonly end: number };
}

/**
 * The references of a devcontainer.json (image, cache, features), of a feature's or a template's description (features), and the
 * link to the Dockerfile it builds. `entries` hold `dockerComposeFile` (a list of paths), `service` and `runServices`.
 */
export function extractDevcontainer(input: ExtractInput): FileFacts {
	const { file, text } = input;
	const root = readJson(text);
	const uses: ImageUse[] = [];
	const builds: BuildLink[] = [];
	let loads: readonly ComposeLoad[] = [];
	const read = (node: Node | undefined): Text | undefined => {
		const found = jsonText(text, node);
		return found && { ...substitute(found.value, file, input.environment), span: found.span };
	};
	const add = (kind: UseKind, role: UseClass, found: Text, value: TextMap, platforms: readonly string[]): void => {
		if (value.text === '' && !found.environmentDependent) { return; }
		uses.push(makeUse(text, {
			kind, role, value, platforms,
			span: value === found.map ? found.span : spanAsWritten(value.outerSpan({ start: 0, end: value.text.length }), found.replaced),
			open: found.open || value.text === '',
			openClass: role,
			variables: found.variables,
			environmentDependent: found.environmentDependent,
		}));
	};
	const isConfiguration = !/^devcontainer-(?:feature|template)\.json$/.test(baseName(file));
	if (isConfiguration) {
		const runArgs = listOf(member(root, 'runArgs')).map(item => read(item)?.map.text ?? '');
		const platforms = buildOptions(runArgs).filter(option => option.name === 'platform').map(option => option.value);
		const image = read(member(root, 'image'));
		if (image) { add('devcontainer-image', 'image', image, image.map, platforms); }
		const build = member(root, 'build');
		const optionNodes = listOf(member(build, 'options'));
		const optionTexts = optionNodes.map(read);
		const options = buildOptions(optionTexts.map(option => option?.map.text ?? ''));
		const cached = listOf(member(build, 'cacheFrom')).map(read).map(found => found && { found, from: 0 });
		for (const { item, from } of options.filter(option => option.name === 'cache-from')) {
			cached.push(optionTexts[item] && { found: optionTexts[item], from });
		}
		for (const cache of cached) {
			const reference = cache && registryRef(cache.found.map.text.slice(cache.from));
			if (!reference) { continue; }
			const { start, end } = { start: reference.start + cache.from, end: reference.end + cache.from };
			const whole = start === 0 && end === cache.found.map.text.length;
			add('devcontainer-cache-from', 'image', cache.found, whole ? cache.found.map : subMap(cache.found.map, start, end), []);
		}
		for (const { name, item, from, value } of options) {
			const found = optionTexts[item];
			const scheme = name === 'build-context' ? /^[^=]+=docker-image:\/\/(?=.)/.exec(value)?.[0].length : undefined;
			if (found && scheme !== undefined) { add('command-pull', 'image', found, subMap(found.map, from + scheme, found.map.text.length), []); }
		}
		const link = buildLink(input, root, build, read, options);
		if (link) { builds.push(link); }
		loads = composeLoads(file, listOf(member(root, 'dockerComposeFile')).map(read));
	}
	for (const key of baseName(file) === 'devcontainer-feature.json' ? ['dependsOn'] : ['features']) {
		for (const feature of members(member(root, key))) {
			const id = jsonText(text, feature.key);
			if (id && id.value.text !== '') { uses.push(featureUse(text, id)); }
		}
	}
	const { commands, ...run } = lifecycleCommands(file, text, root, read);
	uses.push(...run.uses);
	builds.push(...run.builds);
	uses.sort((a, b) => a.span.start - b.span.start);
	return {
		file,
		kind: 'devcontainer',
		text,
		uses,
		commands,
		steps: [],
		builds,
		...(loads.length > 0 && { loads }),
		evidence: [],
		entries: isConfiguration ? entriesOf(text, root) : [],
	};
}

function buildLink(
	{ file, environment }: ExtractInput, root: Node | undefined, build: Node | undefined,
	read: (node: Node | undefined) => Text | undefined, options: readonly BuildOption[],
): BuildLink | undefined {
	const written = read(member(build, 'dockerfile') ?? member(build, 'dockerFile') ?? member(root, 'dockerFile'));
	if (!written || written.open || written.map.text === '') { return undefined; }
	const args: VariableUse[] = members(member(build, 'args')).map(({ key, value }) => {
		const found = read(value);
		return {
			name: String(key.value),
			source: { file, span: found?.span ?? spanOf(key) },
			origin: 'build-arg',
			...(found && !found.open && { value: found.map.text }),
		};
	});
	const contexts: Record<string, string> = {};
	for (const { name, value } of options) {
		const equals = value.indexOf('=');
		const key = equals === -1 ? value : value.slice(0, equals);
		if (name === 'build-context' && equals !== -1) { contexts[key] = value.slice(equals + 1); }
		if (name !== 'build-arg') { continue; }
		const given = equals !== -1 ? value.slice(equals + 1) : isSecretName(key) || !Object.hasOwn(environment, key) ? undefined : environment[key];
		args.push({ name: key, source: { file, span: spanOf(member(build, 'options')!) }, origin: 'build-arg', ...(given !== undefined && { value: given }) });
	}
	const target = read(member(build, 'target'))?.map.text ?? options.findLast(option => option.name === 'target')?.value;
	return {
		dockerfile: joinPath(folderOf(file), written.map.text),
		args, contexts,
		...(target !== undefined && target !== '' && { target }),
		platforms: options.filter(option => option.name === 'platform').flatMap(option => option.value.split(',')),
		at: { file, span: written.span },
		label: 'dev container',
	};
}

/** The Compose files of a dev container are one project in the folder of the first; none where a variable leaves one open. */
function composeLoads(file: string, list: readonly (Text | undefined)[]): readonly ComposeLoad[] {
	if (list.some(path => !path || path.open || path.map.text === '')) { return []; }
	const project = list.map(path => joinPath(folderOf(file), path!.map.text));
	return project.map(path => ({ file: path, project, by: 'list' }));
}

function entriesOf(text: string, root: Node | undefined): YamlEntry[] {
	return members(root).flatMap(({ key, value }): YamlEntry[] => {
		if (!value || !['dockerComposeFile', 'service', 'runServices'].includes(String(key.value))) { return []; }
		return [{
			path: String(key.value),
			value: key.value === 'service' ? value.value : listOf(value).map(item => String(item.value)),
			keySpan: spanOf(key),
			valueSpan: spanOf(value),
			lineSpan: { start: lineStartAt(text, key.offset), end: lineAfter(text, value.offset + value.length) },
		}];
	});
}

function spanOf(node: Node): { readonly start: number; readonly end: number } {
	return { start: node.offset, end: node.offset + node.length };
}
