import { folderOf } from '../../../util/filePath.ts';
import type { ExtractCard } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { asMap, itemsOf, pairsOf, valueOf } from '../../yaml/lookup.ts';
import { readYaml } from '../../yaml/readYaml.ts';
import type { YamlMap, YamlNode } from '../../yaml/yamlNode.ts';
import { batchMap } from '../batchMap.ts';
import { powerShellMap } from '../powerShellMap.ts';
import type { ShellVariable } from '../shellScope.ts';
import { templateName } from '../shellSource.ts';
import type { VariableSyntax } from '../textWord.ts';
import { readDockerTask } from './azureDockerTask.ts';
import { macrosAsVariables, shellName } from './azureMacros.ts';
import { HostReader, scalarOf } from './hostReader.ts';
import type { HostVariables } from './hostReader.ts';

function macroSyntax(values: ReadonlyMap<string, ShellVariable | 'unknown'>): VariableSyntax {
	return {
		pattern: /\$\(([\w.-]+)\)|\$\{\{[^}]*\}\}|\$\[[^\]]*\]/g,
		read: match => ({ name: match[1] ?? templateName(match[0]) }),
		value: name => values.get(name),
	};
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
	const atTop = parameterDefaults(reader.file, root);
	const top = ownVariables(reader, root, atTop);
	const folders = [...new Set([folderOf(reader.file), '', folderOf(folderOf(reader.file))])];
	for (const container of itemsOf(valueOf(asMap(valueOf(root, 'resources')), 'containers'))) {
		const image = scalarOf(valueOf(asMap(container), 'image'));
		if (image) { reader.use(reader.map(image), 'workflow-container', 'image', macroSyntax(top.values)); }
	}
	const named = new Set(itemsOf(valueOf(asMap(valueOf(root, 'resources')), 'containers')).map(item => scalarOf(valueOf(asMap(item), 'container'))?.value));
	const lists = parameterLists(root);
	const taskOf = new Map<YamlMap, string>();
	const readMap = (map: YamlMap, outer: HostVariables, depth: number): void => {
		// Variables of a stage and of a job hold inside of it.
		const variables = map === root ? top : ownVariables(reader, map, outer);
		const syntax = macroSyntax(variables.values);
		const inputs = asMap(valueOf(map, 'inputs'));
		if (inputs) { taskOf.set(inputs, scalarOf(valueOf(map, 'task'))?.value ?? ''); }
		const container = valueOf(map, 'container');
		const image = scalarOf(container) ?? scalarOf(valueOf(asMap(container), 'image'));
		// A bare name is one of the pipeline's own containers, perhaps of a template.
		if (image && container?.kind !== 'alias' && /[:/]|\$[{[(]/.test(image.value) && !named.has(image.value)) {
			reader.use(reader.map(image), 'workflow-container', 'image', syntax);
		}
		const task = scalarOf(valueOf(map, 'scriptType'))?.value ?? (asMap(valueOf(map, 'inputs')) ? '' : taskOf.get(map) ?? '');
		for (const key of ['script', 'bash', 'pwsh', 'powershell', 'inlineScript']) {
			const script = scalarOf(pairsOf(map).find(pair => pair.key.value === key && pair.value?.kind !== 'alias')?.value);
			if (!script) { continue; }
			const own = reader.variables(asMap(valueOf(map, 'env')), variables, macroSyntax);
			const inner = macrosAsVariables(reader.map(script));
			const power = key === 'pwsh' || key === 'powershell' || /^(?:ps$|pscore$|powershell)/i.test(task);
			const batch = /^(?:batch|batchscript@)/i.test(task);
			reader.script(
				power ? powerShellMap(inner) : batch ? batchMap(inner) : inner,
				{
					folders,
					environment: own.environment,
					variables: shellNames(own.values),
					...(power && { continuation: '`' }),
					...(batch && { continuation: '^' }),
				},
			);
		}
		readDockerTask(reader, map, { folders, syntax, variables: shellNames(variables.values) });
		for (const { key, value } of map.pairs) {
			const each = /^\$\{\{\s*each\s+(\w+)\s+in\s+parameters\.(\w+)\s*\}\}$/.exec(key.value);
			const items = each ? lists.get(each[2]!) ?? [] : [];
			reader.rounds(Math.max(1, items.length), index => {
				const item = items[index];
				readNode(
					value,
					item ? { ...variables, values: new Map([...variables.values, ...itemValues(reader.file, each![1]!, item)]) } : variables,
					depth + 1,
				);
			});
		}
	};
	const readNode = (node: YamlNode | undefined, outer: HostVariables, depth: number): void => {
		if (!node || depth > 60) { return; }
		if (node.kind === 'seq') { for (const item of node.items) { readNode(item, outer, depth + 1); } }
		if (node.kind === 'map') { readMap(node, outer, depth); }
	};
	readNode(root, atTop, 0);
}

/** With the `variables:` of a pipeline, a stage or a job: a map or a list. */
function ownVariables(reader: HostReader, map: YamlMap | undefined, outer: HostVariables): HostVariables {
	return listedVariables(reader, map, reader.variables(asMap(valueOf(map, 'variables')), outer, macroSyntax));
}

/** What `parameters:` are when nobody gives others: a list of `name` and `default`, or in older templates a map. */
function parameterDefaults(file: string, root: YamlMap | undefined): HostVariables {
	const parameters = valueOf(root, 'parameters');
	const written = parameters?.kind === 'seq'
		? parameters.items.map(item => [scalarOf(valueOf(asMap(item), 'name'))?.value, scalarOf(valueOf(asMap(item), 'default'))] as const)
		: pairsOf(asMap(parameters)).map(({ key, value }) => [key.value, scalarOf(value)] as const);
	return {
		values: new Map(written.flatMap(([name, scalar]) => name === undefined || !scalar || scalar.value === '' || /\$[([{]/.test(scalar.value) ? []
			: [[`parameters.${name}`, { value: scalar.value, open: [], source: { file, span: scalar.span }, environmentDependent: true }] as const])),
		environment: [],
	};
}

/** More rounds than these of `${{ each }}` are no list that somebody wants to see. */
const mostRounds = 32;

/** The lists that parameters are when nobody gives others. */
function parameterLists(root: YamlMap | undefined): ReadonlyMap<string, readonly YamlNode[]> {
	return new Map(itemsOf(valueOf(root, 'parameters')).flatMap(item => {
		const name = scalarOf(valueOf(asMap(item), 'name'))?.value;
		const items = itemsOf(valueOf(asMap(item), 'default'));
		return name !== undefined && items.length > 0 && items.length <= mostRounds ? [[name, items] as const] : [];
	}));
}

/** `item` and `item.key` of one round. */
function itemValues(file: string, name: string, item: YamlNode): readonly (readonly [string, ShellVariable])[] {
	const all = [[name, scalarOf(item)] as const, ...pairsOf(asMap(item)).map(({ key, value }) => [`${name}.${key.value}`, scalarOf(value)] as const)];
	return all.flatMap(([key, scalar]) =>
		!scalar || /\$[([{]/.test(scalar.value)
			? []
			: [[key, { value: scalar.value, open: [], source: { file, span: scalar.span }, environmentDependent: true }] as const]);
}

/** `variables:` as a list of `name` and `value`. */
function listedVariables(reader: HostReader, root: YamlMap | undefined, outer: HostVariables): HostVariables {
	return itemsOf(valueOf(root, 'variables')).reduce((known, item) => {
		const name = scalarOf(valueOf(asMap(item), 'name'));
		const value = valueOf(asMap(item), 'value');
		return name && value ? reader.variables({ kind: 'map', pairs: [{ key: name, value }], flow: false, span: item.span }, known, macroSyntax) : known;
	}, outer);
}

/** Agents pass `my.name` to processes as `MY_NAME`; here both spellings are known. */
function shellNames(values: HostVariables['values']): HostVariables['values'] {
	let named = spelled.get(values);
	if (!named) {
		named = new Map([...values].flatMap(([name, value]) => [
			[name, value] as const,
			[shellName(name), value] as const,
			[shellName(name).toUpperCase(), value] as const,
		]));
		spelled.set(values, named);
	}
	return named;
}

/** What `shellNames` gave: many scripts share the variables of a pipeline. */
const spelled = new WeakMap<HostVariables['values'], HostVariables['values']>();
