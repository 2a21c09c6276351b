import * as vscode from 'vscode';
import type { Finding, Severity } from '../core/model/index.ts';
import { docsUrl } from '../core/util/docsUrl.ts';
import { printable } from '../core/util/printable.ts';
import { uriOf } from './fileId.ts';
import { say } from './l10n.ts';
import { rangesIn, type ToRange } from './ranges.ts';
import type { Session } from './session.ts';

/** The source that Problems names, and the last part of our code action kinds. */
export const source = 'pullcheck';

/** Findings in the Problems panel and under the text. */
export function createProblems(session: Session): vscode.Disposable {
	const collection = vscode.languages.createDiagnosticCollection(source);
	const show = (file: string): void => {
		const state = session.states.get(file);
		collection.set(uriOf(file), state && problemsOf(file, state.facts.text, state.shown, session));
	};
	return vscode.Disposable.from(collection, session.onDidChange(files => files.forEach(show)));
}

function problemsOf(file: string, text: string, findings: readonly Finding[], session: Session): vscode.Diagnostic[] {
	if (findings.length === 0) { return []; }
	const toRange = rangesIn(file, text);
	return findings.map(finding => {
		const problem = new vscode.Diagnostic(toRange(finding.span), printable(say(finding.message)), severities[finding.severity]);
		problem.source = source;
		problem.code = { value: finding.code, target: vscode.Uri.parse(docsUrl(finding.code)) };
		problem.relatedInformation = finding.related.map(({ file: place, span, message }) =>
			new vscode.DiagnosticRelatedInformation(new vscode.Location(uriOf(place), rangeElsewhere(place, file, toRange, session)(span)), printable(say(message))));
		return problem;
	});
}

function rangeElsewhere(place: string, file: string, toRange: ToRange, session: Session): ToRange {
	return place === file ? toRange : rangesIn(place, session.states.get(place)?.facts.text ?? '');
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	info: vscode.DiagnosticSeverity.Information,
	hint: vscode.DiagnosticSeverity.Hint,
};
