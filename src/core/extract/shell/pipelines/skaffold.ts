import { baseName, folderOf, joinPath } from '../../../util/filePath.ts';
import { asMap, itemsOf, pairsOf, valueOf } from '../../yaml/lookup.ts';
import type { YamlMap } from '../../yaml/yamlNode.ts';
import { noVariables, scalarOf } from '../hosts/hostReader.ts';
import type { HostReader } from '../hosts/hostReader.ts';
import { templateSyntax } from '../hosts/taskfileCard.ts';
import type { PipelineFormat } from './pipelineFormat.ts';
import { readScripts, shellOf } from './readScripts.ts';

const syntax = templateSyntax(new Map());

/** Skaffold: the images that artifacts become, what they are cached from and built on, and the Dockerfiles they are built of. */
export const skaffold: PipelineFormat = {
	matches: file => /^skaffold(?:[._-][\w.-]*)?\.ya?ml$/i.test(baseName(file)),
	read(reader, root) {
		for (const part of [root, ...itemsOf(valueOf(root, 'profiles')).flatMap(item => asMap(item) ?? [])]) {
			for (const item of itemsOf(valueOf(asMap(valueOf(part, 'build')), 'artifacts'))) {
				const artifact = asMap(item);
				if (artifact) { readArtifact(reader, artifact); }
			}
			for (const item of itemsOf(valueOf(part, 'test'))) { use(reader, asMap(item), 'image', 'workflow-image', 'build-output'); }
		}
	},
};

function readArtifact(reader: HostReader, artifact: YamlMap): void {
	const image = scalarOf(valueOf(artifact, 'image'));
	use(reader, artifact, 'image', 'workflow-tag', 'build-output');
	const own = folderOf(reader.file);
	const context = joinPath(own, scalarOf(valueOf(artifact, 'context'))?.value ?? '.');
	const builders = ['docker', 'kaniko'].flatMap(key => asMap(valueOf(artifact, key)) ?? []);
	for (const builder of builders) {
		for (const item of itemsOf(valueOf(builder, 'cacheFrom'))) {
			const cache = scalarOf(item);
			if (cache) { reader.use(reader.map(cache), 'workflow-cache', 'image', syntax); }
		}
		use(reader, builder, 'image', 'workflow-image', 'image');
		use(reader, asMap(valueOf(builder, 'cache')), 'repo', 'workflow-cache', 'build-output');
	}
	for (const key of ['builder', 'runImage']) { use(reader, asMap(valueOf(artifact, 'buildpacks')), key, 'workflow-image', 'image'); }
	use(reader, asMap(valueOf(artifact, 'jib')), 'fromImage', 'workflow-image', 'image');
	use(reader, asMap(valueOf(artifact, 'ko')), 'fromImage', 'workflow-image', 'image');
	readScripts(reader, valueOf(asMap(valueOf(artifact, 'custom')), 'buildCommand'), shellOf([context], noVariables));
	const others = ['custom', 'buildpacks', 'jib', 'bazel', 'ko'].some(key => valueOf(artifact, key) !== undefined);
	if (!image || (others && builders.length === 0)) { return; }
	const builder = builders[0];
	const target = scalarOf(valueOf(builder, 'target'))?.value;
	reader.collection.addBuilds([{
		dockerfile: joinPath(context, scalarOf(valueOf(builder, 'dockerfile'))?.value ?? 'Dockerfile'),
		args: pairsOf(asMap(valueOf(builder, 'buildArgs'))).map(({ key, value }) => {
			const given = scalarOf(value);
			return {
				name: key.value,
				...(given && !given.value.includes('{{') && { value: given.value }),
				...(given && { source: { file: reader.file, span: given.span } }),
				origin: 'build-arg' as const,
			};
		}),
		...(target !== undefined && target !== '' && { target }),
		platforms: itemsOf(valueOf(artifact, 'platforms')).flatMap(item => scalarOf(item)?.value ?? []),
		contexts: {},
		at: { file: reader.file, span: image.span },
		label: 'skaffold',
	}]);
}

function use(
	reader: HostReader,
	map: YamlMap | undefined,
	key: string,
	kind: 'workflow-tag' | 'workflow-cache' | 'workflow-image',
	role: 'image' | 'build-output',
): void {
	const scalar = scalarOf(valueOf(map, key));
	if (scalar) { reader.use(reader.map(scalar), kind, role, syntax); }
}
