import type { BuildLink, ImageUse, Span, VariableUse } from '../../../model/index.ts';
import { joinPath } from '../../../util/filePath.ts';
import { asMap, itemsOf, pairsOf, resolved, valueOf } from '../../yaml/lookup.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../../yaml/yamlNode.ts';
import { noVariables, scalarOf } from '../hosts/hostReader.ts';
import type { HostReader, HostVariables } from '../hosts/hostReader.ts';
import { dollars, pipelineVariables } from './listedVariables.ts';
import { matrixOf } from './matrixOf.ts';
import type { PipelineFormat } from './pipelineFormat.ts';
import { readScripts, shellOf, withoutDoubleDollars } from './readScripts.ts';

/** Plugins that push what they build to `repo`. */
const publishing = /(?:^|\/)(?:plugins\/(?:docker|kaniko|buildx|ecr|gcr|gar|acr|heroku)[\w-]*|(?:woodpeckerci\/)?plugin-(?:docker-buildx|kaniko|docker)|drone-kaniko|drone-docker-buildx)(?::|$)/;

/** Drone and Woodpecker: images and commands of steps, services and the clone. */
export const drone: PipelineFormat = {
	matches: file => /(?:^|\/)\.(?:drone|woodpecker)(?:[.-][\w-]+)*\.ya?ml$|(?:^|\/)\.(?:woodpecker|drone)\/.*\.ya?ml$/i.test(file),
	read(reader, root) {
		const inContainers = !/^(?:exec|ssh|macstadium|digitalocean)$/.test(scalarOf(valueOf(root, 'type'))?.value ?? '');
		const rounds = matrixOf(reader, asMap(valueOf(root, 'matrix')));
		reader.rounds(rounds.length, index => {
			const variables: HostVariables = pipelineVariables(reader, valueOf(root, 'environment'), { ...noVariables, values: rounds[index]! });
			for (const [key, kind] of [
				['clone', 'workflow-container'],
				['steps', 'workflow-container'],
				['pipeline', 'workflow-container'],
				['services', 'workflow-service'],
			] as const) {
				for (const step of stepsOf(valueOf(root, key))) { readStep(reader, step, kind, variables, inContainers); }
			}
		});
	},
};

/** A list of maps with `name`, or a map by name. */
function stepsOf(node: YamlNode | undefined): readonly YamlMap[] {
	const found = resolved(node);
	const items = found?.kind === 'map' ? pairsOf(found).map(({ value }) => value) : itemsOf(found);
	return items.flatMap(item => asMap(item) ?? []);
}

function readStep(reader: HostReader, step: YamlMap, kind: ImageUse['kind'], outer: HostVariables, inContainer: boolean): void {
	const syntax = dollars(outer.values);
	const image = scalarOf(valueOf(step, 'image'));
	if (image && inContainer) { reader.use(reader.map(image), kind, 'image', syntax); }
	const variables = pipelineVariables(reader, valueOf(step, 'environment'), outer);
	readScripts(reader, valueOf(step, 'commands'), shellOf([rootOf(reader.file)], variables), withoutDoubleDollars);
	if (!image || !publishing.test(image.value)) { return; }
	const settings = asMap(valueOf(step, 'settings')) ?? step;
	for (const [key, use, role] of [['repo', 'workflow-tag', 'build-output'], ['cache_from', 'workflow-cache', 'image']] as const) {
		const given = valueOf(settings, key);
		for (const item of scalarOf(given) ? [given] : itemsOf(given)) {
			const name = scalarOf(item);
			if (name && !/[\s,=]/.test(name.value)) { reader.use(reader.map(name), use, role, syntax); }
		}
	}
	const build = pluginBuild(reader, image, settings);
	if (build) { reader.collection.addBuilds([build]); }
}

/** What a plugin builds before it pushes. */
function pluginBuild(reader: HostReader, image: YamlScalar, settings: YamlMap): BuildLink | undefined {
	const setting = (key: string): string | undefined => scalarOf(valueOf(settings, key))?.value;
	const { file } = reader;
	const root = rootOf(file);
	const dockerfile = setting('dockerfile');
	const path = dockerfile === undefined ? joinPath(root, joinPath(setting('context') ?? '.', 'Dockerfile')) : joinPath(root, dockerfile);
	if (path.includes('$')) { return undefined; }
	const target = setting('target');
	return {
		dockerfile: path,
		args: argumentsOf(reader, valueOf(settings, 'build_args')),
		...(target !== undefined && !target.includes('$') && { target }),
		platforms: [], contexts: {}, at: { file, span: image.span }, label: image.value,
	};
}

/** `NAME=value` in a list or a text with commas, or a map. */
function argumentsOf(reader: HostReader, node: YamlNode | undefined): readonly VariableUse[] {
	const argument = (name: string, value: string, span: Span): VariableUse =>
		({ name, ...(!value.includes('$') && { value }), source: { file: reader.file, span }, origin: 'build-arg' });
	const map = asMap(node);
	if (map) {
		return pairsOf(map).flatMap(({ key, value }) => { const given = scalarOf(value); return given ? [argument(key.value, given.value, given.span)] : []; });
	}
	const lone = scalarOf(node);
	return (lone ? [lone] : itemsOf(node).flatMap(item => scalarOf(item) ?? [])).flatMap(item => {
		const written = reader.map(item);
		return [...written.text.matchAll(lone ? /([^,=]+)=([^,]*)/g : /^([^=]+)=([^]*)$/g)].map(match => {
			const end = match.index + match[0].length;
			return argument(match[1]!.trim(), match[2]!, written.outerSpan({ start: end - match[2]!.length, end }));
		});
	});
}

function rootOf(file: string): string {
	return file.replace(/(?:^|\/)\.(?:woodpecker|drone)\/.*$|(?:^|\/)[^/]*$/, '');
}
