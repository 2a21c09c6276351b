import type { Command, Redirect, Redirection } from 'unbash';
import { TextMapBuilder } from '../../util/textMap.ts';
import { output } from './shellScope.ts';
import type { LaterFile, ShellScope, ShellVariable } from './shellScope.ts';
import type { ShellWord } from './shellWord.ts';

/** Programs whose output is what their words say. */
export const writers: ReadonlySet<string> = new Set(['echo', 'printf', 'basename', 'dirname']);

/** Commands that write nothing to the standard output. */
const silent: ReadonlySet<string> = new Set([
	'export', 'declare', 'typeset', 'readonly', 'local', 'unset', 'read', 'alias', ':', 'true', 'false', 'mapfile', 'readarray', 'set',
	'shift', 'return', 'exit', 'break', 'continue', 'test', '[', 'let', 'shopt', 'source', '.',
]);

/** True for a command that writes nothing, or elsewhere. */
export function isSilent(command: Command): boolean {
	const name = command.name?.text ?? '';
	return silent.has(name) || (/^[ef]?grep$/.test(name) && command.args.some(({ text }) => /^-\w*q/.test(text))) || isRedirected(command.redirects);
}

/** True inside `$(…)`, where it counts what commands write. */
export function isCapturing(scope: ShellScope): boolean {
	return scope.get(output) !== undefined;
}

/** Adds what a command writes; `undefined` for what nobody knows. */
export function write(scope: ShellScope, written: ShellVariable | undefined): void {
	const before = scope.get(output);
	if (!before || before === 'unknown' || !written || written.open.length > 0) { scope.set(output, 'unknown'); return; }
	const added = (to: ShellVariable): ShellVariable => ({
		value: to.value + written.value, open: [],
		...((to.environmentDependent || written.environmentDependent) && { environmentDependent: true }),
	});
	scope.set(output, before.choices ? { ...before, choices: before.choices.map(choice => ({ ...choice, variable: added(choice.variable) })) } : added(before));
}

/** True where the standard output goes elsewhere. */
export function isRedirected(redirects: readonly Redirection[]): boolean {
	return redirects.some(item =>
		item.type === 'Redirect'
			&& /^(?:>|>>|>\||&>|&>>|>&)$/.test(item.operator)
			&& (item.operator.startsWith('&') || item.descriptor === undefined || (item.descriptor.type === 'FileDescriptor' && item.descriptor.value === 1)));
}

/** The redirection that says which file the standard output goes to. */
export function fileRedirect(redirects: readonly Redirection[]): Redirect | undefined {
	for (const item of redirects.toReversed()) {
		const isOwn = item.type === 'Redirect' && (item.descriptor === undefined || (item.descriptor.type === 'FileDescriptor' && item.descriptor.value === 1));
		if (isOwn && /^(?:>|>>|>\||&>)$/.test(item.operator)) { return item; }
	}
	return undefined;
}

/** The file for later steps of a job that `>> "$GITHUB_ENV"` names. */
export function laterFile(redirects: readonly Redirection[]): LaterFile | undefined {
	const target = redirects.findLast(item => item.type === 'Redirect' && item.operator === '>>');
	return target?.type === 'Redirect' ? /\bGITHUB_(?:ENV|OUTPUT)\b/.exec(target.target?.text ?? '')?.[0] as LaterFile | undefined : undefined;
}

/** What a substitution gives of what was written: line ends at the end are dropped. */
export function withoutLineEnds(written: ShellVariable | 'unknown' | undefined): ShellVariable | undefined {
	if (!written || written === 'unknown') { return undefined; }
	const cut = (one: ShellVariable): ShellVariable => ({ ...one, value: one.value.replace(/\n+$/, '') });
	return written.choices ? { ...written, choices: written.choices.map(choice => ({ ...choice, variable: cut(choice.variable) })) } : cut(written);
}

/** A computed text as something to read; it stands nowhere. */
export function textOf(written: ShellVariable | undefined): Pick<ShellWord, 'map' | 'open'> | undefined {
	return written && { map: new TextMapBuilder().replaced(written.value, 0, 0).build(), open: written.open };
}
