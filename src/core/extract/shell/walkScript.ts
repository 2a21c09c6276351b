import type { AndOr, Assignment, Command, CompoundList, HereDoc, HereString, Pipeline, Script, Statement, SyntaxNode, Word, WordPart } from 'unbash';
import { composeMap } from '../../util/composeMap.ts';
import { sliceMap } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { forwardedWords } from './forwardedWords.ts';
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

const deepest = 6;
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
			case 'Statement':
			case 'Redirected':
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
				this.list(node.clause, scope, depth);
				for (const { clause } of node.elif) { this.list(clause, scope, depth); }
				this.#branches([node.then, ...node.elif.map(({ then }) => then), ...(node.else ? [node.else] : [])], this.#behind([node.clause, ...node.elif.map(({ clause }) => clause)], scope), depth, scope);
				return;
			case 'Case':
				this.#branches(node.items.map(({ body }) => body), this.#behind([node.word], scope), depth, scope);
				return;
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

	/** `from`: what is known in the branches, when that is less than in `scope`. */
	#branches(bodies: readonly CompoundList[], from: ShellScope, depth: number, scope = from): void {
		const copies = bodies.map(body => {
			const copy = from.copy();
			this.list(body, copy, depth);
			return copy;
		});
		scope.merge(copies);
	}

	#andOr({ commands }: AndOr, scope: ShellScope, depth: number): void {
		let known = scope;
		for (const command of commands) {
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
	#behind(conditions: readonly { readonly pos: number; readonly end: number }[], scope: ShellScope): ShellScope {
		if (this.#loops.length === 0) { return scope; }
		const names = new Set(conditions.flatMap(({ pos, end }) => [...this.#source.masked.slice(pos, end).matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(match => match[1]!)));
		const asked = this.#loops.filter(loop => loop.some(name => names.has(name)));
		if (asked.length === 0) { return scope; }
		const copy = scope.copy();
		for (const name of asked.flat()) { copy.set(name, 'unknown'); }
		return copy;
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
