import * as vscode from 'vscode';
import { fileOf, shownPath, uriOf } from '../fileId.ts';
import { isEdit, workspaceEdit } from '../fixes.ts';
import type { UseView } from '../hover/useView.ts';
import { say, t } from '../l10n.ts';
import type { Session } from '../session.ts';
import type { EditTarget } from '../useTarget.ts';
import { copyText } from './copy.ts';
import type { Command } from './core.ts';
import { whisper } from './digestOf.ts';
import { isImageNode } from './subject.ts';
import { openTerminal } from './terminal.ts';

/** Does what a fix says: edits of a link, the choice of an image in the tree, a command to copy or to type. */
export const applyFix: Command = {
	id: 'applyFix',
	async run({ session }, argument) {
		if (isImageNode(argument)) { return chooseFix(session, argument.places); }
		if (typeof argument !== 'object' || argument === null) { return undefined; }
		if ('copy' in argument) { return copyText(String(argument.copy)); }
		if ('terminal' in argument) { return openTerminal(String(argument.terminal)); }
		return isEditTarget(argument) ? applyEdits(argument) : undefined;
	},
};

/** Applies edits only to the text that they were made for. */
async function applyEdits({ file, edits }: EditTarget): Promise<boolean> {
	const result = new vscode.WorkspaceEdit();
	for (const edit of edits) {
		const uri = uriOf(edit.file ?? file);
		const document = await vscode.workspace.openTextDocument(uri);
		const range = new vscode.Range(document.positionAt(edit.span.start), document.positionAt(edit.span.end));
		if (document.getText(range) !== edit.was) { whisper(t('{file} has changed meanwhile.', { file: shownPath(fileOf(uri)) })); return false; }
		result.replace(uri, range, edit.newText);
	}
	return vscode.workspace.applyEdit(result);
}

async function chooseFix(session: Session, places: readonly UseView[]): Promise<void> {
	const choices = places.flatMap(({ facts, findings }) => findings.flatMap(({ fixes }) => fixes.filter(isEdit).map(fix => ({
		label: say(fix.title), description: shownPath(facts.file), file: facts.file, fix,
	}))));
	const choice = choices.length === 1 ? choices[0] : await vscode.window.showQuickPick(choices, { title: t('Fix') });
	if (choice) { await vscode.workspace.applyEdit(workspaceEdit(session, choice.file, choice.fix.edits)); }
}

function isEditTarget(value: object): value is EditTarget {
	return 'file' in value && typeof value.file === 'string' && 'edits' in value && Array.isArray(value.edits);
}
