import * as vscode from 'vscode';
import type { Finding, Severity } from '../core/model/index.ts';
import { docsUrl } from '../core/util/docsUrl.ts';
import { printable } from '../core/util/printable.ts';
import { uriOf } from './fileId.ts';
import { say } from './l10n.ts';
import { openFiles } from './openFiles.ts';
import { rangesIn, rangesOfText, type ToRange } from './ranges.ts';
import type { Session } from './session.ts';
import { throttle } from './session/throttle.ts';

/** The source that Problems names, and the last part of our code action kinds. */
export const source = 'pullcheck';

/** Findings in the Problems panel and under the text. */
export function createProblems(session: Session): vscode.Disposable {
	const collection = vscode.languages.createDiagnosticCollection(source);
	const shown = new Set<string>();
	const waiting = new Set<string>();
	const entry = (file: string, open: boolean): [vscode.Uri, vscode.Diagnostic[]] | undefined => {
		const state = session.states.get(file);
		const toRange = (text: string): ToRange => (open ? rangesIn(file, text) : rangesOfText(text));
		const problems = state && state.shown.length > 0 ? problemsOf(file, toRange(state.facts.text), state.shown, session) : [];
		if (problems.length === 0 && !shown.delete(file)) { return undefined; }
		if (problems.length > 0) { shown.add(file); }
		return [uriOf(file), problems];
	};
	// Files in sight at once, those of the background some at a time.
	const later = throttle(() => {
		const open = openFiles();
		const entries = first(waiting, atOnce).flatMap(file => {
			waiting.delete(file);
			const made = entry(file, open.has(file));
			return made ? [made] : [];
		});
		if (entries.length > 0) { collection.set(entries); }
		if (waiting.size > 0) { later(); }
	}, 10);
	const show = (files: readonly string[]): void => {
		const open = openFiles();
		for (const file of files) {
			if (!open.has(file)) { waiting.add(file); later(); continue; }
			waiting.delete(file);
			const made = entry(file, true);
			if (made) { collection.set(made[0], made[1]); }
		}
	};
	return vscode.Disposable.from(collection, later, session.onDidChange(show));
}

/** Files of the background whose problems go to the editor in one turn. */
const atOnce = 40;

function first<T>(values: Iterable<T>, count: number): readonly T[] {
	const found: T[] = [];
	for (const value of values) {
		if (found.length === count) { break; }
		found.push(value);
	}
	return found;
}

function problemsOf(file: string, toRange: ToRange, findings: readonly Finding[], session: Session): vscode.Diagnostic[] {
	return findings.map(finding => {
		const problem = new vscode.Diagnostic(toRange(finding.span), printable(say(finding.message)), severities[finding.severity]);
		problem.source = source;
		problem.code = { value: finding.code, target: vscode.Uri.parse(docsUrl(finding.code)) };
		problem.relatedInformation = finding.related.map(({ file: place, span, message }) => {
			const location = new vscode.Location(uriOf(place), rangeElsewhere(place, file, toRange, session)(span));
			return new vscode.DiagnosticRelatedInformation(location, printable(say(message)));
		});
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
