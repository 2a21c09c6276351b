import { baseName } from '../../../util/filePath.ts';
import { asMap, itemsOf, pairsOf, resolved, valueOf } from '../../yaml/lookup.ts';
import type { YamlMap, YamlNode } from '../../yaml/yamlNode.ts';
import { noVariables, scalarOf } from '../hosts/hostReader.ts';
import type { HostReader, HostVariables } from '../hosts/hostReader.ts';
import { dollars, pipelineVariables } from './listedVariables.ts';
import type { PipelineFormat } from './pipelineFormat.ts';
import { readScripts, shellOf, withoutDoubleDollars } from './readScripts.ts';

/** Buildkite: commands of steps, and the images of the docker plugins. */
export const buildkite: PipelineFormat = {
	matches: file => /(?:^|\/)\.?buildkite\/.*\.ya?ml$/i.test(file) || /^\.?buildkite(?:[.-][\w-]+)*\.ya?ml$/i.test(baseName(file)),
	read(reader, root) {
		const variables = pipelineVariables(reader, valueOf(root, 'env'), noVariables);
		readImage(reader, valueOf(root, 'image'), variables);
		readSteps(reader, valueOf(root, 'steps'), variables, 0);
	},
};

function readSteps(reader: HostReader, steps: YamlNode | undefined, outer: HostVariables, depth: number): void {
	for (const item of depth > 5 ? [] : itemsOf(steps)) {
		const step = asMap(item);
		if (!step) { continue; }
		const variables = pipelineVariables(reader, valueOf(step, 'env'), outer);
		readImage(reader, valueOf(step, 'image'), variables);
		const scope = shellOf([reader.file.replace(/(?:^|\/)\.?buildkite\/.*$|(?:^|\/)[^/]*$/, '')], variables);
		for (const key of ['command', 'commands']) { readScripts(reader, valueOf(step, key), scope, withoutDoubleDollars); }
		readPlugins(reader, valueOf(step, 'plugins'), variables);
		readSteps(reader, valueOf(step, 'steps'), variables, depth + 1);
	}
}

function readPlugins(reader: HostReader, node: YamlNode | undefined, variables: HostVariables): void {
	const plugins = resolved(node);
	for (const item of plugins?.kind === 'map' ? [plugins] : itemsOf(plugins)) {
		for (const { key, value } of pairsOf(asMap(item))) {
			const name = /(?:^|\/)([\w-]+?)(?:-buildkite-plugin)?(?:\.git)?(?:#|$)/.exec(key.value)?.[1];
			const settings = asMap(value);
			if (name === 'docker') { readImage(reader, valueOf(settings, 'image'), variables); }
			if (name === 'docker-compose') { readOutputs(reader, settings, variables); }
			if (name === 'kubernetes') {
				for (const container of itemsOf(valueOf(asMap(valueOf(settings, 'podSpec')), 'containers'))) {
					readImage(reader, valueOf(asMap(container), 'image'), variables);
				}
			}
		}
	}
}

function readOutputs(reader: HostReader, settings: YamlMap | undefined, variables: HostVariables): void {
	const repository = scalarOf(valueOf(settings, 'image-repository'));
	if (repository) { reader.use(reader.map(repository), 'workflow-tag', 'build-output', dollars(variables.values)); }
}

function readImage(reader: HostReader, node: YamlNode | undefined, variables: HostVariables): void {
	const image = scalarOf(node);
	if (image) { reader.use(reader.map(image), 'workflow-container', 'image', dollars(variables.values)); }
}
