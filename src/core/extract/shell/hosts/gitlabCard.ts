import type { ImageUse } from '../../../model/index.ts';
import { baseName, joinPath } from '../../../util/filePath.ts';
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
	matches: (file, _languageId, text) => /(?:^|[.-])gitlab-ci(?:[.-][\w.-]*)?\.ya?ml$/i.test(baseName(file))
		|| /(?:^|\/)\.gitlab(?:-ci)?\/.*\.ya?ml$/.test(file)
		|| (/(?:^|\/)\.?ci\/.*\.ya?ml$/.test(file) && holdsJobs(text)),
	needs: ({ file, text }) => includedFiles(file, text),
	extract({ file, text, files }) {
		const reader = new HostReader(file, text, 'gitlab-ci');
		const documents = readYaml(text).map(({ root }) => asMap(root));
		const inputs = specInputs(file, documents[0]);
		const others = includedFiles(file, text).flatMap(path => readYaml(files.get(path) ?? '').flatMap(({ root }) => asMap(root) ?? []));
		for (const root of documents) { readPipeline(reader, root, inputs, others); }
		return { ...emptyFacts(file, 'gitlab-ci', text), ...reader.collection.facts() };
	},
};

/** Jobs that another pipeline includes: each with its stage and script. */
function holdsJobs(text: string): boolean {
	return /^[ \t]+stage[ \t]*:/m.test(text) && /^[ \t]+script[ \t]*:/m.test(text);
}

