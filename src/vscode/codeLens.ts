import * as vscode from 'vscode';
import type { FileFacts, Fix } from '../core/model/index.ts';
import { everyFile } from './everyFile.ts';
import { isEdit } from './fixes.ts';
import { useView, type UseView } from './hover/useView.ts';
import { say, t } from './l10n.ts';
import { loadedEngine } from './lazy/load.ts';
import { rangesOf } from './ranges.ts';
import type { Session } from './session.ts';
import { NewerTags } from './session/newerTags.ts';
import { throttle } from './session/throttle.ts';
import { editTarget, useTarget } from './useTarget.ts';

/** `Inspect · Pin · 1.25.3 available` above a reference whose image exists; the first fix above one that has a problem. Nothing where nothing is known. */
export function createCodeLenses(session: Session): vscode.Disposable {
	const changed = new vscode.EventEmitter<void>();
	const update = throttle(() => changed.fire(), 200);
	const newer = new NewerTags(session);
	return vscode.Disposable.from(changed, update, newer, newer.onDidChange(update), session.onDidChange(update), session.onDidChangeSettings(update),
		vscode.languages.registerCodeLensProvider(everyFile, {
			onDidChangeCodeLenses: changed.event,
			provideCodeLenses(document) {
				const state = session.settings.codeLens ? session.stateOf(document) : undefined;
				const toRange = rangesOf(document);
				const workspace = [...session.states.values()].map(({ facts }) => facts);
				return state?.facts.uses.flatMap(use =>
					commands(useView(session, state, use), newer, workspace).map(command => new vscode.CodeLens(toRange(use.span), command)));
			},
		}));
}

function commands(view: UseView, newer: NewerTags, workspace: readonly FileFacts[]): readonly vscode.Command[] {
	const { verdict, use, facts, findings, reference } = view;
	if (verdict === undefined || verdict.verdict === 'not-asked') { return []; }
	const target = useTarget(facts.file, use);
	const first = findings.flatMap(({ fixes }) => fixes).find(isEdit);
	const edit = (title: string, fix: Pick<Fix, 'edits'>): vscode.Command =>
		({ command: 'pullcheck.applyFix', title, arguments: [editTarget(facts.file, fix, view.textOf)] });
	const fix = first ? [edit(say(first.title), first)] : [];
	if (verdict.verdict !== 'exists') { return fix; }
	const tag = reference && newer.of(reference);
	const written = tag === undefined ? undefined : loadedEngine()?.writtenTag(use, workspace).edit?.(tag);
	return [
		{ command: 'pullcheck.inspect', title: t('Inspect'), arguments: [target] },
		...reference?.digest || use.text !== use.value ? [] : [{ command: 'pullcheck.pin', title: t('Pin'), arguments: [target] }],
		...fix,
		...tag !== undefined && written ? [edit(t('{tag} available', { tag }), { edits: [written] })] : [],
	];
}
