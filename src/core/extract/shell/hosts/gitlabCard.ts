import type { ImageUse } from '../../../model/index.ts';
import { baseName } from '../../../util/filePath.ts';
import type { ExtractCard } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { asMap, itemsOf, pairsOf, resolved, valueOf } from '../../yaml/lookup.ts';
import { readYaml } from '../../yaml/readYaml.ts';
import type { YamlMap, YamlNode } from '../../yaml/yamlNode.ts';
import { ShellScope } from '../shellScope.ts';
import { dollarSyntax } from '../textWord.ts';
import type { VariableSyntax } from '../textWord.ts';
import { HostReader, scalarOf } from './hostReader.ts';
import type { HostVariables } from './hostReader.ts';
import { parallelRounds } from './parallelRounds.ts';

/** GitLab CI: `image` and `services` of jobs and defaults, and the scripts. */
export const gitlabCard: ExtractCard = {
	kind: 'gitlab-ci',
	matches: file => /(?:^|[.-])gitlab-ci(?:[.-][\w.-]*)?\.ya?ml$/i.test(baseName(file)) || /(?:^|\/)\.gitlab(?:-ci)?\/.*\.ya?ml$/.test(file),
	extract({ file, text }) {
		const reader = new HostReader(file, text, 'gitlab-ci');
		const documents = readYaml(text).map(({ root }) => asMap(root));
		const inputs = specInputs(file, documents[0]);
		for (const root of documents) { readPipeline(reader, root, inputs); }
		return { ...emptyFacts(file, 'gitlab-ci', text), ...reader.collection.facts() };
	},
};

/** Keys of a pipeline that are no jobs. */
const noJobs = new Set(['stages', 'variables', 'workflow', 'include', 'image', 'services', 'cache', 'before_script', 'after_script', 'spec', 'pages']);

/** The defaults of a template's inputs, by what stands for them: `$[[ inputs.version ]]`. */
function specInputs(file: string, root: YamlMap | undefined): HostVariables {
	const values = new Map(pairsOf(asMap(valueOf(asMap(valueOf(root, 'spec')), 'inputs'))).flatMap(({ key, value }) => {
		const scalar = scalarOf(valueOf(asMap(value), 'default'));
		return scalar && scalar.value !== '' && !scalar.value.includes('$') ? [[`inputs.${key.value}`, { value: scalar.value, open: [], source: { file, span: scalar.span } }] as const] : [];
	}));
	return { values, environment: [] };
}

function syntaxOf(values: HostVariables['values']): VariableSyntax {
	return dollarSyntax(name => values.get(/^\$\[\[\s*(inputs\.[\w-]+)\s*\]\]$/.exec(name)?.[1] ?? name));
}

function readPipeline(reader: HostReader, root: YamlMap | undefined, inputs: HostVariables): void {
	const variables = reader.variables(asMap(valueOf(root, 'variables')), inputs, syntaxOf);
	if (!root) { return; }
	// What a `before_script` leaves in the environment, for the jobs that have it from elsewhere.
	const left = new Map<YamlMap, HostVariables['environment']>([[root, readJob(reader, root, variables, undefined)]]);
	const defaults = asMap(valueOf(root, 'default'));
	if (defaults) { left.set(defaults, readJob(reader, defaults, variables, undefined)); }
	for (const { key, value } of pairsOf(root)) {
		const job = asMap(value);
		if (!job || job === defaults || (noJobs.has(key.value) && key.value !== 'pages')) { continue; }
		const bases = basesOf(root, job);
		const own = [...bases, job].reduce((outer, map) => reader.variables(asMap(valueOf(map, 'variables')), outer, syntaxOf), variables);
		const before = [job, ...[...bases].reverse(), ...defaults ? [defaults] : [], root].find(map => valueOf(map, 'before_script') !== undefined);
		const inherited = before === undefined || before === job ? [] : left.get(before) ?? [];
		const known = inherited.length > 0 ? { values: own.values, environment: [...own.environment, ...inherited] } : own;
		const rounds = parallelRounds(reader.text, job);
		reader.rounds(rounds.length, index => {
			left.set(job, readJob(reader, job, reader.variables(rounds[index], known, syntaxOf), { label: `job ${key.value}`, span: key.span }));
		});
	}
}

/** The jobs of this file that a job extends, the furthest first. */
function basesOf(root: YamlMap, job: YamlMap, depth = 0): readonly YamlMap[] {
	const written = valueOf(job, 'extends');
	if (written === undefined || depth > 10) { return []; }
	return (written.kind === 'seq' ? itemsOf(written) : [written]).flatMap(node => {
		const base = asMap(valueOf(root, scalarOf(node)?.value ?? ''));
		return base ? [...basesOf(root, base, depth + 1), base] : [];
	});
}

/** Gives what is exported behind `before_script`. */
function readJob(reader: HostReader, job: YamlMap, variables: HostVariables, owner: ImageUse['owner']): HostVariables['environment'] {
	const syntax = syntaxOf(variables.values);
	const image = (node: YamlNode | undefined, kind: ImageUse['kind']): void => {
		const scalar = scalarOf(node) ?? scalarOf(valueOf(asMap(node), 'name'));
		if (scalar) { reader.use(reader.map(scalar), kind, 'image', syntax, owner); }
	};
	image(valueOf(job, 'image'), 'workflow-container');
	for (const service of itemsOf(valueOf(job, 'services'))) { image(service, 'workflow-service'); }
	// `before_script` and `script` run in one shell; jobs start in the root of the project.
	const folders = [rootOf(reader.file)];
	const scope = new ShellScope(folders, variables.environment, variables.values);
	readScript(reader, valueOf(asMap(valueOf(job, 'hooks')), 'pre_get_sources_script'), new ShellScope(folders, variables.environment, variables.values), 0);
	readScript(reader, valueOf(job, 'before_script'), scope, 0);
	const { environment } = scope;
	readScript(reader, valueOf(job, 'script'), scope, 0);
	readScript(reader, valueOf(job, 'after_script'), new ShellScope(folders, variables.environment, variables.values), 0);
	return environment;
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
