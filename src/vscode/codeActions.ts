import * as vscode from 'vscode';
import { ignoreFix } from '../core/engine/ignoreFix.ts';
import type { FileFacts, Finding } from '../core/model/index.ts';
import { everyFile } from './everyFile.ts';
import { fileOf } from './fileId.ts';
import { actionCommand, isEdit, safeEdits, workspaceEdit } from './fixes.ts';
import { say, t } from './l10n.ts';
import { source } from './problems.ts';
import { rangesOf } from './ranges.ts';
import type { Session } from './session.ts';

/** The kind that `editor.codeActionsOnSave` names. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append(source);

/** The light bulb: what would work here, then "fix all of this kind"; and the safe ones of a file on save. */
export function createCodeActions(session: Session): vscode.Disposable {
	return vscode.languages.registerCodeActionsProvider(everyFile, {
		provideCodeActions(document, range, context) {
			const state = session.stateOf(document);
			if (!state || state.shown.length === 0) { return []; }
			const file = fileOf(document.uri);
			const wanted = (kind: vscode.CodeActionKind): boolean => !context.only || context.only.contains(kind);
			const toRange = rangesOf(document);
			const here = state.shown.filter(({ span }) => toRange(span).intersection(range));
			return [
				...wanted(vscode.CodeActionKind.QuickFix) ? quickFixes(session, state.facts, here, context.diagnostics) : [],
				...wanted(vscode.CodeActionKind.QuickFix)
					? [...new Set(here.map(({ code }) => code))].flatMap(code => fixKind(session, file, code, state.shown))
					: [],
				...context.only && wanted(fixAllKind) ? fixAll(session, file, state.shown) : [],
			];
		},
	}, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] });
}

/** Where several findings have the same way out, it is offered once, for all of them. */
function quickFixes(session: Session, facts: FileFacts, findings: readonly Finding[], diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
	const actions = new Map<string, vscode.CodeAction>();
	for (const finding of findings) {
		const ignore = ignoreFix(facts, finding);
		const shown = diagnostics.filter(({ source: from, message, code }) =>
			from === source && message === say(finding.message) && typeof code === 'object' && code.value === finding.code);
		[...finding.fixes, ...ignore ? [ignore] : []].forEach((fix, index) => {
			const key = JSON.stringify([fix.title, fix.edits, fix.action]);
			const same = actions.get(key);
			const action = same ?? new vscode.CodeAction(say(fix.title), vscode.CodeActionKind.QuickFix);
			action.diagnostics = [...same?.diagnostics ?? [], ...shown];
			action.isPreferred ||= index === 0 && isEdit(fix) && fix !== ignore;
			actions.set(key, action);
			if (same) { return; }
			if (isEdit(fix)) { action.edit = workspaceEdit(session, facts.file, fix.edits); }
			if (fix.action) { action.command = actionCommand(fix.action, action.title); }
		});
	}
	return [...actions.values()];
}

/** "Fix all …" when the same problem stands here more than once. */
function fixKind(session: Session, file: string, code: string, findings: readonly Finding[]): vscode.CodeAction[] {
	const same = findings.filter(finding => finding.code === code && finding.fixes[0]?.safe);
	const edits = safeEdits(same);
	if (same.length < 2 || edits.length === 0) { return []; }
	const action = new vscode.CodeAction(t('Fix all {count} of {code} in this file', { count: same.length, code }), vscode.CodeActionKind.QuickFix);
	action.edit = workspaceEdit(session, file, edits);
	return [action];
}

function fixAll(session: Session, file: string, findings: readonly Finding[]): vscode.CodeAction[] {
	const edits = safeEdits(findings);
	if (edits.length === 0) { return []; }
	const action = new vscode.CodeAction(t('Fix all image references'), fixAllKind);
	action.edit = workspaceEdit(session, file, edits);
	return [action];
}
