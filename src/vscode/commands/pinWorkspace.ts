import * as vscode from 'vscode';
import type { PinEdit } from '../../core/engine/pinDigests.ts';
import { uriOf } from '../fileId.ts';
import { workspaceEdit } from '../fixes.ts';
import { plural, t } from '../l10n.ts';
import { loadEngine } from '../lazy/load.ts';
import type { Session } from '../session.ts';
import type { Command } from './core.ts';
import { whisper } from './digestOf.ts';

/** Pins every image of the workspace that exists: asks for the digests with progress, then in which files to write them. */
export const pinWorkspace: Command = {
	id: 'pinWorkspace',
	async run({ session }) {
		const { pinDigests, pinnableUses } = await loadEngine();
		const plan = await withProgress(t('Looking up digests…'), async (report, token, signal) => {
			await session.checkWorkspace(token);
			const registry = token.isCancellationRequested ? undefined : await session.registry();
			const facts = factsOf(session);
			return registry && await pinDigests(pinnableUses(facts, facts), registry, { signal, onProgress: (done, total) => { report(`${done}/${total}`); } });
		});
		const written = plan && await write(session, plan.edits, t('Pin digests in these files'));
		if (written !== undefined) { whisper(t('{count} digests pinned', { count: written })); }
	},
};

/** Takes the digests of the workspace away where a tag stands beside them, in the files that are chosen. */
export const unpinWorkspace: Command = {
	id: 'unpinWorkspace',
	async run({ session }) {
		const { unpinDigests } = await loadEngine();
		await withProgress(t('Checking the workspace…'), (_, token) => session.checkWorkspace(token));
		const written = await write(session, unpinDigests(factsOf(session)), t('Unpin digests in these files'));
		if (written !== undefined) { whisper(t('{count} digests unpinned', { count: written })); }
	},
};

function factsOf(session: Session) {
	return [...session.states.values()].map(({ facts }) => facts);
}

function withProgress<Result>(
	title: string,
	work: (report: (message: string) => void, token: vscode.CancellationToken, signal: AbortSignal) => Promise<Result>,
): Thenable<Result> {
	return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (progress, token) => {
		const abort = new AbortController();
		token.onCancellationRequested(() => { abort.abort(); });
		return work(message => { progress.report({ message }); }, token, abort.signal);
	});
}

/** Lists the files with their counts, all chosen; writes what is left chosen. The number of digests; `undefined` when nothing is to be done or wanted. */
async function write(session: Session, edits: readonly PinEdit[], title: string): Promise<number | undefined> {
	if (edits.length === 0) { whisper(t('There is nothing to change.')); return undefined; }
	const items = [...new Set(edits.map(({ file }) => file))].map(file => {
		const own = edits.filter(edit => edit.file === file);
		return { label: vscode.workspace.asRelativePath(uriOf(file)), description: plural(own.length, '1 digest', '{count} digests'), picked: true, own };
	});
	const chosen = await vscode.window.showQuickPick(items, { canPickMany: true, title, placeHolder: plural(edits.length, '1 digest', '{count} digests') });
	const current = await Promise.all((chosen ?? []).map(async item => await isCurrent(session, item.own[0]!.file) ? item.own : []));
	const wanted = current.flat();
	if (wanted.length === 0 || !await vscode.workspace.applyEdit(workspaceEdit(session, wanted[0]!.file, wanted), { isRefactoring: true })) {
		return undefined;
	}
	return wanted.length;
}

/** Edits are of the text that was read: what was changed or deleted since is left alone. */
async function isCurrent(session: Session, file: string): Promise<boolean> {
	try {
		return session.stateOf(await vscode.workspace.openTextDocument(uriOf(file))) !== undefined;
	} catch {
		return false;
	}
}
