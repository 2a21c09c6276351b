import type { AndOr, Case, Command, CompoundList, If, Script, Statement, SyntaxNode } from 'unbash';
import type { Conditions, Stretch } from './conditions.ts';
import { decideCase, decideTest } from './decideTest.ts';
import { assignedBy, isAssignment, isLeaving, leaves } from './nodeKinds.ts';
import { output } from './shellScope.ts';
import type { ShellScope } from './shellScope.ts';
import type { ShellSource } from './shellSource.ts';
import { isCapturing, laterFile } from './writtenOutput.ts';

/** What goes through the nodes of a script, as far as the ways of a fork need it. */
export interface Walk {
	readonly source: ShellSource;
	readonly conditions: Conditions;
	list(list: Script | CompoundList, scope: ShellScope, depth: number): void;
	node(node: Statement | SyntaxNode, scope: ShellScope, depth: number): void;
	/** Reads what never runs in this round for what is written there. */
	unreached(node: Statement | SyntaxNode, scope: ShellScope, depth: number): void;
	/** Goes through the nodes with a copy of what is known, and gives that. */
	inCopy(nodes: readonly (SyntaxNode | CompoundList)[], scope: ShellScope, depth: number): ShellScope;
}

interface Way {
	/** Absent for `else`. */
	readonly clause?: CompoundList;
	readonly body: CompoundList;
}

