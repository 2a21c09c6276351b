import * as vscode from 'vscode';
import { workspaceEdit } from '../fixes.ts';
import { t } from '../l10n.ts';
import { sortTags } from '../view/sortTags.ts';
import type { Command } from './core.ts';
import { whisper } from './digestOf.ts';
import { subjectOf } from './subject.ts';

/** Offers all tags of a repository and writes the chosen one. */
export const pickTag: Command = {
	id: 'pickTag',
	async run({ session }, argument) {
		const subject = subjectOf(session, argument);
		const { reference, view } = subject ?? {};
		const registry = await session.registry();
		if (!reference || !registry) { return; }
		const answer = registry.tags(reference);
		const chosen = await vscode.window.showQuickPick(
			answer.then(tags => [...tags.known ? sortTags(tags.value.tags, reference.tag ?? '') : []]),
			{ title: t('Tags of {repository}', { repository: reference.repository }), placeHolder: reference.tag ?? '' });
		if (!(await answer).known) { whisper(t('The tags of {repository} are not known.', { repository: reference.repository })); }
		if (!chosen || !view) { return; }
		const { tag, digest } = view.use.spans;
		const end = view.use.span.end;
		if (!tag && (digest || view.use.text !== view.use.value)) { return; }
		await vscode.workspace.applyEdit(workspaceEdit(session, view.facts.file,
			[tag ? { span: tag, newText: chosen } : { span: { start: end, end }, newText: `:${chosen}` }]));
	},
};
