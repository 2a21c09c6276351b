import * as vscode from 'vscode';
import { readByContainers } from '../core/engine/readByContainers.ts';
import { valuesOf } from '../core/engine/valuesOf.ts';
import type { FileFacts, ImageUse } from '../core/model/index.ts';
import { everyFile } from './everyFile.ts';
import { isAsked, useView, type UseView } from './hover/useView.ts';
import { useHover } from './hover/useHover.ts';
import { rangesOf } from './ranges.ts';
import type { Session } from './session.ts';
import { signalOf } from './signal.ts';
import { judged, order } from './view/imageNode.ts';

/** How long a hover waits for an answer that is on its way before it says so, milliseconds. */
const patience = 2000;

/** How many values of a place (a matrix, a loop) one hover speaks of. */
const mostValues = 3;

/** The hover of a reference. It starts no question of its own: one that waits for its turn goes first. */
export function createHovers(session: Session): vscode.Disposable {
	return vscode.languages.registerHoverProvider(everyFile, {
		async provideHover(document, position, token) {
			const found = session.useAt(document, position);
			if (!found) { return undefined; }
			const { use, state } = found;
			if (isAsked(use) && !session.builds(use.reference) && !session.settings.check.offline && isOpen(session, state.facts, use)) {
				await Promise.race([
					answer(session, state.facts, use, signalOf(token)),
					new Promise(resolve => { setTimeout(resolve, patience); }),
				]);
			}
			const hovers = valuesOf(use)
				.map(value => useView(session, state, value))
				.sort(worstFirst)
				.slice(0, mostValues)
				.flatMap(view => useHover(view) ?? []);
			return hovers.length > 0 ? new vscode.Hover(hovers, rangesOf(document)(use.span)) : undefined;
		},
	});
}

function worstFirst(a: UseView, b: UseView): number {
	return order.indexOf(judged(a).group) - order.indexOf(judged(b).group);
}

function isOpen(session: Session, facts: FileFacts, use: ImageUse): boolean {
	const reference = session.referenceOf(facts, use);
	return reference !== undefined && !session.verdict(reference);
}

async function answer(session: Session, facts: FileFacts, use: ImageUse, signal: AbortSignal): Promise<void> {
	const registry = await session.registry();
	if (!registry) { return; }
	if (readByContainers(use, facts)) { await session.learnNames([facts], registry); }
	const reference = session.referenceOf(facts, use);
	if (reference) { await registry.check(reference, signal); }
}
