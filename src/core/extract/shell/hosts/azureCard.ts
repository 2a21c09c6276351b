import type { BuildLink, VariableUse } from '../../../model/index.ts';
import { folderOf, joinPath } from '../../../util/filePath.ts';
import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import { composeMap } from '../../../util/composeMap.ts';
import type { ExtractCard } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { asMap, itemsOf, pairsOf, valueOf } from '../../yaml/lookup.ts';
import { readYaml } from '../../yaml/readYaml.ts';
import type { YamlMap } from '../../yaml/yamlNode.ts';
import { powerShellMap } from '../powerShellMap.ts';
import type { ShellVariable } from '../shellScope.ts';
import type { VariableSyntax } from '../textWord.ts';
import { HostReader, eachMap, noVariables, scalarOf } from './hostReader.ts';
import type { HostVariables } from './hostReader.ts';

function macroSyntax(values: ReadonlyMap<string, ShellVariable | 'unknown'>): VariableSyntax {
	return { pattern: /\$\(([\w.-]+)\)|\$\{\{[^}]*\}\}|\$\[[^\]]*\]/g, read: match => ({ name: match[1] ?? match[0] }), value: name => values.get(name) };
}

/** Azure Pipelines: scripts, container resources, the Docker task. */
export const azureCard: ExtractCard = {
	kind: 'azure',
	matches: file => /(?:^|\/)[^/]*azure-pipelines?[^/]*\.ya?ml$|(?:^|\/)\.?azure-?(?:pipelines|devops)\/.*\.ya?ml$/i.test(file),
	extract({ file, text }) {
		const reader = new HostReader(file, text, 'azure');
		for (const { root } of readYaml(text)) { readPipeline(reader, asMap(root)); }
		return { ...emptyFacts(file, 'azure', text), ...reader.collection.facts() };
	},
};

function readPipeline(reader: HostReader, root: YamlMap | undefined): void {
	const variables = listedVariables(reader, root, reader.variables(asMap(valueOf(root, 'variables')), noVariables, macroSyntax));
	const syntax = macroSyntax(variables.values);
	const folders = [...new Set([folderOf(reader.file), '', folderOf(folderOf(reader.file))])];
	for (const container of itemsOf(valueOf(asMap(valueOf(root, 'resources')), 'containers'))) {
		const image = scalarOf(valueOf(asMap(container), 'image'));
		if (image) { reader.use(reader.map(image), 'workflow-container', 'image', syntax); }
	}
	const named = new Set(itemsOf(valueOf(asMap(valueOf(root, 'resources')), 'containers')).map(item => scalarOf(valueOf(asMap(item), 'container'))?.value));
	eachMap(root, map => {
		const container = valueOf(map, 'container');
		const image = scalarOf(container) ?? scalarOf(valueOf(asMap(container), 'image'));
		// A bare name is one of the pipeline's own containers, perhaps of a template.
		if (image && container?.kind !== 'alias' && /[:/]/.test(image.value) && !named.has(image.value)) { reader.use(reader.map(image), 'workflow-container', 'image', syntax); }
		for (const key of ['script', 'bash', 'pwsh', 'powershell']) {
			const script = scalarOf(pairsOf(map).find(pair => pair.key.value === key && pair.value?.kind !== 'alias')?.value);
			if (!script) { continue; }
			const own = reader.variables(asMap(valueOf(map, 'env')), variables, macroSyntax);
			const inner = macrosAsVariables(reader.map(script));
			const power = key === 'pwsh' || key === 'powershell';
			reader.script(power ? powerShellMap(inner) : inner, { folders, environment: own.environment, variables: shellNames(own), ...(power && { continuation: '`' }) });
		}
		readDockerTask(reader, map, folders);
	});
}

/** `variables:` as a list of `name` and `value`. */
function listedVariables(reader: HostReader, root: YamlMap | undefined, outer: HostVariables): HostVariables {
	const values = new Map(outer.values);
	const environment = [...outer.environment];
	const list = valueOf(root, 'variables');
	if (list?.kind !== 'seq') { return outer; }
	for (const item of list.items) {
		const name = scalarOf(valueOf(asMap(item), 'name'))?.value;
		const scalar = scalarOf(valueOf(asMap(item), 'value'));
		if (name === undefined || !scalar) { continue; }
		const open = /\$[([{]/.test(scalar.value) ? [name] : [];
		values.set(name, { value: scalar.value, open, source: { file: reader.file, span: scalar.span } });
		environment.push({ name, value: { span: scalar.span, text: reader.text.slice(scalar.span.start, scalar.span.end), value: scalar.value, open }, scope: 'script' });
	}
	return { values, environment };
}

/** `$(Build.BuildId)` is filled in before the shell sees it; to a shell it would be a command. */
function macrosAsVariables(map: TextMap): TextMap {
	const builder = new TextMapBuilder();
	let from = 0;
	for (const match of map.text.matchAll(/\$\(([A-Za-z][\w.-]*)\)/g)) {
		const end = match.index + match[0].length;
		builder.verbatim(map.text.slice(from, match.index), from).replaced(`\${${shellName(match[1]!)}}`, match.index, end);
		from = end;
	}
	return composeMap(map, builder.verbatim(map.text.slice(from), from).build());
}

/** Agents pass `my.name` to processes as `MY_NAME`; here both spellings are known. */
function shellNames({ values }: HostVariables): ReadonlyMap<string, ShellVariable | 'unknown'> {
	return new Map([...values].flatMap(([name, value]) => [[shellName(name), value] as const, [shellName(name).toUpperCase(), value] as const]));
}

function shellName(name: string): string {
	return name.replace(/[.-]/g, '_');
}

function readDockerTask(reader: HostReader, map: YamlMap, folders: readonly string[]): void {
	const task = scalarOf(valueOf(map, 'task'));
	if (!task || !/^Docker@/i.test(task.value)) { return; }
	const inputs = asMap(valueOf(map, 'inputs'));
	const input = (name: string): string | undefined => scalarOf(pairsOf(inputs).find(({ key }) => key.value.toLowerCase() === name)?.value)?.value;
	const dockerfile = (input('dockerfile') ?? 'Dockerfile').replace(/^\*\*\//, '').replace(/^\$\((?:Build\.SourcesDirectory|System\.DefaultWorkingDirectory)\)\//, '');
	if (!/^build/i.test(input('command') ?? 'buildAndPush') || /[*$]/.test(dockerfile)) { return; }
	const args = [...(input('arguments') ?? '').matchAll(/--build-arg[ =]([A-Za-z_]\w*)=(\S*)/g)].map((match): VariableUse => ({ name: match[1]!, ...(!match[2]!.includes('$') && { value: match[2]! }), origin: 'build-arg' }));
	reader.collection.addBuilds(folders.map((folder): BuildLink => ({ dockerfile: joinPath(folder, dockerfile), args, platforms: [], contexts: {}, at: { file: reader.file, span: task.span }, label: task.value })));
}
