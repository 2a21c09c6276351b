import type { ImageUse } from '../../../model/index.ts';
import { baseName } from '../../../util/filePath.ts';
import type { ExtractCard } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { asMap, itemsOf, pairsOf, resolved, valueOf } from '../../yaml/lookup.ts';
import { readYaml } from '../../yaml/readYaml.ts';
import type { YamlMap, YamlNode } from '../../yaml/yamlNode.ts';
import { ShellScope } from '../shellScope.ts';
import { dollarSyntax } from '../textWord.ts';
import { HostReader, noVariables, scalarOf } from './hostReader.ts';
import type { HostVariables } from './hostReader.ts';

/** GitLab CI: `image` and `services` of jobs and defaults, and the scripts. */
export const gitlabCard: ExtractCard = {
	kind: 'gitlab-ci',
	matches: file => /(?:^|[.-])gitlab-ci(?:[.-][\w.-]*)?\.ya?ml$/i.test(baseName(file)) || /(?:^|\/)\.gitlab(?:-ci)?\/.*\.ya?ml$/.test(file),
	extract({ file, text }) {
		const reader = new HostReader(file, text, 'gitlab-ci');
		for (const { root } of readYaml(text)) { readPipeline(reader, asMap(root)); }
		return { ...emptyFacts(file, 'gitlab-ci', text), ...reader.collection.facts() };
	},
};

/** Keys of a pipeline that are no jobs. */
const noJobs = new Set(['stages', 'variables', 'workflow', 'include', 'image', 'services', 'cache', 'before_script', 'after_script', 'spec', 'pages']);

function readPipeline(reader: HostReader, root: YamlMap | undefined): void {
	const variables = reader.variables(asMap(valueOf(root, 'variables')), noVariables, values => dollarSyntax(name => values.get(name)));
	if (root) { readJob(reader, root, variables, undefined); }
	for (const { key, value } of pairsOf(root)) {
		const job = asMap(value);
		if (!job || (noJobs.has(key.value) && key.value !== 'pages')) { continue; }
		const own = reader.variables(asMap(valueOf(job, 'variables')), variables, values => dollarSyntax(name => values.get(name)));
		readJob(reader, job, own, { label: `job ${key.value}`, span: key.span });
	}
}

function readJob(reader: HostReader, job: YamlMap, variables: HostVariables, owner: ImageUse['owner']): void {
	const syntax = dollarSyntax(name => variables.values.get(name));
	const image = (node: YamlNode | undefined, kind: ImageUse['kind']): void => {
		const scalar = scalarOf(node) ?? scalarOf(valueOf(asMap(node), 'name'));
		if (scalar) { reader.use(reader.map(scalar), kind, 'image', syntax, owner); }
	};
	image(valueOf(job, 'image'), 'workflow-container');
	for (const service of itemsOf(valueOf(job, 'services'))) { image(service, 'workflow-service'); }
	// `before_script` and `script` run in one shell; jobs start in the root of the project.
	const folders = [rootOf(reader.file)];
	const scope = new ShellScope(folders, variables.environment, variables.values);
	for (const key of ['before_script', 'script']) { readScript(reader, valueOf(job, key), scope, 0); }
	readScript(reader, valueOf(job, 'after_script'), new ShellScope(folders, variables.environment, variables.values), 0);
}

/** What an anchor stands for is read once, with the variables of the job that comes first. */
function readScript(reader: HostReader, written: YamlNode | undefined, scope: ShellScope, depth: number): void {
	const node = resolved(written);
	if (!node || depth > 10) { return; }
	if (node.kind === 'seq') { for (const item of node.items) { readScript(reader, item, scope, depth + 1); } return; }
	if (node.kind === 'scalar' && node.tag === undefined) { reader.script(reader.map(node), {}, scope); }
}

function rootOf(file: string): string {
	const inner = /(?:^|\/)\.gitlab(?:-ci)?\//.exec(file);
	return inner ? file.slice(0, inner.index) : file.slice(0, Math.max(0, file.lastIndexOf('/')));
}
