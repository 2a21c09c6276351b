import type {
	Assignment, Command, CommandExpansionPart, CompoundList, Function as FunctionNode, HereDoc, HereString, Pipeline,
	ProcessSubstitutionPart, Redirect, Redirection, Script, Statement, SyntaxNode, While, Word,
} from 'unbash';
import { walkAndOr, walkCase, walkIf } from './branches.ts';
import type { Walk } from './branches.ts';
import { Conditions } from './conditions.ts';
import { certainValue } from './decideTest.ts';
import { forwardedWords } from './forwardedWords.ts';
import { heredocText } from './heredocText.ts';
import { argumentValues, loopValues } from './loopValues.ts';
import { isLeaving } from './nodeKinds.ts';
import { lineRounds, loopReader } from './readLine.ts';
import { output } from './shellScope.ts';
import type { ShellScope, ShellVariable } from './shellScope.ts';
import type { ShellSource } from './shellSource.ts';
import type { ShellWord } from './shellWord.ts';
import { scriptsIn } from './scriptsIn.ts';
import { textFilter } from './textFilter.ts';
import { fileRedirect, isCapturing, isRedirected, isSilent, laterFile, textOf, withoutLineEnds, write, writers } from './writtenOutput.ts';

/** One simple command where it stands, with what is known there. Read it at once: the scope goes on changing. */
export interface SimpleCommand {
	readonly name: Word | undefined;
	readonly prefix: readonly Assignment[];
	readonly words: readonly (Word | Assignment)[];
	/** What it reads: `<<EOF`, `<<<`, `< <(…)`, or the command whose output is piped into it. */
	readonly input: HereDoc | HereString | ProcessSubstitutionPart | Command | undefined;
	/** Where what it writes goes; absent when that is no file. A group of commands writes to a file that they share. */
	readonly output?: { readonly redirect: Redirect; readonly isShared: boolean };
	readonly source: ShellSource;
	readonly scope: ShellScope;
}

const deepest = 6;
/** What leaves a round, or the loop: which rounds there are is then decided in them. */
const jumps = /\b(?:break|continue|return)\b/;
/** Programs that write down what the script gives them. */
const fileWriters: ReadonlySet<string> = new Set(['cat', 'echo', 'printf']);
const noAssignments: readonly Assignment[] = [];

/** Goes through the nodes of one parsed piece of a script with what is known at each of them. */
export class ScriptWalker implements Walk {
	readonly source: ShellSource;
	readonly #file: string;
	/** Characters that loops may still be read again. */
	readonly #rounds: { left: number };
	readonly conditions: Conditions;
	readonly #visit: (command: SimpleCommand) => void;
	readonly #interesting: (name: Word) => boolean;
	/** Where a group of commands writes to. */
	#written: Redirect | undefined;
	/** Functions that nothing has called so far. */
	readonly #uncalled = new Set<FunctionNode>();
	/** Functions that are gone through. */
	readonly #active = new Set<FunctionNode>();

	constructor(source: ShellSource, file: string, rounds: { left: number }, visit: (command: SimpleCommand) => void, interesting: (name: Word) => boolean) {
		this.source = source;
		this.conditions = new Conditions(source.masked);
		this.#file = file;
		this.#rounds = rounds;
		this.#visit = visit;
		this.#interesting = interesting;
	}

	list(list: Script | CompoundList, scope: ShellScope, depth: number): void {
		for (const statement of list.commands) {
			if (scope.left !== undefined && (this.conditions.loops.length > 0 || scope.locals)) {
				this.unreached(statement, scope, depth);
			} else {
				this.node(statement, scope, depth);
			}
		}
	}

