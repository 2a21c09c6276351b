import * as vscode from 'vscode';
import { everyFile } from './everyFile.ts';
import { isEdit } from './fixes.ts';
import { useView, type UseView } from './hover/useView.ts';
import { say, t } from './l10n.ts';
import { rangesOf } from './ranges.ts';
import type { Session } from './session.ts';
import { throttle } from './session/throttle.ts';
import { useTarget } from './useTarget.ts';

/** `Inspect · Pin` above a reference whose image exists; the first fix above one that has a problem. Nothing where nothing is known. */
export function createCodeLenses(session: Session): vscode.Disposable {
	const changed = new vscode.EventEmitter<void>();
	const update = throttle(() => changed.fire(), 200);
	return vscode.Disposable.from(changed, update, session.onDidChange(update), session.onDidChangeSettings(update),
		vscode.languages.registerCodeLensProvider(everyFile, {
			onDidChangeCodeLenses: changed.event,
			provideCodeLenses(document) {
				const state = session.settings.codeLens ? session.stateOf(document) : undefined;
				const toRange = rangesOf(document);
				return state?.facts.uses.flatMap(use => commands(useView(session, state, use)).map(command => new vscode.CodeLens(toRange(use.span), command)));
			},
		}));
}

function commands(view: UseView): readonly vscode.Command[] {
	const { verdict, use, facts, findings, reference } = view;
	if (verdict === undefined || verdict.verdict === 'not-asked') { return []; }
	const target = useTarget(facts.file, use);
	const first = findings.flatMap(({ fixes }) => fixes).find(isEdit);
	const fix: readonly vscode.Command[] = first ? [{
		command: 'pullcheck.applyFix', title: say(first.title),
		arguments: [{ file: facts.file, edits: first.edits.map(edit => ({ ...edit, was: facts.text.slice(edit.span.start, edit.span.end) })) }],
	}] : [];
	if (verdict.verdict !== 'exists') { return fix; }
	return [
		{ command: 'pullcheck.inspect', title: t('Inspect'), arguments: [target] },
		...reference?.digest || use.text !== use.value ? [] : [{ command: 'pullcheck.pin', title: t('Pin'), arguments: [target] }],
		...fix,
	];
}