/** The files of `include: /ci/base.yml` and `- local: ci/base.yml`; their paths begin at the root of the project. */
function includedFiles(file: string, text: string): readonly string[] {
	const listed = [...text.matchAll(/^[ \t]*(?:-[ \t]*)?(?:local|include):[ \t]*["']?(\/?[\w.-]+(?:\/[\w.-]+)*\.ya?ml)["']?[ \t]*\r?$/gm)];
	return [...new Set(listed.map(match => joinPath(rootOf(file), match[1]!.replace(/^\//, ''))))].filter(path => path !== file).slice(0, 20);
}

/** Keys of a pipeline that are no jobs. */
const noJobs = new Set(['stages', 'variables', 'workflow', 'include', 'image', 'services', 'cache', 'before_script', 'after_script', 'spec', 'pages']);

/** The defaults of a template's inputs, by what stands for them: `$[[ inputs.version ]]`. */
function specInputs(file: string, root: YamlMap | undefined): HostVariables {
	const values = new Map(pairsOf(asMap(valueOf(asMap(valueOf(root, 'spec')), 'inputs'))).flatMap(({ key, value }) => {
		const scalar = scalarOf(valueOf(asMap(value), 'default'));
		return scalar && scalar.value !== '' && !scalar.value.includes('$')
			? [[`inputs.${key.value}`, { value: scalar.value, open: [], source: { file, span: scalar.span } }] as const]
			: [];
	}));
	return { values, environment: [] };
}

function syntaxOf(values: HostVariables['values']): VariableSyntax {
	return dollarSyntax(name => values.get(/^\$\[\[\s*(inputs\.[\w-]+)\s*\]\]$/.exec(name)?.[1] ?? name));
}

function readPipeline(reader: HostReader, root: YamlMap | undefined, inputs: HostVariables, others: readonly YamlMap[]): void {
	const included = others.reduce((outer, other) => reader.variables(asMap(valueOf(other, 'variables')), outer, syntaxOf), inputs);
	const variables = reader.variables(asMap(valueOf(root, 'variables')), included, syntaxOf);
	if (!root) { return; }
	const defaults = asMap(valueOf(root, 'default'));
	const jobs = pairsOf(root).flatMap(({ key, value }) => {
		const job = asMap(value);
		return job && job !== defaults && !(noJobs.has(key.value) && key.value !== 'pages') ? [{ key, job, bases: basesOf(root, job) }] : [];
	});
	const templates = new Set(jobs.flatMap(({ bases }) => bases));
	for (const { key, job } of jobs) { if (!key.value.startsWith('.')) { templates.delete(job); } }
	const left = new Map<YamlNode, number>();
	const shared = (node: YamlNode | undefined): YamlNode | undefined => {
		const count = node ? left.get(node) ?? mostJobs : 0;
		if (node) { left.set(node, count - 1); }
		return count > 0 ? node : undefined;
	};
	const ways = jobs.filter(({ job }) => !templates.has(job)).flatMap(({ key, job, bases }) => {
		// The nearest one that says something counts.
		const sources = [job, ...[...bases].reverse(), ...defaults ? [defaults] : [], root];
		const own = [...bases, job].reduce((outer, map) => reader.variables(asMap(valueOf(map, 'variables')), outer, syntaxOf), variables);
		return parallelRounds(reader.text, job).map(round =>
			({ sources, owner: { label: `job ${key.value}`, span: key.span }, known: reader.variables(round, own, syntaxOf) }));
	});
	reader.rounds(ways.length, index => {
		const { sources, owner, known } = ways[index]!;
		readJob(reader, key => {
			const source = sources.find(map => valueOf(map, key) !== undefined);
			const node = valueOf(source, key);
			return source === sources[0] ? node : shared(node);
		}, root, known, owner);
	});
	// What no job has.
	for (const map of [root, ...defaults ? [defaults] : [], ...templates]) {
		readJob(reader, key => {
			const node = valueOf(map, key);
			return node && left.has(node) ? undefined : node;
		}, root, reader.variables(asMap(valueOf(map, 'variables')), variables, syntaxOf), undefined);
	}
}

/** What several jobs have in common is read with the variables of so many of them. */
const mostJobs = 32;

/** The jobs of this file that a job extends, the furthest first. */
function basesOf(root: YamlMap, job: YamlMap, depth = 0): readonly YamlMap[] {
	const written = valueOf(job, 'extends');
	if (written === undefined || depth > 10) { return []; }
	return (written.kind === 'seq' ? itemsOf(written) : [written]).flatMap(node => {
		const base = asMap(valueOf(root, scalarOf(node)?.value ?? ''));
		return base ? [...basesOf(root, base, depth + 1), base] : [];
	});
}

/** `part` gives what the job has, or gets from elsewhere. */
function readJob(reader: HostReader, part: (key: string) => YamlNode | undefined, root: YamlMap, variables: HostVariables, owner: ImageUse['owner']): void {
	const syntax = syntaxOf(variables.values);
	const image = (node: YamlNode | undefined, kind: ImageUse['kind']): void => {
		const scalar = scalarOf(node) ?? scalarOf(valueOf(asMap(node), 'name'));
		if (scalar) { reader.use(reader.map(scalar), kind, 'image', syntax, owner); }
	};
	image(part('image'), 'workflow-container');
	for (const service of itemsOf(part('services'))) { image(service, 'workflow-service'); }
	// `before_script` and `script` run in one shell; jobs start in the root of the project.
	const folders = [rootOf(reader.file)];
	const newScope = (): ShellScope => new ShellScope(folders, variables.environment, variables.values);
	const scope = newScope();
	readScript(reader, valueOf(asMap(part('hooks')), 'pre_get_sources_script'), root, newScope());
	readScript(reader, part('before_script'), root, scope);
	readScript(reader, part('script'), root, scope);
	readScript(reader, part('after_script'), root, newScope());
}

/** What an anchor or `!reference` stands for is read once, with the variables of the job that comes first. */
function readScript(reader: HostReader, written: YamlNode | undefined, root: YamlMap, scope: ShellScope, depth = 0): void {
	const node = resolved(written);
	if (!node || depth > 10) { return; }
	if (node.kind === 'seq' && node.tag === '!reference') {
		const path = node.items.map(item => scalarOf(item)?.value ?? '');
		readScript(reader, path.reduce((map: YamlNode | undefined, key) => valueOf(asMap(map), key), root), root, scope, depth + 1);
		return;
	}
	if (node.kind === 'seq') { for (const item of node.items) { readScript(reader, item, root, scope, depth + 1); } return; }
	if (node.kind === 'scalar' && node.tag === undefined) { reader.script(reader.map(node), {}, scope); }
}

function rootOf(file: string): string {
	const inner = /(?:^|\/)\.gitlab(?:-ci)?\//.exec(file);
	return inner ? file.slice(0, inner.index) : file.slice(0, Math.max(0, file.lastIndexOf('/')));
}