	/** Reads the functions that the script defines and does not call: others may, and nobody knows here with which words. */
	finish(scope: ShellScope): void {
		for (const node of [...this.#uncalled].reverse()) {
			if (this.#uncalled.has(node)) { this.#call(node, scope.copy(), undefined, 0); }
		}
	}

	/** What `$(…)` or `<(…)` writes. */
	readonly evaluate = ({ script, text }: CommandExpansionPart | ProcessSubstitutionPart, scope: ShellScope): ShellVariable | undefined => {
		// With escaped backticks the offsets are not those of this text.
		if (!script || script.source !== undefined || !/^.{1,2}\s*(?:[\w.-]+|\[)/.test(text)) { return undefined; }
		return withoutLineEnds(this.#outputOf([script], scope, 1));
	};

	#outputOf(nodes: readonly (SyntaxNode | Script)[], scope: ShellScope, depth: number): ShellVariable | 'unknown' | undefined {
		const cost = nodes.reduce((sum, { pos, end }) => sum + end - pos, 0);
		if (depth > deepest || cost > this.#rounds.left) { return undefined; }
		this.#rounds.left -= cost;
		const inner = scope.copy();
		inner.set(output, { value: '', open: [] });
		for (const node of nodes) { if (node.type === 'Script') { this.list(node, inner, depth); } else { this.node(node, inner, depth); } }
		return inner.get(output);
	}

	/** `args`: `undefined` when nobody knows the words of the call. */
	#call(node: FunctionNode, scope: ShellScope, args: readonly ShellWord[] | undefined, depth: number): void {
		const cost = node.end - node.pos;
		this.#uncalled.delete(node);
		if (this.#active.has(node) || this.#active.size > deepest || cost > this.#rounds.left) {
			for (const name of this.conditions.assignedIn(node.body)) { scope.set(name, 'unknown'); }
			return;
		}
		if (args) { this.#rounds.left -= cost; }
		this.#active.add(node);
		const inner = scope.copy();
		inner.args = args;
		inner.evaluate = this.evaluate;
		inner.locals = new Set();
		inner.returns = [];
		this.node(node.body, inner, depth);
		if (inner.returns.length > 0) {
			const fork = { asked: new Set<string>(), text: node.name.text };
			const ways = inner.left === undefined ? [inner, ...inner.returns] : inner.returns;
			inner.join(ways.map((way, index) => ({ scope: way, when: new Map([[fork, index]]) })));
		}
		this.#active.delete(node);
		scope.takeOver(inner);
	}

	/** What never runs in this round is read for what is written there; nothing is known of the variables that decided so. */
	unreached(node: Statement | SyntaxNode, scope: ShellScope, depth: number): void {
		const cost = node.end - node.pos;
		if (isCapturing(scope) || cost > this.#rounds.left) { return; }
		this.#rounds.left -= cost;
		const copy = scope.copy();
		if (copy.locals) { copy.args = 'unknown'; }
		for (const name of [...this.conditions.loops.flat(), ...scope.locals ?? []]) { copy.set(name, 'unknown'); }
		this.node(node, copy, depth);
	}

	node(node: Statement | SyntaxNode, scope: ShellScope, depth: number): void {
		switch (node.type) {
			case 'Redirected':
				if (node.command.type === 'While' && this.#readLines(node.command, this.#redirectedText(node.redirects, scope), scope, depth)) { return; }
				this.#into(node.redirects, scope, () => { this.node(node.command, scope, depth); });
				return;
			case 'Statement':
				this.node(node.command, scope, depth);
				return;
			case 'Command':
				this.#command(node, scope, depth);
				return;
			case 'AndOr':
				walkAndOr(node, this, scope, depth);
				return;
			case 'Pipeline':
				this.#pipeline(node, scope, depth);
				return;
			case 'Subshell':
				this.list(node.body, scope.copy(), depth);
				return;
			case 'BraceGroup':
			case 'Coproc':
				this.node(node.body, scope, depth);
				return;
			case 'CompoundList':
				this.list(node, scope, depth);
				return;
			case 'If':
				walkIf(node, this, scope, depth);
				return;
			case 'Case':
				walkCase(node, this, scope, depth);
				return;
			case 'For': {
				const values = node.wordlist ? loopValues(node.wordlist, this.source, scope, this.#file) : argumentValues(scope);
				for (const word of node.wordlist ?? []) { this.#inside(word, scope, depth); }
				if (values && this.#overRounds(values.map(value => new Map([[node.name.value, value]])), node.body, scope, depth)) { return; }
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
				const forwards = forwardedWords(this.source.masked.slice(node.body.pos, node.body.end));
				if (forwards) { scope.aliases.set(node.name.value, forwards); }
				this.#uncalled.add(node);
				scope.functions.set(node.name.value, { call: (at, words) => { this.#call(node, at, words, depth); } });
				return;
			}
			default:
		}
	}

	#into(redirects: readonly Redirection[], scope: ShellScope, run: () => void): void {
		const { writesTo } = scope;
		scope.writesTo = laterFile(redirects) ?? writesTo;
		const written = isRedirected(redirects) ? scope.get(output) : undefined;
		const outer = this.#written;
		this.#written = fileRedirect(redirects) ?? outer;
		run();
		this.#written = outer;
		scope.writesTo = writesTo;
		if (written) { scope.set(output, written); }
	}

	inCopy(nodes: readonly (SyntaxNode | CompoundList)[], scope: ShellScope, depth: number): ShellScope {
		const copy = scope.copy();
		for (const node of nodes) { this.node(node, copy, depth); }
		return copy;
	}

	#pipeline({ commands }: Pipeline, scope: ShellScope, depth: number): void {
		if (commands.length === 1) { this.node(commands[0]!, scope, depth); return; }
		if (isCapturing(scope)) { write(scope, this.#pipedText(commands, scope, depth)); return; }
		commands.forEach((command, index) => {
			const before = commands.slice(0, index).findLast(each => each.type !== 'Command' || each.name?.text !== 'envsubst');
			const copy = scope.copy();
			if (command.type === 'Command') { this.#command(command, copy, depth, before?.type === 'Command' ? before : undefined); return; }
			if (before
					&& command.type === 'While'
					&& loopReader(command.clause)
					&& this.#readLines(command, textOf(this.#pipedText(commands.slice(0, index), scope, depth)), copy, depth)) {
				return;
			}
			this.node(command, copy, depth);
		});
	}

	/** What commands write that are piped into each other. */
	#pipedText([first, ...others]: Pipeline['commands'], scope: ShellScope, depth: number): ShellVariable | undefined {
		let written = first && this.#outputOf([first], scope, depth + 1);
		for (const command of others) {
			const words = command.type === 'Command'
				? [command.name, ...command.suffix].map(word => word?.type === 'Word' ? certainValue(word, this.source, scope) : undefined)
				: [undefined];
			const [name] = words;
			if (!written || written === 'unknown' || written.open.length > 0 || name === undefined || !words.every(word => word !== undefined)) {
				return undefined;
			}
			const value = textFilter(name, words.slice(1), written.value);
			written = value === undefined ? undefined : { ...written, value };
		}
		return written === 'unknown' ? undefined : written;
	}

	/** A later round sees what an earlier one has set. */
	#loop(body: CompoundList, scope: ShellScope, depth: number): void {
		for (const name of this.conditions.assignedIn(body)) { scope.set(name, 'unknown'); }
		if (scope.args && /\bshift\b/.test(this.source.masked.slice(body.pos, body.end))) { scope.args = 'unknown'; }
		scope.merge([this.inCopy([body], scope, depth)]);
	}

	/** Reads the body once for each round; false when that cannot be done. */
	#overRounds(rounds: readonly ReadonlyMap<string, ShellVariable>[], body: CompoundList, scope: ShellScope, depth: number): boolean {
		const cost = (rounds.length - 1) * (body.end - body.pos);
		if (cost > this.#rounds.left) { return false; }
		this.#rounds.left -= cost;
		const set = this.conditions.assignedIn(body);
		const isSequence = !jumps.test(this.source.masked.slice(body.pos, body.end));
		if (!isSequence) { for (const each of set) { scope.set(each, 'unknown'); } }
		if (rounds.length > 1) { this.conditions.loops.push([...rounds[0]!.keys(), ...set]); }
		const copies: ShellScope[] = [];
		for (const values of rounds) {
			const copy = isSequence ? scope : scope.copy();
			for (const [name, value] of values) { copy.set(name, value); }
			copies.push(copy);
			this.list(body, copy, depth);
			if (copy.left !== undefined && copy.left !== 'continue') { break; }
		}
		if (rounds.length > 1) { this.conditions.loops.pop(); }
		if (!isSequence) { scope.merge(copies); }
		return true;
	}

	/** What a loop reads by `<<EOF`, `<<<` and `< <(…)`. */
	#redirectedText(redirects: readonly Redirection[], scope: ShellScope): Pick<ShellWord, 'map' | 'open'> | undefined {
		const input = redirects.findLast(item => item.type !== 'Redirect' || item.operator === '<');
		if (!input) { return undefined; }
		if (input.type !== 'Redirect') { return heredocText(input, this.source, scope); }
		const part = input.target?.parts?.[0];
		return part?.type === 'ProcessSubstitution' ? textOf(this.evaluate(part, scope)) : undefined;
	}

	/** `while read x; do …; done <<EOF` goes over the lines of the heredoc; false for all other loops. */
	#readLines({ clause, body }: While, text: Pick<ShellWord, 'map' | 'open'> | undefined, scope: ShellScope, depth: number): boolean {
		const reader = loopReader(clause);
		if (!reader || reader.array !== undefined || !text || text.open.length > 0) { return false; }
		const rounds = lineRounds(text, reader, this.#file);
		if (!rounds || !this.#overRounds(rounds, body, scope, depth)) { return false; }
		for (const name of reader.names) { scope.set(name, 'unknown'); }
		return true;
	}

	/** Reads what stands in `$(…)` and `<(…)`. */
	#inside(word: Word | Assignment, scope: ShellScope, depth: number): void {
		for (const script of scriptsIn(word)) { this.list(script, scope.copy(), depth + 1); }
	}

	#command(node: Command, scope: ShellScope, depth: number, piped?: Command): void {
		const { name, prefix: before, suffix } = node;
		const prefix = before.length === 0 ? noAssignments : before.filter(item => item.type === 'Assignment');
		const capturing = isCapturing(scope);
		if (isLeaving(node)) { scope.left = name?.text; }
		if (depth < deepest && !capturing) {
			for (const word of prefix) { this.#inside(word, scope, depth); }
			if (name) { this.#inside(name, scope, depth); }
			for (const word of suffix) { if (word.type === 'Word' || word.type === 'Assignment') { this.#inside(word, scope, depth); } }
		}
		if (name && capturing && !writers.has(name.text) && !scope.functions.has(name.text) && !isSilent(node)) {
			scope.set(output, 'unknown');
			return;
		}
		const isHeard = name && writers.has(name.text) && (capturing || scope.writesTo || laterFile(node.redirects));
		const own = fileRedirect(node.redirects);
		const written = own ?? this.#written;
		const isWriting = written !== undefined && fileWriters.has(name?.text ?? '');
		if (name && (isHeard ? capturing && isSilent(node) : !isWriting && !this.#interesting(name))) { return; }
		const words: (Word | Assignment)[] = [];
		let input: SimpleCommand['input'] = piped;
		for (const item of suffix) {
			if (item.type === 'Word' || item.type === 'Assignment') { words.push(item); }
			if (item.type === 'HereDoc' || item.type === 'HereString') { input = item; }
			const part = item.type === 'Redirect' && item.operator === '<' ? item.target?.parts?.[0] : undefined;
			if (part?.type === 'ProcessSubstitution') { input = part; }
		}
		input = before.find(item => item.type === 'HereDoc' || item.type === 'HereString') ?? input;
		const target = written && { redirect: written, isShared: !own };
		const command = { name, prefix, words, input, ...(target && { output: target }), source: this.source, scope };
		this.#into(node.redirects, scope, () => { this.#visit(command); });
	}
}
