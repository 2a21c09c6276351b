import type { FileFacts, ImageUse, WorkflowStep } from '../../../model/index.ts';
import { joinPath } from '../../../util/filePath.ts';
import type { ExtractInput } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { subMap } from '../../subMap.ts';
import { asMap, itemsOf, pairsOf, valueOf } from '../../yaml/lookup.ts';
import { readYaml } from '../../yaml/readYaml.ts';
import type { YamlMap, YamlNode } from '../../yaml/yamlNode.ts';
import { HostReader, noVariables, scalarOf } from '../hosts/hostReader.ts';
import type { HostVariables } from '../hosts/hostReader.ts';
import type { Fork, ShellScope, ShellVariable } from '../shellScope.ts';
import type { VariableSyntax } from '../textWord.ts';
import { batchMap } from '../batchMap.ts';
import { powerShellMap } from '../powerShellMap.ts';
import { actionInputs } from './actionInputs.ts';
import { buildStep } from './buildStep.ts';
import { asExpressions, expressionSyntax, fillExpressions, inputDefaults, setForLater, withExpressions } from './expressions.ts';
import { keptForLater } from './keptForLater.ts';
import type { ExpressionValues } from './expressions.ts';
import { inputUses } from './inputUses.ts';
import { matrixRounds } from './matrixRounds.ts';
import { repositoryRoot } from './repositoryRoot.ts';
import { stepFacts } from './stepFacts.ts';

