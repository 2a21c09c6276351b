import * as vscode from 'vscode';
import type { Finding, Severity } from '../core/model/index.ts';
import { docsUrl } from '../core/util/docsUrl.ts';
import { printable } from '../core/util/printable.ts';
import { fileOf, uriOf } from './fileId.ts';
import { say } from './l10n.ts';
import { rangesIn, type ToRange } from './ranges.ts';
import type { Session } from './session.ts';
import { throttle } from './session/throttle.ts';

/** The source that Problems names, and the last part of our code action kinds. */
export const source = 'pullcheck';

/** Findings in the Problems panel and under the text. */
export function createProblems(session: Session): vscode.Disposable {
	const collection = vscode.languages.createDiagnosticCollection(source);
	const shown = new Set<string>();
	const waiting = new Set<string>();
	const entry = (file: string): [vscode.Uri, vscode.Diagnostic[]] | undefined => {
		const state = session.states.get(file);
		const problems = state ? problemsOf(file, state.facts.text, state.shown, session) : [];
		if (problems.length === 0 && !shown.delete(file)) { return undefined; }
		if (problems.length > 0) { shown.add(file); }
		return [uriOf(file), problems];
	};
	// Files in sight at once, those of the background many at a time.
	const later = throttle(() => {
		const entries = [...waiting].slice(0, atOnce).flatMap(file => {
			waiting.delete(file);
			const made = entry(file);
			return made ? [made] : [];
		});
		if (entries.length > 0) { collection.set(entries); }
		if (waiting.size > 0) { later(); }
	}, 30);
	const show = (files: readonly string[]): void => {
		const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => fileOf(uri)));
		for (const file of files) {
			if (!open.has(file)) { waiting.add(file); later(); continue; }
			waiting.delete(file);
			const made = entry(file);
			if (made) { collection.set(made[0], made[1]); }
		}
	};
	return vscode.Disposable.from(collection, later, session.onDidChange(show));
}

/** Files of the background whose problems go to the editor in one turn. */
const atOnce = 150;

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
	return place === file ? toRange : rangesIn(place, session.textOf(place) ?? '');
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	info: vscode.DiagnosticSeverity.Information,
	hint: vscode.DiagnosticSeverity.Hint,
};
