import type { FileFacts, ImageUse, WorkflowStep } from '../../../model/index.ts';
import { folderOf, joinPath } from '../../../util/filePath.ts';
import type { ExtractInput } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { subMap } from '../../subMap.ts';
import { asMap, itemsOf, pairsOf, valueOf } from '../../yaml/lookup.ts';
import { readYaml } from '../../yaml/readYaml.ts';
import type { YamlMap, YamlNode } from '../../yaml/yamlNode.ts';
import { HostReader, noVariables, scalarOf } from '../hosts/hostReader.ts';
import type { HostVariables } from '../hosts/hostReader.ts';
import { powerShellMap } from '../powerShellMap.ts';
import { actionInputs } from './actionInputs.ts';
import { buildStep } from './buildStep.ts';
import { expressionSyntax, inputUses } from './inputUses.ts';
import { stepFacts } from './stepFacts.ts';

/** What the steps of a job share. */
interface JobSetting {
	readonly variables: HostVariables;
	readonly owner?: ImageUse['owner'];
	readonly shell: string;
	readonly folder: string;
}

/** Reads jobs, their containers and steps, or the steps of a composite action. */
export function readWorkflow({ file, text }: ExtractInput): FileFacts {
	const reader = new WorkflowReader(file, text);
	for (const { root } of readYaml(text)) { reader.document(asMap(root)); }
	return { ...emptyFacts(file, 'workflow', text), steps: reader.steps, ...reader.host.collection.facts() };
}

class WorkflowReader {
	readonly steps: WorkflowStep[] = [];
	readonly host: HostReader;
	readonly #root: string;

	constructor(file: string, text: string) {
		this.host = new HostReader(file, text, 'workflow');
		const inner = /(?:^|\/)\.(?:github|gitea|forgejo)\//.exec(file);
		this.#root = inner ? file.slice(0, inner.index) : folderOf(file);
	}

	document(root: YamlMap | undefined): void {
		const variables = this.#environment(root, noVariables);
		const defaults = asMap(valueOf(asMap(valueOf(root, 'defaults')), 'run'));
		for (const { key, value } of pairsOf(asMap(valueOf(root, 'jobs')))) {
			const job = asMap(value);
			if (job) { this.#job(job, { label: `job ${key.value}`, span: key.span }, variables, defaults); }
		}
		const runs = asMap(valueOf(root, 'runs'));
		const image = scalarOf(valueOf(runs, 'image'));
		if (image?.value.startsWith('docker://')) { this.#dockerUse(image, undefined); }
		this.#steps(valueOf(runs, 'steps'), { variables, shell: '', folder: '' });
	}

	#job(job: YamlMap, owner: NonNullable<ImageUse['owner']>, outer: HostVariables, workflowDefaults: YamlMap | undefined): void {
		const variables = this.#environment(job, outer);
		this.#image(valueOf(job, 'container'), 'workflow-container', owner);
		for (const { value } of pairsOf(asMap(valueOf(job, 'services')))) { this.#image(value, 'workflow-service', owner); }
		const own = asMap(valueOf(asMap(valueOf(job, 'defaults')), 'run'));
		const setting = (name: string): string => scalarOf(valueOf(own, name) ?? valueOf(workflowDefaults, name))?.value ?? '';
		const onWindows = /^windows/.test(scalarOf(valueOf(job, 'runs-on'))?.value ?? '');
		this.#steps(valueOf(job, 'steps'), { variables, owner, shell: setting('shell') || (onWindows ? 'pwsh' : ''), folder: setting('working-directory') });
	}

	#image(node: YamlNode | undefined, kind: ImageUse['kind'], owner: ImageUse['owner']): void {
		const scalar = scalarOf(node) ?? scalarOf(valueOf(asMap(node), 'image'));
		if (!scalar || scalar.value.trim() === '') { return; }
		if (scalar.value.startsWith('docker://')) { this.#dockerUse(scalar, owner, kind); return; }
		this.host.use(this.host.map(scalar), kind, 'image', expressionSyntax, owner);
	}

	#dockerUse(scalar: NonNullable<ReturnType<typeof scalarOf>>, owner: ImageUse['owner'], kind: ImageUse['kind'] = 'workflow-uses'): void {
		const map = this.host.map(scalar);
		this.host.use(subMap(map, 'docker://'.length, map.text.length), kind, 'image', expressionSyntax, owner);
	}

	#steps(node: YamlNode | undefined, job: JobSetting): void {
		for (const item of itemsOf(node)) {
			const step = asMap(item);
			if (step) { this.#step(step, job); }
		}
	}

	#step(step: YamlMap, job: JobSetting): void {
		const uses = scalarOf(valueOf(step, 'uses'));
		if (uses) { this.#action(step, uses, job); return; }
		const run = scalarOf(valueOf(step, 'run'));
		const shell = scalarOf(valueOf(step, 'shell'))?.value ?? job.shell;
		if (!run || /^(?:python|cmd|node|perl|\$)/.test(shell)) { return; }
		const variables = this.#environment(step, job.variables);
		const folder = scalarOf(valueOf(step, 'working-directory'))?.value ?? job.folder;
		const folders = folder.includes('${{') ? [] : [joinPath(this.#root, folder)];
		const power = /^(?:pwsh|powershell)/.test(shell);
		const map = this.host.map(run);
		this.host.script(power ? powerShellMap(map) : map, {
			folders, environment: variables.environment, variables: variables.values,
			...(power && { continuation: '`' }),
		});
	}

	#action(step: YamlMap, uses: NonNullable<ReturnType<typeof scalarOf>>, job: JobSetting): void {
		if (uses.value.startsWith('docker://')) { this.#dockerUse(uses, job.owner); return; }
		const { file, text } = this.host;
		const facts: WorkflowStep = { ...stepFacts(text, step, uses), environment: this.#environment(step, job.variables).environment };
		this.steps.push(facts);
		const inputs = actionInputs[facts.action.toLowerCase()] ?? {};
		for (const { key, value } of asMap(valueOf(step, 'with'))?.pairs ?? []) {
			const input = Object.hasOwn(inputs, key.value) ? inputs[key.value] : undefined;
			const scalar = scalarOf(value);
			if (input && scalar) { inputUses(this.host, this.host.map(scalar), input, job.owner); }
		}
		const build = buildStep(file, this.#root, facts);
		if (build) { this.host.collection.addBuilds([build]); }
	}

	#environment(map: YamlMap | undefined, outer: HostVariables): HostVariables {
		return this.host.variables(asMap(valueOf(map, 'env')), outer, () => expressionSyntax);
	}
}
