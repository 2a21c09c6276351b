import * as vscode from 'vscode';
import { everyFile } from './everyFile.ts';
import { isAsked, useView } from './hover/useView.ts';
import { useHover } from './hover/useHover.ts';
import { rangesOf } from './ranges.ts';
import type { Session } from './session.ts';
import { signalOf } from './signal.ts';

/** How long a hover waits for an answer that is on its way before it says so, milliseconds. */
const patience = 2000;

/** The hover of a reference. It starts no question of its own: one that waits for its turn goes first. */
export function createHovers(session: Session): vscode.Disposable {
	return vscode.languages.registerHoverProvider(everyFile, {
		async provideHover(document, position, token) {
			const found = session.useAt(document, position);
			if (!found) { return undefined; }
			const { use, state } = found;
			if (isAsked(use) && !session.builds(use.reference) && !session.verdict(use.reference) && !session.settings.check.offline) {
				await Promise.race([
					session.registry().then(registry => registry?.check(use.reference, signalOf(token))),
					new Promise(resolve => { setTimeout(resolve, patience); }),
				]);
			}
			const markdown = useHover(useView(session, state, use));
			return markdown && new vscode.Hover(markdown, rangesOf(document)(use.span));
		},
	});
}
