import type { CommandEnvironment } from '../../../model/index.ts';
import type { TextMap } from '../../../util/textMap.ts';
import { chosen } from '../choices.ts';
import type { Fork, ShellVariable } from '../shellScope.ts';
import { shellName } from './addMakeText.ts';
import { expandMake, patternStem, wordsOf } from './expandMake.ts';
import type { Assignment } from './makeAssignment.ts';
import { MakeExports } from './makeExports.ts';
import { MakeValues } from './makeValues.ts';
import { readRules } from './readRules.ts';
import type { Included, MakeRules, RecipeText } from './readRules.ts';

type Value = ShellVariable | 'unknown' | undefined;

/** Commands of a rule or of a `define`. */
export interface Recipe {
	/** As shell text: `$(VAR)` is `${VAR}`, `$$` is `$`. */
	readonly map: TextMap;
	/** What its variables are, by their names in the shell text. */
	readonly variables: { get(name: string): Value };
	/** What `export` hands to its processes. */
	readonly environment: readonly CommandEnvironment[];
}

/** More targets, or calls of a `define`, than these are read as one that nobody knows. */
const most = 16;

/**
 * The recipes of a Makefile with the variables that its assignments set, and those of included files, as far as they can be told without
 * make (GNU make manual, chapters 5, 6 and 8). A variable set in a condition, or for one of several targets, has one of several values.
 */
export function readMakefile(file: string, text: string, included: Included = new Map()): readonly Recipe[] {
	const exported = new MakeExports();
	const read = readRules(file, text, included, exported);
	const calls = new Map<string, (readonly string[])[]>();
	const called = (name: string, words: readonly string[]): void => {
		const known = calls.get(name) ?? [];
		calls.set(name, known);
		if (known.length < most && !known.some(each => each.join() === words.join())) { known.push(words); }
	};
	const base = new MakeValues(read.assigned, called);
	const rules = {
		...read,
		own: new Map([...read.own].flatMap(([name, sets]) =>
			wordsOf(expandMake(name, { get: each => base.valueOf(each) }).value).map(each => [each, sets] as const))),
	};
	for (const line of rules.evaluated) { base.expression('', line, name => base.valueOf(name)); }
	const names = new Map([...rules.assigned.keys()].map(name => [shellName(name), name]));
	const settings = new Map<string, Setting>();
	const recipeOf = ({ map, expressions }: RecipeText, { values, environment, extra }: Setting): Recipe => {
		const get = (name: string): Value => extra.get(name) ?? values.valueOf(name);
		const computed = new Map<string, Value>();
		const compute = (name: string, reference: string): Value => {
			const known = computed.get(name) ?? values.expression(name, reference, get);
			computed.set(name, known);
			return known;
		};
		for (const [name, reference] of expressions) { if (/\bcall\b/.test(reference)) { compute(name, reference); } }
		return {
			map, environment,
			variables: {
				get: name => {
					const reference = expressions.get(name);
					return reference === undefined
						? extra.get(name === '_target_' ? '@' : name === '_stem_' ? '*' : /^_arg_(\d)_$/.exec(name)?.[1] ?? name)
							?? values.valueOf(names.get(name) ?? name)
						: compute(name, reference);
				},
			},
		};
	};
	const settingOf = (rule: Pick<RecipeText, 'targets' | 'pattern'>): Setting => {
		const key = `${rule.targets}:${rule.pattern ?? ''}`;
		const known = settings.get(key) ?? settingFor(rule, rules, base, exported, called, file, text);
		settings.set(key, known);
		return known;
	};
	const found = rules.recipes.filter(({ definition }) => definition === undefined).map(recipe => recipeOf(recipe, settingOf(recipe)));
	for (const recipe of rules.recipes) {
		if (recipe.definition === undefined) { continue; }
		const setting = settingOf({ targets: '' });
		for (const words of calls.get(recipe.definition) ?? [undefined]) {
			found.push(recipeOf(
				recipe,
				{
					...setting,
					extra: new Map([
						...setting.extra,
						...(words ?? []).map((value, index): [string, Value] => [String(index + 1), { value: value.trim(), open: [] }]),
					]),
				},
			));
		}
	}
	return found;
}

/** What the recipes of a rule see. */
interface Setting {
	readonly values: MakeValues;
	readonly environment: readonly CommandEnvironment[];
	/** `$@`, `$1` and what is set for the targets alone, by their names in make. */
	readonly extra: ReadonlyMap<string, Value>;
}

