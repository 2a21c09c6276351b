import { asMap, itemsOf, pairsOf, valueOf } from '../../yaml/lookup.ts';
import type { YamlMap, YamlNode } from '../../yaml/yamlNode.ts';
import type { ShellVariable } from '../shellScope.ts';
import { eachMap, scalarOf } from './hostReader.ts';

type Values = ReadonlyMap<string, ShellVariable | 'unknown'>;

/** A job that is called in more ways than these has values that nobody wants to see. */
const most = 32;

/** The defaults of declared parameters, by names as expressions write them: `parameters.tag`, with another `prefix` `pipeline.parameters.tag`. */
export function parameterDefaults(file: string, part: YamlMap | undefined, prefix = 'parameters'): Values {
	return new Map(pairsOf(asMap(valueOf(part, 'parameters'))).flatMap(({ key, value }) => {
		const scalar = scalarOf(valueOf(asMap(value), 'default'));
		if (!scalar || scalar.value === '') { return []; }
		return [[`${prefix}.${key.value}`, { ...literal(file, scalar), environmentDependent: true }]];
	}));
}

/** What the workflows hand to each job: one map for each call. */
export function jobCalls(root: YamlMap | undefined): ReadonlyMap<string, readonly YamlMap[]> {
	const found = new Map<string, YamlMap[]>();
	for (const { value } of pairsOf(asMap(valueOf(root, 'workflows')))) {
		for (const item of itemsOf(valueOf(asMap(value), 'jobs'))) {
			for (const { key, value: given } of pairsOf(asMap(item))) {
				const call = asMap(given);
				if (call) { found.set(key.value, [...(found.get(key.value) ?? []), call]); }
			}
		}
	}
	return found;
}

/** What steps hand to each command, and jobs to each executor. */
export function partCalls(root: YamlMap | undefined): Readonly<Record<'commands' | 'executors', ReadonlyMap<string, readonly YamlMap[]>>> {
	const commands = new Map<string, YamlMap[]>();
	const executors = new Map<string, YamlMap[]>();
	const add = (to: Map<string, YamlMap[]>, name: string | undefined, given: YamlMap | undefined, at: YamlNode): void => {
		if (name === undefined) { return; }
		const known = to.get(name) ?? [];
		to.set(name, known);
		known.push(given ?? { kind: 'map', pairs: [], flow: true, span: at.span });
	};
	eachMap(root, map => {
		for (const item of itemsOf(valueOf(map, 'steps'))) {
			if (scalarOf(item)) { add(commands, scalarOf(item)?.value, undefined, item); }
			for (const { key, value } of pairsOf(asMap(item))) { add(commands, key.value, asMap(value), item); }
		}
		const executor = valueOf(map, 'executor');
		if (executor) { add(executors, scalarOf(executor)?.value ?? scalarOf(valueOf(asMap(executor), 'name'))?.value, asMap(executor), executor); }
	});
	return { commands, executors };
}

/** The parameters of a job in each of its calls, a matrix giving one for each combination; the defaults where nobody gives any. */
export function callRounds(file: string, job: YamlMap | undefined, calls: readonly YamlMap[]): readonly Values[] {
	const defaults = parameterDefaults(file, job);
	const names = pairsOf(asMap(valueOf(job, 'parameters'))).map(({ key }) => key.value);
	if (names.length === 0 || calls.length === 0) { return [defaults]; }
	const rounds = calls.flatMap(call => {
		let found: Values[] = [defaults];
		const matrix = asMap(valueOf(asMap(valueOf(call, 'matrix')), 'parameters'));
		for (const name of names) {
			const given = valueOf(call, name);
			const choices = given ? [given] : itemsOf(valueOf(matrix, name));
			if (choices.length > 0) {
				found = found.flatMap(round => choices.map(choice => new Map([...round, [`parameters.${name}`, valueFrom(file, choice)]]))).slice(0, most + 1);
			}
		}
		return found;
	});
	return rounds.length > most ? [new Map(names.map(name => [`parameters.${name}`, 'unknown']))] : rounds;
}

function valueFrom(file: string, node: YamlNode): ShellVariable | 'unknown' {
	const scalar = scalarOf(node);
	return scalar && !scalar.value.includes('<<') ? literal(file, scalar) : 'unknown';
}

function literal(file: string, { value, span }: NonNullable<ReturnType<typeof scalarOf>>): ShellVariable {
	return { value, open: [], source: { file, span } };
}
