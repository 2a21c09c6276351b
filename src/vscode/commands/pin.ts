import * as vscode from 'vscode';
import type { Edit } from '../../core/model/index.ts';
import { workspaceEdit } from '../fixes.ts';
import { isAsked, useView, type UseView } from '../hover/useView.ts';
import { t } from '../l10n.ts';
import type { Session } from '../session.ts';
import { fileOf } from '../fileId.ts';
import type { Command } from './core.ts';
import { digestOf, whisper } from './digestOf.ts';
import { subjectOf } from './subject.ts';

/** Adds the digest behind the tag: what is pulled can no longer change. */
export const pin: Command = {
	id: 'pin',
	async run({ session }, argument) {
		const view = subjectOf(session, argument)?.view;
		const edit = view && await pinEdit(session, view);
		if (edit) { await vscode.workspace.applyEdit(workspaceEdit(session, view.facts.file, [edit])); }
	},
};

/** Pins every image of the active file that exists. */
export const pinAll: Command = {
	id: 'pinAll',
	async run({ session }) {
		const document = vscode.window.activeTextEditor?.document;
		const state = document && session.stateOf(document);
		if (!state) { return; }
		const edits = await Promise.all(state.facts.uses.filter(isAsked).filter(({ reference }) => !reference.digest)
			.map(use => pinEdit(session, useView(session, state, use))));
		const found = edits.filter(edit => edit !== undefined);
		await vscode.workspace.applyEdit(workspaceEdit(session, fileOf(document.uri), found));
		whisper(t('{count} digests pinned', { count: found.length }));
	},
};

/** Takes the digest away; the tag decides again. */
export const unpin: Command = {
	id: 'unpin',
	async run({ session }, argument) {
		const view = subjectOf(session, argument)?.view;
		const digest = view?.use.spans.digest;
		if (!digest) { return; }
		await vscode.workspace.applyEdit(workspaceEdit(session, view.facts.file, [{ span: { start: digest.start - 1, end: digest.end }, newText: '' }]));
	},
};

/** A name that a variable makes cannot be pinned in its place. */
async function pinEdit(session: Session, { use, reference }: Pick<UseView, 'use' | 'reference'>): Promise<Edit | undefined> {
	if (!reference || reference.digest || use.text !== use.value) { return undefined; }
	const digest = await digestOf(session, reference);
	return digest ? { span: { start: use.span.end, end: use.span.end }, newText: `@${digest}` } : undefined;
}
