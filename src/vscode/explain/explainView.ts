import type { ExplainMatch } from '../../core/explain/createExplainer.ts';
import { lineIndex } from '../../core/util/lineIndex.ts';
import type { ExplainAction, ExplainCause, ExplainPlace, ExplainView } from '../../protocol/explainView.ts';
import { shownPath } from '../fileId.ts';
import { isEdit } from '../fixes.ts';
import type { UseView } from '../hover/useView.ts';
import { say } from '../l10n.ts';

/** What the page *Explain error* shows: causes with their log lines, the places of the workspace that are meant, and what helps. */
export function explainView(matches: readonly ExplainMatch[], about: { readonly command?: string; readonly at: string; readonly lines: number }, views: readonly UseView[]): ExplainView {
	return { ...about, causes: matches.map((match, index) => cause(match, String(index), placesOf(match, views))) };
}

/** The references of the workspace that a match names. */
export function placesOf({ reference }: ExplainMatch, views: readonly UseView[]): readonly UseView[] {
	if (!reference) { return []; }
	return views.filter(({ use, reference: named }) => use.text === reference || use.value === reference || named?.canonical === reference || named?.repository === reference);
}

function cause(match: ExplainMatch, id: string, places: readonly UseView[]): ExplainCause {
	return {
		id, code: match.code, severity: 'error', message: say(match.message), distinguish: [],
		evidence: [{ line: match.line, text: match.text, marks: marks(match) }],
		places: places.map((view, index) => place(view, `${id} ${index}`)),
		actions: actions(match, places),
	};
}

/** The reference in the line, where it stands there literally. */
function marks({ text, reference }: ExplainMatch): readonly { readonly start: number; readonly end: number }[] {
	const start = reference ? text.indexOf(reference) : -1;
	return start === -1 ? [] : [{ start, end: start + reference!.length }];
}

function place({ facts, use }: UseView, id: string): ExplainPlace {
	const lines = lineIndex(facts.text);
	const { line } = lines.positionAt(use.span.start);
	return { id, file: shownPath(facts.file), line: line + 1, text: facts.text.split('\n', line + 1)[line]?.trim() ?? '' };
}

function actions({ remedies }: ExplainMatch, places: readonly UseView[]): readonly ExplainAction[] {
	return [
		...places.flatMap(({ findings }, at) => findings.flatMap(({ fixes }) => fixes.filter(isEdit).slice(0, 1).map((fix): ExplainAction => ({ id: `fix ${at}`, kind: 'fix', title: say(fix.title) })))).slice(0, 1),
		...remedies.map((remedy, at): ExplainAction => ({ id: `copy ${at}`, kind: 'copy', title: say(remedy.title) })),
		{ id: 'why', kind: 'why', title: '' },
	];
}
