import { baseName, folderOf } from '../../../util/filePath.ts';
import { subMap } from '../../subMap.ts';
import { asMap, itemsOf, pairsOf, resolved, valueOf } from '../../yaml/lookup.ts';
import type { YamlMap, YamlNode } from '../../yaml/yamlNode.ts';
import { eachMap, noVariables, scalarOf } from '../hosts/hostReader.ts';
import type { HostReader } from '../hosts/hostReader.ts';
import { dollars } from './listedVariables.ts';
import type { PipelineFormat } from './pipelineFormat.ts';
import { readScripts, shellOf } from './readScripts.ts';

const syntax = dollars(new Map());

/** Bitbucket Pipelines: images of steps and services, scripts, and pipes that are images. */
export const bitbucket: PipelineFormat = {
	matches: file => /^bitbucket-pipelines?(?:[.-][\w-]+)*\.ya?ml$/i.test(baseName(file)),
	read(reader, root) {
		for (const { value } of pairsOf(asMap(valueOf(asMap(valueOf(root, 'definitions')), 'services')))) {
			readImage(reader, asMap(value), 'workflow-service');
		}
		readImage(reader, root, 'workflow-container');
		eachMap(root, map => {
			readImage(reader, asMap(valueOf(map, 'step')), 'workflow-container');
			for (const key of ['script', 'after-script']) {
				const scope = shellOf([folderOf(reader.file)], noVariables);
				for (const item of listOf(valueOf(map, key))) { readPipe(reader, item); readScripts(reader, item, scope); }
			}
		});
	},
};

function readImage(reader: HostReader, map: YamlMap | undefined, kind: 'workflow-container' | 'workflow-service'): void {
	const node = valueOf(map, 'image');
	const image = scalarOf(node) ?? scalarOf(valueOf(asMap(node), 'name'));
	if (image) { reader.use(reader.map(image), kind, 'image', syntax); }
}

function readPipe(reader: HostReader, item: YamlNode): void {
	const pipe = scalarOf(valueOf(asMap(item), 'pipe'));
	if (!pipe?.value.startsWith('docker://')) { return; }
	const map = reader.map(pipe);
	reader.use(subMap(map, 'docker://'.length, map.text.length), 'workflow-uses', 'image', syntax);
}

function listOf(node: YamlNode | undefined): readonly YamlNode[] {
	const found = resolved(node);
	return found?.kind === 'scalar' ? [found] : itemsOf(found);
}