/** What no other shell can read: a call by `&`, a line that a backtick continues. Where an expression names the runner, this says which shell runs. */
const onlyPowerShell = /^[ \t]*&[ \t]+[\w"'$]|[ \t]`[ \t]*\r?$/m;

/** What more steps than these give to later ones is not known. */
const mostKept = 500;

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
	/** The conditions in expressions: alike ones go the same way. */
	readonly #forks = new Map<string, Fork>();
	readonly #syntax = (values: ExpressionValues): VariableSyntax => expressionSyntax(values, this.#forks);
	/** Outputs of jobs, as jobs behind them call them. */
	readonly #given = new Map<string, ShellVariable | 'unknown'>();
	/** The first round of a job's matrix: what does not change from round to round is noted then. */
	#isFirst = true;

	constructor(file: string, text: string) {
		this.host = new HostReader(file, text, 'workflow');
		this.#root = repositoryRoot(file);
	}

	document(root: YamlMap | undefined): void {
		const inputs = inputDefaults(this.host.file, root);
		const variables = this.#environment(root, { ...noVariables, values: inputs });
		const defaults = asMap(valueOf(asMap(valueOf(root, 'defaults')), 'run'));
		for (const { key, value } of pairsOf(asMap(valueOf(root, 'jobs')))) {
			const job = asMap(value);
			if (!job) { continue; }
			const mentioned = new Set([...this.host.text.slice(job.span.start, job.span.end).matchAll(/\bmatrix\.[\w.-]+/g)].map(match => match[0]));
			const rounds = matrixRounds(this.host.file, asMap(valueOf(job, 'strategy')), mentioned).slice(
				0,
				Math.max(1, 2_000_000 / (job.span.end - job.span.start + 1)),
			);
			this.host.rounds(rounds.length, index => {
				this.#isFirst = index === 0;
				this.#job(job, { label: `job ${key.value}`, span: key.span }, variables, new Map([...inputs, ...this.#given, ...rounds[index]!]), defaults);
			});
			this.#isFirst = true;
		}
		const runs = asMap(valueOf(root, 'runs'));
		const image = scalarOf(valueOf(runs, 'image'));
		if (image?.value.startsWith('docker://')) { this.#dockerUse(image, inputs, undefined); }
		this.#steps(valueOf(runs, 'steps'), { variables, shell: '', folder: '' });
	}

	/** `known`: what expressions outside of steps may name; they see no `env`. */
	#job(job: YamlMap, owner: NonNullable<ImageUse['owner']>, outer: HostVariables, known: ExpressionValues, workflowDefaults: YamlMap | undefined): void {
		const variables = this.#environment(job, { ...outer, values: new Map([...outer.values, ...known]) });
		this.#image(valueOf(job, 'container'), 'workflow-container', known, owner);
		for (const { value } of pairsOf(asMap(valueOf(job, 'services')))) { this.#image(value, 'workflow-service', known, owner); }
		const own = asMap(valueOf(asMap(valueOf(job, 'defaults')), 'run'));
		const setting = (name: string): string => scalarOf(valueOf(own, name) ?? valueOf(workflowDefaults, name))?.value ?? '';
		const onWindows = /^windows/.test(scalarOf(valueOf(job, 'runs-on'))?.value ?? '');
		const behind = this.#steps(
			valueOf(job, 'steps'),
			{ variables, owner, shell: setting('shell') || (onWindows ? 'pwsh' : ''), folder: setting('working-directory') },
		);
		this.#outputs(owner.label.slice('job '.length), asMap(valueOf(job, 'outputs')), behind);
	}

	/** What later jobs see of this one; rounds that give different things give nothing that is known. */
	#outputs(job: string, outputs: YamlMap | undefined, { values, environment }: HostVariables): void {
		if (!outputs || this.#given.size > mostKept) { return; }
		const found = this.host.variables(outputs, { values, environment }, this.#syntax).values;
		for (const { key } of pairsOf(outputs)) {
			const name = `needs.${job}.outputs.${key.value}`;
			const value = found.get(key.value) ?? 'unknown';
			const before = this.#given.get(name);
			this.#given.set(name, before === undefined || (before !== 'unknown' && value !== 'unknown' && before.value === value.value) ? value : 'unknown');
		}
	}

	#image(node: YamlNode | undefined, kind: ImageUse['kind'], known: ExpressionValues, owner: ImageUse['owner']): void {
		const scalar = scalarOf(node) ?? scalarOf(valueOf(asMap(node), 'image'));
		if (!scalar || scalar.value.trim() === '') { return; }
		if (scalar.value.startsWith('docker://')) { this.#dockerUse(scalar, known, owner, kind); return; }
		this.host.use(this.host.map(scalar), kind, 'image', this.#syntax(known), owner);
	}

	#dockerUse(
		scalar: NonNullable<ReturnType<typeof scalarOf>>,
		known: ExpressionValues,
		owner: ImageUse['owner'],
		kind: ImageUse['kind'] = 'workflow-uses',
	): void {
		const map = this.host.map(scalar);
		this.host.use(subMap(map, 'docker://'.length, map.text.length), kind, 'image', this.#syntax(known), owner);
	}

	/** Gives what is known behind the last step. */
	#steps(node: YamlNode | undefined, job: JobSetting): HostVariables {
		let now = job;
		for (const item of itemsOf(node)) {
			const step = asMap(item);
			if (!step) { continue; }
			// Only some rounds get behind such a condition.
			const asksRound = scalarOf(valueOf(step, 'if'))?.value.includes('matrix.') === true;
			const scope = this.#step(step, asksRound ? { ...now, variables: without(now.variables, name => name.startsWith('matrix.')) } : now);
			const run = scalarOf(valueOf(step, 'run'));
			const set = new Set(setForLater(run?.value ?? ''));
			const { values, environment } = scope && !valueOf(step, 'if') ? keptForLater(scope, scalarOf(valueOf(step, 'id'))?.value) : noVariables;
			if (set.size + values.size === 0 || now.variables.values.size > mostKept) { continue; }
			const left = without(now.variables, name => set.has(name.replace(/^env\./, '')));
			now = { ...now, variables: { values: new Map([...left.values, ...values]), environment: [...left.environment, ...environment] } };
		}
		return now.variables;
	}

	#step(step: YamlMap, job: JobSetting): ShellScope | undefined {
		const uses = scalarOf(valueOf(step, 'uses'));
		if (uses) { this.#action(step, uses, job); return undefined; }
		const run = scalarOf(valueOf(step, 'run'));
		const shell = scalarOf(valueOf(step, 'shell'))?.value ?? job.shell;
		if (!run || /^(?:python|node|perl|\$)/.test(shell)) { return undefined; }
		const variables = this.#environment(step, job.variables);
		const folder = scalarOf(valueOf(step, 'working-directory'))?.value ?? job.folder;
		const folders = folder.includes('${{') ? [] : [joinPath(this.#root, folder)];
		const power = /^(?:pwsh|powershell)/.test(shell) || (shell === '' && onlyPowerShell.test(run.value));
		const map = this.host.map(run);
		const batch = /^cmd/.test(shell);
		return this.host.script(power ? powerShellMap(map) : batch ? batchMap(map) : map, {
			folders, environment: variables.environment, variables: withExpressions(variables.values, this.#forks),
			...(power && { continuation: '`' }), ...(batch && { continuation: '^' }),
		});
	}

	#action(step: YamlMap, uses: NonNullable<ReturnType<typeof scalarOf>>, job: JobSetting): void {
		const { environment, values } = this.#environment(step, job.variables);
		if (uses.value.startsWith('docker://')) { this.#dockerUse(uses, values, job.owner); return; }
		const { text } = this.host;
		const facts: WorkflowStep = { ...stepFacts(text, step, uses), environment };
		if (this.#isFirst) { this.steps.push(facts); }
		const inputs = actionInputs[facts.action.toLowerCase()] ?? {};
		for (const { key, value } of asMap(valueOf(step, 'with'))?.pairs ?? []) {
			const input = Object.hasOwn(inputs, key.value) ? inputs[key.value] : undefined;
			const scalar = scalarOf(value);
			if (input && scalar) { inputUses(this.host, this.host.map(scalar), input, this.#syntax(values), job.owner); }
		}
		const build = buildStep(
			this.host,
			this.#root,
			{ ...facts, inputs: facts.inputs.map(given => ({ ...given, value: fillExpressions(given.value, values) })) },
		);
		if (build) { this.host.collection.addBuilds([build]); }
	}

	#environment(map: YamlMap | undefined, outer: HostVariables): HostVariables {
		const own = asMap(valueOf(map, 'env'));
		return own ? asExpressions(this.host.variables(own, outer, this.#syntax), pairsOf(own).map(({ key }) => key.value)) : outer;
	}
}

/** With the variables that `leaves` names unknown. */
function without({ values, environment }: HostVariables, leaves: (name: string) => boolean): HostVariables {
	return {
		values: new Map([...values].map(([name, value]) => [name, leaves(name) ? 'unknown' : value])),
		environment: environment.filter(({ name }) => !leaves(name)),
	};
}
