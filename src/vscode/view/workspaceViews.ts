import { valuesOf } from '../../core/engine/valuesOf.ts';
import { isAsked, useView, type UseView } from '../hover/useView.ts';
import type { Session } from '../session.ts';
import { createBreather, nextTurn } from '../session/breather.ts';
import type { FileState } from '../session/fileState.ts';
import { grouped, type GroupNode } from './groups.ts';
import { judged } from './imageNode.ts';

/** All references of the workspace, except stages and what this project builds itself. */
export function workspaceViews(session: Session): readonly UseView[] {
	const known = gathered.get(session);
	if (known?.revision === session.revision) { return known.views; }
	const views = inOrder(session).flatMap(state => viewsOf(session, state));
	gathered.set(session, { revision: session.revision, views });
	return views;
}

/** The images of the workspace by verdict, worst first; made once for everything that shows them. */
export function workspaceGroups(session: Session): readonly GroupNode[] {
	const known = groups.get(session);
	const views = workspaceViews(session);
	if (known?.views === views) { return known.groups; }
	const made = grouped(views, 'verdict');
	groups.set(session, { views, groups: made });
	return made;
}

/**
 * Does the long part of `workspaceViews` and `workspaceGroups` beforehand, in small pieces, so that thousands of new files do not block
 * the editor; what is asked for after it is soon there.
 */
export function prepareViews(session: Session): Promise<void> {
	const under = preparing.get(session);
	if (under) { return under; }
	const work = prepare(session).finally(() => preparing.delete(session));
	preparing.set(session, work);
	return work;
}

async function prepare(session: Session): Promise<void> {
	const breathe = createBreather();
	for (const state of [...session.states.values()]) {
		for (const view of viewsOf(session, state)) { judged(view); }
		await breathe();
	}
	await nextTurn();
	workspaceViews(session);
	await nextTurn();
	workspaceGroups(session);
	await nextTurn();
}

function inOrder(session: Session): readonly FileState[] {
	return [...session.states.values()].sort((a, b) => (a.facts.file < b.facts.file ? -1 : 1));
}

function viewsOf(session: Session, state: FileState): readonly UseView[] {
	// Most files are as they were: while somebody types, all but one.
	const { knowledge } = session;
	const before = gatheredOf.get(state);
	if (before?.session === session && before.knowledge === knowledge) { return before.views; }
	const views = state.facts.uses
		.filter(use => !use.optional && (use.class === 'variable' || use.class === 'invalid' || isAsked(use)))
		.flatMap(valuesOf)
		.map(use => useView(session, state, use));
	gatheredOf.set(state, { session, knowledge, views });
	return views;
}

const gathered = new WeakMap<Session, { readonly revision: number; readonly views: readonly UseView[] }>();
const gatheredOf = new WeakMap<FileState, { readonly session: Session; readonly knowledge: number; readonly views: readonly UseView[] }>();
const groups = new WeakMap<Session, { readonly views: readonly UseView[]; readonly groups: readonly GroupNode[] }>();
const preparing = new WeakMap<Session, Promise<void>>();