function settingFor(
	{ targets: written, pattern }: Pick<RecipeText, 'targets' | 'pattern'>,
	{ assigned, own }: MakeRules,
	base: MakeValues,
	exported: MakeExports,
	called: (name: string, words: readonly string[]) => void,
	file: string,
	text: string,
): Setting {
	const expanded = expandMake(written, { get: name => base.valueOf(name) });
	const named = expanded.open.length === 0 ? wordsOf(expanded.value) : wordsOf(written);
	const implicit = named.length === 1 && named[0]!.includes('%') ? named[0]! : undefined;
	// What a pattern rule makes is told by those who need it.
	const wanted = implicit === undefined
		? []
		: exported.needed(line => wordsOf(expandMake(line, { get: name => base.valueOf(name) }).value), name =>
			!/[$%]/.test(name) && patternStem(name, implicit) !== undefined);
	const targets = wanted.length > 0 ? wanted : named;
	const stem = pattern ?? implicit;
	const ways = targets.flatMap(target => waysTo(target, own, exported, assigned).map(sets => ({ target, sets })));
	const extra = new Map<string, Value>();
	if (targets.length > 0 && ways.length <= most) {
		const fork: Fork = { asked: new Set(), text: written };
		const certain = expanded.open.length === 0 && !targets.some(target => target.includes('%'));
		const each = (name: string, valueOf: (target: string) => string | undefined): Value => certain && targets.every(target => valueOf(target) !== undefined)
			? chosen(
				name,
				ways.map(({ target }, way) =>
					({ variable: { value: valueOf(target)!, open: [] }, when: ways.length > 1 ? new Map([[fork, way]]) : new Map<Fork, number>() })),
			) : 'unknown';
		extra.set('@', each('_target_', target => target));
		if (stem !== undefined) { extra.set('*', each('_stem_', target => patternStem(target, stem))); }
		for (const name of new Set(ways.flatMap(({ sets }) => sets.map(each => each.name)))) {
			const values = ways.map(({ target, sets }, way) => {
				const automatic = new Map([['@', target], ['*', stem === undefined ? undefined : patternStem(target, stem)]]);
				const get = (each: string): Value => {
					const own = certain ? automatic.get(each) : undefined;
					return own === undefined ? base.valueOf(each) : { value: own, open: [] };
				};
				const mine = sets.filter(each => each.name === name);
				const all = mine.length === 0 || mine[0]!.operator === '+=' || mine[0]!.operator === '?=' ? [...assigned.get(name) ?? [], ...mine] : mine;
				return {
					variable: all.length === 0 ? undefined : base.assigned(name, all, get),
					when: new Map(ways.length > 1 ? [[fork, way]] : []),
				};
			});
			// Where nothing sets it, it is empty, and nobody means that.
			extra.set(name, chosen(shellName(name), values.filter(({ variable }) => variable !== undefined)));
		}
	}
	const values = [...extra.keys()].every(name => name === '@' || name === '*') && (extra.size === 0 || !usesTarget(assigned))
		? base
		: new MakeValues(assigned, called, extra);
	const variables = { names: [...assigned.keys()], get: (name: string): Value => extra.get(name) ?? values.valueOf(name) };
	return { values, extra, environment: exported.environment(targets, variables, file, text) };
}

/** The sets of assignments that may be there for a target: its own, and those of the targets that need it. */
function waysTo(target: string, own: MakeRules['own'], exported: MakeExports, assigned: MakeRules['assigned']): readonly (readonly Assignment[])[] {
	// A pattern says something for all targets that fit it, their own lines say more.
	const mine = [...own]
		.filter(([name]) => name !== target && name.includes('%') && patternStem(target, name) !== undefined)
		.flatMap(([, sets]) => sets)
		.concat(own.get(target) ?? []);
	const others = [...own].filter(([name]) => name !== target && !name.includes('%') && exported.needs(name, target)).map(([, sets]) => sets);
	const isSet = others.every(sets => sets.every(({ name }) => assigned.has(name) || mine.some(each => each.name === name)));
	return [
		...(isSet || others.length === 0 ? [mine] : []),
		...others.map(sets => [...sets.filter(({ name }) => !mine.some(each => each.name === name)), ...mine]),
	];
}

const targetUse = new WeakMap<MakeRules['assigned'], boolean>();

/** True where some variable is written with the target or its stem in it. */
function usesTarget(assigned: MakeRules['assigned']): boolean {
	const known = targetUse.get(assigned) ?? [...assigned.values()].some(all => all.some(({ value }) => /\$[({]?[@*]/.test(value)));
	targetUse.set(assigned, known);
	return known;
}
