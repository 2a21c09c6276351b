import type { AndOr, Assignment, Command, CompoundList, HereDoc, If, HereString, Pipeline, Redirected, Script, Statement, SyntaxNode, Word, WordPart } from 'unbash';
import { composeMap } from '../../util/composeMap.ts';
import { sliceMap } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { dependsOn } from './choices.ts';
import { forwardedWords } from './forwardedWords.ts';
import { heredocText } from './heredocText.ts';
import { loopValues } from './loopValues.ts';
import { nestsDeeply } from './nestsDeeply.ts';
import { scriptPieces } from './scriptPieces.ts';
import type { ShellScope, ShellVariable } from './shellScope.ts';
import { shellSource } from './shellSource.ts';
import type { ShellSource } from './shellSource.ts';
import { mayCallTool } from './tools/index.ts';

/** One simple command where it stands, with what is known there. Read it at once: the scope goes on changing. */
export interface SimpleCommand {
	readonly name: Word | undefined;
	readonly prefix: readonly Assignment[];
	readonly words: readonly (Word | Assignment)[];
	/** What it reads: `<<EOF`, `<<<`, or the command whose output is piped into it. */
	readonly input: HereDoc | HereString | Command | undefined;
	readonly source: ShellSource;
	readonly scope: ShellScope;
}

