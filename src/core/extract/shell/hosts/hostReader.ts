import type { CommandEnvironment, ImageUse, ToolCommand, UseClass, UseKind } from '../../../model/index.ts';
import type { TextMap } from '../../../util/textMap.ts';
import { pairsOf, resolved } from '../../yaml/lookup.ts';
import { scalarMap } from '../../yaml/scalarMap.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../../yaml/yamlNode.ts';
import { CommandCollection } from '../parseCommands.ts';
import type { ScriptSetting } from '../parseCommands.ts';
import { referenceUse } from '../referenceUse.ts';
import { ShellScope } from '../shellScope.ts';
import type { Choice, ShellVariable } from '../shellScope.ts';
import { commandWord } from '../shellWord.ts';
import type { ShellWord } from '../shellWord.ts';
import { choiceRounds, chosen } from '../choices.ts';
import { textWord } from '../textWord.ts';
import type { VariableSyntax } from '../textWord.ts';

/** Variables of a file, job or step by name, with how commands see them. */
export interface HostVariables {
	readonly values: ReadonlyMap<string, ShellVariable | 'unknown'>;
	readonly environment: readonly CommandEnvironment[];
}

/** No variables at all. */
export const noVariables: HostVariables = { values: new Map(), environment: [] };

/** What the readers of CI files share: one file's text, its scripts and its references outside of scripts. */
export class HostReader {
	readonly file: string;
	readonly text: string;
	readonly host: ToolCommand['host'];
	readonly collection = new CommandCollection();
	/** Starts of what was read: merges and aliases lead to the same place again. */
	readonly #seen = new Set<number>();
	/** The same in the order of reading, so that a round can be taken back without looking at what was read before it. */
	readonly #order: number[] = [];

	constructor(file: string, text: string, host: ToolCommand['host']) {
		this.file = file;
		this.text = text;
		this.host = host;
	}

	/** The value of a scalar with its places. */
	map(scalar: YamlScalar): TextMap {
		return scalarMap(this.text, scalar);
	}

	/** Reads something once for each round, with other variables; what is read in the first round is new in the others too. */
	rounds(count: number, read: (round: number) => void): void {
		const before = this.#order.length;
		for (let round = 0; round < count; round++) {
			for (const start of this.#order.splice(before)) { this.#seen.delete(start); }
			read(round);
		}
	}

	/** Reads a script; scalars folded over lines count as they are folded. */
	script(map: TextMap, setting: Partial<ScriptSetting> = {}, scope?: ShellScope): ShellScope {
		if (!this.#isNew(map)) { return scope ?? new ShellScope(); }
		return this.collection.add(map, { file: this.file, text: this.text, host: this.host, ...setting }, scope);
	}

	/** Adds the reference that a value is. */
	use(map: TextMap, kind: UseKind, useClass: UseClass, syntax: VariableSyntax, owner?: ImageUse['owner']): void {
		if (!this.#isNew(map)) { return; }
		for (const { word } of wordsIn(map, syntax)) {
			const use = referenceUse(word, { start: 0, end: word.map.text.length }, { kind, class: useClass, outerText: this.text, ...(owner && { owner }) });
			if (use) { this.collection.addUse(use); }
		}
	}

	#isNew(map: TextMap): boolean {
		const start = map.outer(0);
		if (this.#seen.has(start)) { return false; }
		this.#seen.add(start);
		this.#order.push(start);
		return true;
	}

	/** The variables of an `env:` map on top of others; a value may be `{ value: … }`. */
	variables(
		map: YamlMap | undefined,
		outer: HostVariables,
		syntax: (values: ReadonlyMap<string, ShellVariable | 'unknown'>) => VariableSyntax,
	): HostVariables {
		if (!map) { return outer; }
		const values = new Map(outer.values);
		const environment = new Map(outer.environment.map(entry => [entry.name, entry]));
		for (const { key, value } of pairsOf(map)) {
			const scalar = scalarOf(value) ?? scalarOf(pairsOf(value?.kind === 'map' ? value : undefined).find(pair => pair.key.value === 'value')?.value);
			if (!scalar) { continue; }
			const ways = wordsIn(this.map(scalar), syntax(values)).map(({ word, when }) => ({
				variable: { value: word.map.text, open: word.open, source: { file: this.file, span: word.span } }, word, when,
			}));
			values.set(key.value, ways.length === 1 ? ways[0]!.variable : chosen(key.value, ways));
			const written = commandWord(ways[0]!.word, this.text);
			environment.set(key.value, { name: key.value, value: written, scope: 'script' });
		}
		return { values, environment: [...environment.values()] };
	}
}

/** A plain value once for each way that the variables in it can go. */
function wordsIn(map: TextMap, syntax: VariableSyntax): readonly { readonly word: ShellWord; readonly when: Choice['when'] }[] {
	const names = [...map.text.matchAll(syntax.pattern)].flatMap(match => {
		const read = syntax.read(match);
		return 'name' in read ? [read.name] : [];
	});
	const rounds = choiceRounds(names, name => syntax.value(name));
	if (!rounds) { return [{ word: textWord(map, syntax), when: new Map() }]; }
	return rounds.map(({ values, when }) => ({ word: textWord(map, { ...syntax, value: name => values.get(name) ?? syntax.value(name) }), when }));
}

/** The scalar that a node is, through aliases. */
export function scalarOf(node: YamlNode | undefined): YamlScalar | undefined {
	const found = resolved(node);
	return found?.kind === 'scalar' ? found : undefined;
}

/** Calls `visit` for every map of a tree, outer ones first; aliases are not followed, so that nothing is met twice. */
export function eachMap(node: YamlNode | undefined, visit: (map: YamlMap) => void, depth = 0): void {
	if (!node || depth > 60) { return; }
	if (node.kind === 'seq') { for (const item of node.items) { eachMap(item, visit, depth + 1); } }
	if (node.kind !== 'map') { return; }
	visit(node);
	for (const { value } of node.pairs) { eachMap(value, visit, depth + 1); }
}
