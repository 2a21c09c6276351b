import { baseName, folderOf, joinPath } from '../../../util/filePath.ts';
import { TextMapBuilder } from '../../../util/textMap.ts';
import { asMap, itemsOf, valueOf } from '../../yaml/lookup.ts';
import type { YamlMap, YamlScalar } from '../../yaml/yamlNode.ts';
import { noVariables, scalarOf } from '../hosts/hostReader.ts';
import type { HostReader, HostVariables } from '../hosts/hostReader.ts';
import { joinedCommand } from '../hosts/joinedCommand.ts';
import type { ShellVariable } from '../shellScope.ts';
import { tools } from '../tools/index.ts';
import { dollars, pipelineVariables } from './listedVariables.ts';
import type { PipelineFormat } from './pipelineFormat.ts';
import { readScripts, shellOf, withoutDoubleDollars } from './readScripts.ts';

const shells = /(?:^|\/)(?:ba|da|z)?sh$/;

/** Google Cloud Build: the images that steps run in, what they run, and the images that are pushed in the end. */
export const cloudBuild: PipelineFormat = {
	matches: file => /^(?:[\w.-]+[._-])?cloudbuild(?:[._-][\w.-]*)?\.(?:ya?ml|json)$/i.test(baseName(file)),
	read(reader, root) {
		const given = pipelineVariables(reader, valueOf(root, 'substitutions'), noVariables);
		// Whoever starts the build may give other values.
		const values = new Map([...given.values].map(([name, value]): [string, ShellVariable | 'unknown'] => [
			name,
			value === 'unknown' ? value : { ...value, environmentDependent: true },
		]));
		const variables: HostVariables = { values, environment: [] };
		for (const item of itemsOf(valueOf(root, 'steps'))) {
			const step = asMap(item);
			if (step) { readStep(reader, step, pipelineVariables(reader, valueOf(step, 'env'), variables)); }
		}
		for (const list of [valueOf(root, 'images'), valueOf(asMap(valueOf(root, 'artifacts')), 'images')]) {
			for (const item of itemsOf(list)) {
				const image = scalarOf(item);
				if (image) { reader.use(reader.map(image), 'workflow-push', 'build-output', dollars(values)); }
			}
		}
	},
};

function readStep(reader: HostReader, step: YamlMap, variables: HostVariables): void {
	const name = scalarOf(valueOf(step, 'name'));
	if (!name) { return; }
	reader.use(reader.map(name), 'workflow-container', 'image', dollars(variables.values));
	const folder = scalarOf(valueOf(step, 'dir'))?.value ?? '';
	const own = folderOf(reader.file);
	// A build is started from the file's folder or from the one above.
	const folders = folder.includes('$') ? [] : [...new Set([own, folderOf(own)])].map(root => joinPath(root, folder));
	readScripts(reader, valueOf(step, 'script'), shellOf(folders, variables), withoutDoubleDollars);
	const entrypoint = scalarOf(valueOf(step, 'entrypoint'));
	const args = itemsOf(valueOf(step, 'args')).flatMap(item => scalarOf(item) ?? []);
	if (entrypoint && shells.test(entrypoint.value)) {
		const at = args.findIndex(({ value }) => /^-[a-z]*c$/.test(value));
		const script = at === -1 ? undefined : args[at + 1];
		if (script) { readScripts(reader, script, shellOf(folders, variables), withoutDoubleDollars); }
		return;
	}
	const program = toolOf(entrypoint ?? name);
	if (program === undefined || args.length === 0) { return; }
	const place = entrypoint ?? name;
	const command = new TextMapBuilder().replaced(program, place.span.start, place.span.end).build();
	const words = args.map(arg => withoutDoubleDollars(reader.map(arg)));
	reader.collection.add(
		joinedCommand(command, words, reader.text),
		{ file: reader.file, text: reader.text, host: reader.host, folders, variables: variables.values, environment: variables.environment, editable: false },
	);
}

/** The tool that an entry point, or a builder's image, is. */
function toolOf({ value }: YamlScalar): string | undefined {
	const name = value.slice(value.lastIndexOf('/') + 1).replace(/[:@].*$/, '');
	return tools.has(name) ? name : undefined;
}