/** A condition that is one call of a tool. */
const callsTool = /^\s*(?:!\s+)?(?:sudo\s+)?(?:docker|podman|buildah|skopeo|nerdctl|crane|oras|regctl|oc|kubectl)\s[^|&;[]*(?:;|&?>[^|;]*;?)?\s*$/;

/** A part of the text. */
interface Stretch {
	readonly pos: number;
	readonly end: number;
}

const deepest = 6;
/** A loop over more lines than these goes over what nobody has written by hand. */
const mostLines = 50;
/** `[ -z "$X" ]` */
const emptyVariable = /^\s*\[\[?\s+(?:-z\s+"?|!\s+-n\s+"?)\$\{?([A-Za-z_]\w*)(?::?-)?\}?"?\s+\]\]?\s*;?\s*$/;
const noAssignments: readonly Assignment[] = [];

/**
 * Calls `visit` for every simple command of a script that is only assignments or has a name of interest, in the order in which they are written, those in `$(…)` before the command they are
 * part of; those in a loop over a list that is known once for each of its values. Heredoc bodies are text. Never throws; a broken script gives the commands that can still be told.
 */
export function walkScript(map: TextMap, scope: ShellScope, file: string, visit: (command: SimpleCommand) => void, interesting: (name: Word) => boolean): void {
	const whole = shellSource(map);
	const rounds = { left: 100_000 + 4 * whole.masked.length };
	for (const { start, end, script } of scriptPieces(whole.masked, piece => forget(piece, scope))) {
		const source = start === 0 && end === whole.masked.length ? whole : {
			map: composeMap(whole.map, sliceMap(whole.map.text, { start, end })),
			masked: whole.masked.slice(start, end),
			hides: whole.hides,
		};
		new Walker(source, file, rounds, visit, interesting).list(script, scope, 0);
	}
}

/** Long stretches without any tool are not parsed; whatever they may set is unknown. */
function forget(piece: string, scope: ShellScope): boolean {
	if (mayCallTool(piece)) { return false; }
	for (const match of piece.matchAll(/(?<![\w$-])([A-Za-z_]\w*)\+?=/g)) { scope.set(match[1]!, 'unknown'); }
	return true;
}

class Walker {
	readonly #source: ShellSource;
	readonly #file: string;
	/** Characters that loops may still be read again. */
	readonly #rounds: { left: number };
	/** For each loop with several values around, the variables that differ from round to round. */
	readonly #loops: (readonly string[])[] = [];
	readonly #visit: (command: SimpleCommand) => void;
	readonly #interesting: (name: Word) => boolean;

	constructor(source: ShellSource, file: string, rounds: { left: number }, visit: (command: SimpleCommand) => void, interesting: (name: Word) => boolean) {
		this.#source = source;
		this.#file = file;
		this.#rounds = rounds;
		this.#visit = visit;
		this.#interesting = interesting;
	}

	list(list: Script | CompoundList, scope: ShellScope, depth: number): void {
		for (const statement of list.commands) { this.#node(statement, scope, depth); }
	}

	#node(node: Statement | SyntaxNode, scope: ShellScope, depth: number): void {
		switch (node.type) {
			case 'Redirected':
				if (this.#readLines(node, scope, depth)) { return; }
				this.#node(node.command, scope, depth);
				return;
			case 'Statement':
				this.#node(node.command, scope, depth);
				return;
			case 'Command':
				this.#command(node, scope, depth);
				return;
			case 'AndOr':
				this.#andOr(node, scope, depth);
				return;
			case 'Pipeline':
				this.#pipeline(node, scope, depth);
				return;
			case 'Subshell':
				this.list(node.body, scope.copy(), depth);
				return;
			case 'BraceGroup':
			case 'Coproc':
				this.#body(node.body, scope, depth);
				return;
			case 'CompoundList':
				this.list(node, scope, depth);
				return;
			case 'If':
				this.#if(node, scope, depth);
				return;
			case 'Case': {
				const complete = node.items.some(({ pattern }) => pattern.some(({ text }) => text === '*'));
				this.#fork(node.items.map(({ body }) => body), [node.word], complete, scope, depth);
				return;
			}
			case 'For': {
				const values = node.wordlist && loopValues(node.wordlist, this.#source, scope, this.#file);
				for (const word of node.wordlist ?? []) { this.#substitutions(word, scope, depth); }
				if (values && this.#overValues(node.name.value, values, node.body, scope, depth)) { return; }
				scope.set(node.name.value, 'unknown');
				this.#loop(node.body, scope, depth);
				return;
			}
			case 'Select':
				scope.set(node.name.value, 'unknown');
				this.#loop(node.body, scope, depth);
				return;
			case 'While':
				this.list(node.clause, scope, depth);
				this.#loop(node.body, scope, depth);
				return;
			case 'ArithmeticFor':
				this.#loop(node.body, scope, depth);
				return;
			case 'Function': {
				const forwards = forwardedWords(this.#source.masked.slice(node.body.pos, node.body.end));
				if (forwards) { scope.aliases.set(node.name.value, forwards); }
				const inner = scope.copy();
				this.#body(node.body, inner, depth);
				scope.merge([inner]);
				return;
			}
			default:
		}
	}

	#body(body: SyntaxNode, scope: ShellScope, depth: number): void {
		if (body.type === 'CompoundList') { this.list(body, scope, depth); return; }
		this.#node(body, scope, depth);
	}

	#branches(bodies: readonly CompoundList[], scope: ShellScope, depth: number): void {
		scope.merge(bodies.map(body => this.#inCopy([body], scope, depth)));
	}

	#inCopy(nodes: readonly (SyntaxNode | CompoundList)[], scope: ShellScope, depth: number): ShellScope {
		const copy = scope.copy();
		for (const node of nodes) { this.#node(node, copy, depth); }
		return copy;
	}

	#if(node: If, scope: ShellScope, depth: number): void {
		const conditions = [node.clause, ...node.elif.map(({ clause }) => clause)];
		for (const condition of conditions) { this.list(condition, scope, depth); }
		const bodies = [node.then, ...node.elif.map(({ then }) => then), ...(node.else ? [node.else] : [])];
		const fallback = bodies.length === 1 ? emptyVariable.exec(this.#source.masked.slice(node.clause.pos, node.clause.end))?.[1] : undefined;
		const isNew = fallback !== undefined && scope.get(fallback) === undefined;
		const [first] = this.#fork(bodies, conditions, node.else !== undefined, scope, depth);
		const value = isNew ? first?.get(fallback) : undefined;
		// What is put where nothing is: the environment may give something else.
		if (isNew && value && value !== 'unknown') { scope.set(fallback, { ...value, environmentDependent: true }); }
	}

	/** Reads the bodies of which one runs, or when they are not `complete` perhaps none; gives what is known behind each. */
	#fork(bodies: readonly CompoundList[], conditions: readonly Stretch[], complete: boolean, scope: ShellScope, depth: number): readonly ShellScope[] {
		const from = this.#behind(conditions, scope);
		const copies = bodies.map(body => this.#inCopy([body], from, depth));
		const staying = copies.filter((_, index) => !leaves(bodies[index]!));
		this.#join(complete ? staying : [...staying, scope], conditions, scope);
		return copies;
	}

	/** What is known behind a fork that was gone through on one of some ways. */
	#join(ways: readonly ShellScope[], conditions: readonly Stretch[], scope: ShellScope): void {
		const fork = { asked: this.#asked(conditions), text: this.#textOf(conditions) };
		scope.join(ways.map((way, index) => ({ scope: way, when: new Map([[fork, index]]) })));
	}

	#andOr({ commands, operators }: AndOr, scope: ShellScope, depth: number): void {
		let known = scope;
		for (const [index, command] of commands.entries()) {
			const before = commands.slice(0, index);
			const other = operators[index - 1] === '&&' && operators[index] === '||' && commands.length === index + 2 ? commands[index + 1] : undefined;
			const isChoice = other !== undefined && isAssignment(other);
			// What had no value before has one only here.
			if (index > 0 && isAssignment(command) && !before.every(isAssignment) && (isChoice || assignedBy(command).some(name => known.get(name) !== undefined))) {
				const ways = isChoice ? [this.#inCopy([command], known, depth), this.#inCopy(commands.slice(-1), known, depth)] : [this.#inCopy(commands.slice(index), known, depth), known];
				this.#join(ways, before, known);
				if (known !== scope) { scope.merge([known]); }
				return;
			}
			this.#node(command, known, depth);
			if (command.type !== 'Command' || /^(?:\[|test|e?grep|case)$/.test(command.name?.text ?? '')) { known = this.#behind([command], known); }
		}
	}

	#pipeline({ commands }: Pipeline, scope: ShellScope, depth: number): void {
		if (commands.length === 1) { this.#node(commands[0]!, scope, depth); return; }
		commands.forEach((command, index) => {
			const before = index > 0 ? commands[index - 1] : undefined;
			if (command.type === 'Command') { this.#command(command, scope.copy(), depth, before?.type === 'Command' ? before : undefined); } else { this.#node(command, scope.copy(), depth); }
		});
	}

	/** What is known behind a condition: when it asks for the round of a loop, nobody knows here which rounds go on. */
	#behind(conditions: readonly Stretch[], scope: ShellScope): ShellScope {
		if (this.#loops.length === 0 && scope.chosen.size === 0) { return scope; }
		// Whether an image is there says nothing about the variable that names it.
		const deciding = conditions.filter(({ pos, end }) => !callsTool.test(this.#source.masked.slice(pos, end)));
		const names = this.#asked(deciding);
		const text = this.#textOf(conditions);
		const asked = this.#loops.filter(loop => loop.some(name => names.has(name))).flat();
		// The same condition, or one that asks for the same, goes a way that is not any.
		for (const name of scope.chosen) {
			const variable = scope.get(name);
			if (variable && variable !== 'unknown' && variable.choices && (names.has(name) || dependsOn(variable, fork => fork.text === text || [...fork.asked].some(each => names.has(each))))) { asked.push(name); }
		}
		if (asked.length === 0) { return scope; }
		const copy = scope.copy();
		for (const name of asked) { copy.set(name, 'unknown'); }
		return copy;
	}

	#asked(conditions: readonly Stretch[]): ReadonlySet<string> {
		return new Set(conditions.flatMap(({ pos, end }) => [...this.#source.masked.slice(pos, end).matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(match => match[1]!)));
	}

	#textOf(conditions: readonly Stretch[]): string {
		return conditions.map(({ pos, end }) => this.#source.masked.slice(pos, end).trim()).join('\n');
	}

	/** A later round sees what an earlier one has set. */
	#loop(body: CompoundList, scope: ShellScope, depth: number): void {
		for (const name of this.#setIn(body)) { scope.set(name, 'unknown'); }
		this.#branches([body], scope, depth);
	}

	/** Reads the body once for each value; false when that cannot be done. */
	#overValues(name: string, values: readonly ShellVariable[], body: CompoundList, scope: ShellScope, depth: number): boolean {
		const cost = (values.length - 1) * (body.end - body.pos);
		if (cost > this.#rounds.left || /(?<!\|\|\s*)\b(?:continue|break)\b/.test(this.#source.masked.slice(body.pos, body.end))) { return false; }
		this.#rounds.left -= cost;
		const set = this.#setIn(body);
		for (const each of set) { scope.set(each, 'unknown'); }
		if (values.length > 1) { this.#loops.push([name, ...set]); }
		const copies = values.map(value => {
			const copy = scope.copy();
			copy.set(name, value);
			this.list(body, copy, depth);
			return copy;
		});
		if (values.length > 1) { this.#loops.pop(); }
		scope.merge(copies);
		return true;
	}

	/** `while read x; do …; done <<EOF` goes over the lines of the heredoc; false for all other loops. */
	#readLines({ command, redirects }: Redirected, scope: ShellScope, depth: number): boolean {
		const input = redirects.findLast(item => item.type === 'HereDoc' || item.type === 'HereString');
		if (command.type !== 'While' || !input) { return false; }
		const name = /^(?:IFS=\S*\s+)?read(?:\s+-r)?\s+([A-Za-z_]\w*)\s*;?\s*$/.exec(this.#source.masked.slice(command.clause.pos, command.clause.end))?.[1];
		const text = name === undefined ? undefined : heredocText(input, this.#source, scope);
		if (name === undefined || !text || text.open.length > 0) { return false; }
		const values = [...text.map.text.matchAll(/\S.*/g)].slice(0, mostLines + 1).map((match): ShellVariable => {
			const value = match[0].trimEnd();
			return { value, open: [], source: { file: this.#file, span: text.map.outerSpan({ start: match.index, end: match.index + value.length }) } };
		});
		return values.length > 0 && values.length <= mostLines && this.#overValues(name, values, command.body, scope, depth);
	}

	#setIn({ pos, end }: CompoundList): readonly string[] {
		return [...new Set([...this.#source.masked.slice(pos, end).matchAll(/(?<![\w$-])([A-Za-z_]\w*)\+?=/g)].map(match => match[1]!))];
	}

	#command(node: Command, scope: ShellScope, depth: number, piped?: Command): void {
		const { name, prefix: before, suffix } = node;
		const prefix = before.length === 0 ? noAssignments : before.filter(item => item.type === 'Assignment');
		if (depth < deepest) {
			for (const word of prefix) { this.#substitutions(word, scope, depth); }
			if (name) { this.#substitutions(name, scope, depth); }
			for (const word of suffix) { if (word.type === 'Word' || word.type === 'Assignment') { this.#substitutions(word, scope, depth); } }
		}
		if (name && !this.#interesting(name)) { return; }
		const words: (Word | Assignment)[] = [];
		let input: SimpleCommand['input'] = piped;
		for (const item of suffix) {
			if (item.type === 'Word' || item.type === 'Assignment') { words.push(item); }
			if (item.type === 'HereDoc' || item.type === 'HereString') { input = item; }
		}
		input = before.find(item => item.type === 'HereDoc' || item.type === 'HereString') ?? input;
		this.#visit({ name, prefix, words, input, source: this.#source, scope });
	}

	#substitutions(word: Word | Assignment, scope: ShellScope, depth: number): void {
		// Parts are worked out when asked for; most words have nothing inside.
		if (!word.text.includes('$(') && !word.text.includes('`') && !word.text.includes('<(') && !word.text.includes('${')) { return; }
		if (nestsDeeply(word.text)) { return; }
		if (word.type === 'Word') { this.#parts(word.parts, scope, depth); return; }
		const { value } = word;
		for (const element of value.type === 'Word' ? [value] : value.elements) { this.#parts(element.parts, scope, depth); }
	}

	#parts(parts: readonly WordPart[] | undefined, scope: ShellScope, depth: number): void {
		for (const part of parts ?? []) {
			if (part.type === 'DoubleQuoted') { this.#parts(part.parts, scope, depth); }
			if (part.type !== 'CommandExpansion' && part.type !== 'ProcessSubstitution') { continue; }
			const { script } = part;
			// With escaped backticks the offsets are not those of this text.
			if (script && script.source === undefined) { this.list(script, scope.copy(), depth + 1); }
		}
	}
}

/** True for a command that only sets variables. */
function isAssignment(node: SyntaxNode): boolean {
	return node.type === 'Command' && !node.name && node.prefix.length > 0;
}

function assignedBy(node: SyntaxNode): readonly string[] {
	return node.type === 'Command' ? node.prefix.flatMap(item => item.type === 'Assignment' ? [item.name] : []) : [];
}

/** True for a body behind whose end nothing goes on. */
function leaves({ commands }: CompoundList): boolean {
	const last = commands.at(-1)?.command;
	return last?.type === 'Command' && /^(?:exit|return|continue|break|die|fail|fatal|abort|usage)$/.test(last.name?.text ?? '');
}
