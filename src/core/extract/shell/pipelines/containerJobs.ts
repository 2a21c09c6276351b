import { baseName, folderOf } from '../../../util/filePath.ts';
import { asMap, itemsOf, pairsOf, valueOf } from '../../yaml/lookup.ts';
import { subMap } from '../../subMap.ts';
import type { YamlMap, YamlNode } from '../../yaml/yamlNode.ts';
import { eachMap, noVariables, scalarOf } from '../hosts/hostReader.ts';
import type { HostReader } from '../hosts/hostReader.ts';
import { dollars, pipelineVariables } from './listedVariables.ts';
import type { PipelineFormat } from './pipelineFormat.ts';
import { readScripts, shellOf } from './readScripts.ts';

/** Gitpod: the workspace's image and the commands of its tasks. */
export const gitpod: PipelineFormat = {
	matches: file => baseName(file) === '.gitpod.yml',
	read(reader, root) {
		readImage(reader, valueOf(root, 'image'));
		for (const item of itemsOf(valueOf(root, 'tasks'))) {
			const scope = shellOf([folderOf(reader.file)], pipelineVariables(reader, valueOf(asMap(item), 'env'), noVariables));
			for (const key of ['before', 'init', 'prebuild', 'command']) { readScripts(reader, valueOf(asMap(item), key), scope); }
		}
	},
};

/** Semaphore: containers of agents and the commands of jobs. */
export const semaphore: PipelineFormat = {
	matches: file => /(?:^|\/)\.semaphore\/.*\.ya?ml$/.test(file),
	read(reader, root) {
		eachMap(root, map => {
			itemsOf(valueOf(map, 'containers')).forEach((item, index) => {
				readImage(reader, valueOf(asMap(item), 'image'), index === 0 ? 'workflow-container' : 'workflow-service');
			});
			readScripts(reader, valueOf(map, 'commands'), shellOf([reader.file.replace(/(?:^|\/)\.semaphore\/.*$/, '')], noVariables));
		});
	},
};

/** Cirrus CI: containers of tasks, and every `…_script`. */
export const cirrus: PipelineFormat = {
	matches: file => /^\.cirrus\.ya?ml$/.test(baseName(file)),
	read(reader, root) {
		eachMap(root, map => {
			for (const key of ['container', 'arm_container', 'windows_container', 'docker_builder']) {
				readImage(reader, valueOf(asMap(valueOf(map, key)), 'image'));
			}
			for (const item of itemsOf(valueOf(asMap(valueOf(map, 'container')), 'additional_containers'))) {
				readImage(reader, valueOf(asMap(item), 'image'), 'workflow-service');
			}
			const variables = pipelineVariables(reader, valueOf(map, 'env'), noVariables);
			for (const { key, value } of pairsOf(map)) {
				if (/(?:^|_)script$/.test(key.value)) { readScripts(reader, value, shellOf([folderOf(reader.file)], variables)); }
			}
		});
	},
};

/** AppVeyor: commands of all phases, `cmd: …`, `ps: …` or `sh: …`. */
export const appveyor: PipelineFormat = {
	matches: file => /^\.?appveyor\.ya?ml$/.test(baseName(file)),
	read(reader, root) {
		for (const { key, value } of pairsOf(root)) {
			if (!/^(?:init|install|(?:before_|after_)?(?:build|test|deploy)(?:_script)?|(?:build|test|deploy)_script|on_(?:success|failure|finish))$/.test(key.value)) {
				continue;
			}
			for (const item of itemsOf(value)) {
				readScripts(reader, scalarOf(item) ?? pairsOf(asMap(item))[0]?.value, shellOf([folderOf(reader.file)], noVariables));
			}
		}
	},
};

/** pre-commit: hooks that run an image. */
export const preCommit: PipelineFormat = {
	matches: file => /^\.pre-commit-(?:config|hooks)\.ya?ml$/.test(baseName(file)),
	read(reader, root) {
		eachMap(root, map => { readHook(reader, map); });
	},
};

function readHook(reader: HostReader, hook: YamlMap): void {
	const entry = scalarOf(valueOf(hook, 'entry'));
	if (!entry || scalarOf(valueOf(hook, 'language'))?.value !== 'docker_image') { return; }
	const written = reader.map(entry);
	const [first = ''] = /^\S+/.exec(written.text) ?? [];
	// Flags of `docker run` may come before the image.
	if (first !== '' && !first.startsWith('-')) { reader.use(subMap(written, 0, first.length), 'workflow-container', 'image', dollars(new Map())); }
}

function readImage(reader: HostReader, node: YamlNode | undefined, kind: 'workflow-container' | 'workflow-service' = 'workflow-container'): void {
	const image = scalarOf(node);
	if (image && image.value !== '') { reader.use(reader.map(image), kind, 'image', dollars(new Map())); }
}
