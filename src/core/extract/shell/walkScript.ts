import type { Assignment, Command, CompoundList, Script, Statement, SyntaxNode, Word, WordPart } from 'unbash';
import { composeMap } from '../../util/composeMap.ts';
import { sliceMap } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { nestsDeeply } from './nestsDeeply.ts';
import { scriptPieces } from './scriptPieces.ts';
import type { ShellScope } from './shellScope.ts';
import { shellSource } from './shellSource.ts';
import type { ShellSource } from './shellSource.ts';
import { mentionsTool } from './tools/index.ts';

/** One simple command where it stands, with what is known there. Read it at once: the scope goes on changing. */
export interface SimpleCommand {
	readonly name?: Word;
	readonly prefix: readonly Assignment[];
	readonly words: readonly (Word | Assignment)[];
	readonly source: ShellSource;
	readonly scope: ShellScope;
}

const deepest = 6;
const noAssignments: readonly Assignment[] = [];

/**
 * Calls `visit` for every simple command of a script that is only assignments or has a name of interest, in the order in which they are written, those in `$(…)` before the command they are
 * part of. Heredoc bodies are text. Never throws; a broken script gives the commands that can still be told.
 */
export function walkScript(map: TextMap, scope: ShellScope, visit: (command: SimpleCommand) => void, interesting: (name: Word) => boolean): void {
	const whole = shellSource(map);
	for (const { start, end, script } of scriptPieces(whole.masked, piece => forget(piece, scope))) {
		const source = start === 0 && end === whole.masked.length ? whole : {
			map: composeMap(whole.map, sliceMap(whole.map.text, { start, end })),
			masked: whole.masked.slice(start, end),
			hides: whole.hides,
		};
		new Walker(source, visit, interesting).list(script, scope, 0);
	}
}

/** Long stretches without any tool are not parsed; whatever they may set is unknown. */
function forget(piece: string, scope: ShellScope): boolean {
	if (mentionsTool.test(piece)) { return false; }
	for (const match of piece.matchAll(/(?<![\w$-])([A-Za-z_]\w*)\+?=/g)) { scope.set(match[1]!, 'unknown'); }
	return true;
}

class Walker {
	readonly #source: ShellSource;
	readonly #visit: (command: SimpleCommand) => void;
	readonly #interesting: (name: Word) => boolean;

	constructor(source: ShellSource, visit: (command: SimpleCommand) => void, interesting: (name: Word) => boolean) {
		this.#source = source;
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
				for (const command of node.commands) { this.#node(command, scope, depth); }
				return;
			case 'Pipeline':
				if (node.commands.length === 1) { this.#node(node.commands[0]!, scope, depth); return; }
				for (const command of node.commands) { this.#node(command, scope.copy(), depth); }
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
				this.#branches([node.then, ...node.elif.map(({ then }) => then), ...(node.else ? [node.else] : [])], scope, depth);
				return;
			case 'Case':
				this.#branches(node.items.map(({ body }) => body), scope, depth);
				return;
			case 'For':
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
		const copies = bodies.map(body => {
			const copy = scope.copy();
			this.list(body, copy, depth);
			return copy;
		});
		scope.merge(copies);
	}

	/** A later round sees what an earlier one has set. */
	#loop(body: CompoundList, scope: ShellScope, depth: number): void {
		for (const match of this.#source.masked.slice(body.pos, body.end).matchAll(/(?<![\w$-])([A-Za-z_]\w*)\+?=/g)) { scope.set(match[1]!, 'unknown'); }
		this.#branches([body], scope, depth);
	}

	#command(node: Command, scope: ShellScope, depth: number): void {
		const { name, prefix: before, suffix } = node;
		const prefix = before.length === 0 ? noAssignments : before.filter(item => item.type === 'Assignment');
		if (depth < deepest) {
			for (const word of prefix) { this.#substitutions(word, scope, depth); }
			if (name) { this.#substitutions(name, scope, depth); }
			for (const word of suffix) { if (word.type === 'Word' || word.type === 'Assignment') { this.#substitutions(word, scope, depth); } }
		}
		if (name && !this.#interesting(name)) { return; }
		const words = suffix.filter(item => item.type === 'Word' || item.type === 'Assignment');
		this.#visit({ ...(name && { name }), prefix, words, source: this.#source, scope });
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