/** `[ -z "$X" ]` */
const emptyVariable = /^\s*\[\[?\s+(?:-z\s+"?|!\s+-n\s+"?)\$\{?([A-Za-z_]\w*)(?::?-)?\}?"?\s+\]\]?\s*;?\s*$/;

/** The ways of an `if` that the script does not decide against. */
export function walkIf(node: If, walk: Walk, scope: ShellScope, depth: number): void {
	const ways: readonly Way[] = [
		{ clause: node.clause, body: node.then },
		...node.elif.map(({ clause, then }) => ({ clause, body: then })),
		...(node.else ? [{ body: node.else }] : []),
	];
	let complete = node.else !== undefined;
	const open: Way[] = [];
	for (const [index, way] of ways.entries()) {
		if (way.clause) { walk.list(way.clause, scope, depth); }
		const holds = way.clause ? decideTest(way.clause, walk.source, scope) : true;
		if (holds === false) { walk.unreached(way.body, scope, depth); } else { open.push(way); }
		if (holds && way.clause) {
			complete = true;
			for (const { clause, body } of ways.slice(index + 1)) {
				for (const part of clause ? [clause, body] : [body]) { walk.unreached(part, scope, depth); }
			}
			break;
		}
	}
	const [first] = open;
	if (!first) { return; }
	if (open.length === 1 && complete) {
		walk.list(first.body, scope, depth);
		return;
	}
	const conditions = open.flatMap(({ clause }) => clause ?? []);
	const fallback = open.length === 1 ? emptyVariable.exec(walk.source.masked.slice(node.clause.pos, node.clause.end))?.[1] : undefined;
	const isNew = fallback !== undefined && scope.get(fallback) === undefined;
	const value = fork(open.map(({ body }) => body), conditions, complete, walk, scope, depth)[0]?.get(fallback ?? '');
	// What is put where nothing is: the environment may give something else.
	if (isNew && value && value !== 'unknown') { scope.set(fallback, { ...value, environmentDependent: true }); }
}

/** The items of a `case` that the script does not decide against. */
export function walkCase(node: Case, walk: Walk, scope: ShellScope, depth: number): void {
	const taken = decideCase(node, walk.source, scope);
	if (taken !== undefined) {
		for (const [index, { body }] of node.items.entries()) { if (index !== taken) { walk.unreached(body, scope, depth); } }
		if (taken !== -1) { walk.list(node.items[taken]!.body, scope, depth); }
		return;
	}
	const complete = node.items.some(({ pattern }) => pattern.some(({ text }) => text === '*'));
	fork(node.items.map(({ body }) => body), [node.word], complete, walk, scope, depth, true);
}

/** `a && b || c`, from the left. */
export function walkAndOr({ commands, operators }: Pick<AndOr, 'commands' | 'operators'>, walk: Walk, scope: ShellScope, depth: number): void {
	const holds = decideTest(commands[0]!, walk.source, scope);
	if (holds === undefined) {
		walkUndecided(commands, operators, walk, scope, depth);
		return;
	}
	walk.node(commands[0]!, scope, depth);
	const next = operators.indexOf(holds ? '&&' : '||') + 1;
	for (const command of commands.slice(1, next === 0 ? undefined : next)) { walk.unreached(command, scope, depth); }
	if (next > 0) { walkAndOr({ commands: commands.slice(next), operators: operators.slice(next) }, walk, scope, depth); }
}

function walkUndecided(commands: AndOr['commands'], operators: AndOr['operators'], walk: Walk, scope: ShellScope, depth: number): void {
	let known = scope;
	for (const [index, command] of commands.entries()) {
		const before = commands.slice(0, index);
		const isSimple = command.type === 'Command';
		const other = operators[index - 1] === '&&' && operators[index] === '||' && commands.length === index + 2 ? commands[index + 1] : undefined;
		if (index > 0 && isAssignment(command) && !before.every(isAssignment)) {
			const isChoice = other !== undefined && isAssignment(other);
			// What had no value before has one only here.
			if (isChoice || assignedBy(command).some(name => known.get(name) !== undefined)) {
				const chosen = walk.inCopy(isChoice ? [command] : commands.slice(index), known, depth);
				join([chosen, isChoice ? walk.inCopy([other], known, depth) : known], before, walk, known);
				if (known !== scope) { scope.merge([known]); }
				return;
			}
		}
		if (index > 0 && isCapturing(scope)) { scope.set(output, 'unknown'); }
		if (index > 0 && isSimple && laterFile(command.redirects)) {
			join([walk.inCopy([command], known, depth), known], before, walk, known);
			continue;
		}
		if (index > 0 && isSimple && isLeaving(command)) {
			if (operators[index - 1] === '&&') { narrow(before, walk, scope); }
			continue;
		}
		walk.node(command, known, depth);
		if (!isSimple || isTest(command)) { known = walk.conditions.behind([command], known); }
	}
}

function isTest({ name }: Command): boolean {
	return /^(?:\[|test|e?grep|case)$/.test(name?.text ?? '');
}

/**
 * Reads the bodies of which one runs, or when they are not `complete` perhaps none; gives what is known behind each. `listed`: where none
 * runs, what has no value before has none behind.
 */
function fork(
	bodies: readonly CompoundList[], conditions: readonly Stretch[], complete: boolean, walk: Walk, scope: ShellScope, depth: number, listed = false,
): readonly ShellScope[] {
	const from = walk.conditions.behind(conditions, scope);
	const copies = bodies.map(body => walk.inCopy([body], from, depth));
	scope.returns?.push(...copies.filter(({ left }) => left === 'return'));
	const staying = copies.filter(({ left }, index) => left === undefined && !leaves(bodies[index]!));
	if (staying.length < copies.length) { narrow(conditions, walk, scope); }
	if (complete && staying.length === 0 && copies.every(({ left }) => left !== undefined)) { scope.left = copies[0]?.left; }
	join(complete ? staying : [...staying, scope], conditions, walk, scope, listed);
	return copies;
}

/** After a condition that some rounds do not survive. */
function narrow(conditions: readonly Stretch[], walk: Walk, scope: ShellScope): void {
	const behind = walk.conditions.behind(conditions, scope);
	if (behind !== scope) { scope.merge([behind]); }
}

/** What is known behind a fork that was gone through on one of some ways. */
function join(ways: readonly ShellScope[], conditions: readonly Stretch[], walk: Walk, scope: ShellScope, listed = false): void {
	const at = { asked: walk.conditions.asked(conditions), text: walk.conditions.textOf(conditions) };
	scope.join(ways.map((way, index) => ({ scope: way, when: new Map([[at, index]]) })), listed);
}
