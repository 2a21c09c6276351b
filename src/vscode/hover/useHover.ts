import type * as vscode from 'vscode';
import { t } from '../l10n.ts';
import { existingLines } from './existing.ts';
import { hoverActions } from './actions.ts';
import { bold, foreign, hoverOf } from './markdown.ts';
import { openVariable } from './openVariable.ts';
import { refusedLines } from './refused.ts';
import { unaskedLines } from './unasked.ts';
import { openVariableLines, variablesNote } from './variables.ts';
import type { UseView } from './useView.ts';

/** What is known of a reference, as Markdown; `undefined` where there is nothing to say (a stage, a name that the Problem explains). */
export function useHover(view: UseView): vscode.MarkdownString | undefined {
	const lines = hoverLines(view);
	return lines.length > 0 ? hoverOf(lines, hoverActions(view)) : undefined;
}

/** The lines alone, verdict first. */
export function hoverLines(view: UseView): readonly (string | undefined)[] {
	const { verdict, reference, use } = view;
	if (use.class === 'variable' || openVariable(use)) { return openVariableLines(view); }
	if (view.nowhere) {
		return [`$(question) ${t('{name} not checked: {reason}', { name: bold(use.value ?? use.text), reason: t('no registry of registries.conf is known to have it') })}${variablesNote(view)}`];
	}
	if (!reference) { return []; }
	const from = variablesNote(view);
	if (!verdict && view.built) { return [`$(tools) ${t('{name} is built in this workspace', { name: bold(reference.canonical) })}${from}`]; }
	if (!verdict) { return [`$(sync~spin) ${t('Asking {host}…', { host: foreign(reference.domain) })}${from}`]; }
	if (verdict.verdict === 'exists') { return existingLines(view, verdict, from); }
	return refusedLines(view, verdict, from) ?? unaskedLines(view, verdict, from);
}
