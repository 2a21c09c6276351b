import type { ExplainMatch } from '../../core/explain/createExplainer.ts';
import type { LocatedPlace } from '../../core/explain/locate.ts';
import { lineIndex } from '../../core/util/lineIndex.ts';
import type { EvidenceLine, ExplainAction, ExplainCause, ExplainPlace, ExplainView } from '../../protocol/explainView.ts';
import { shownPath } from '../fileId.ts';
import { say } from '../l10n.ts';
import type { ExplainedCause } from './entry.ts';

/**
 * What the page *Explain error* shows: causes with what tells them apart, their log lines, the places of the workspace, and what helps.
 * `textOf` gives the text of a file.
 */
export function explainView(
	causes: readonly ExplainedCause[],
	about: { readonly command?: string; readonly at: string; readonly lines: number },
	textOf: (file: string) => string,
): ExplainView {
	return { ...about, causes: causes.map((cause, index) => shown(cause, String(index), textOf)) };
}

function shown({ match, decision, causes, places, fixes }: ExplainedCause, id: string, textOf: (file: string) => string): ExplainCause {
	return {
		id, code: decision?.code ?? match.code, severity: 'error', message: say(decision?.message ?? match.message),
		distinguish: causes.map(({ message }) => say(message)),
		evidence: [evidence(match)],
		places: places.map((place, index) => placeView(place, `${id} ${index}`, textOf)),
		actions: [
			...fixes.slice(0, mostFixes).map(({ title }, at): ExplainAction => ({ id: `fix ${at}`, kind: 'fix', title: say(title) })),
			...match.remedies.map((remedy, at): ExplainAction => ({ id: `copy ${at}`, kind: 'copy', title: say(remedy.title) })),
			{ id: 'why', kind: 'why', title: '' },
		],
	};
}

/** Buttons for changes; the rest are at the places. */
const mostFixes = 3;

/** The line with the reference marked, where it stands there literally. */
function evidence({ line, text, reference }: ExplainMatch): EvidenceLine {
	const start = reference ? text.indexOf(reference) : -1;
	return { line, text, marks: start === -1 ? [] : [{ start, end: start + reference!.length }] };
}

function placeView({ file, span }: LocatedPlace, id: string, textOf: (file: string) => string): ExplainPlace {
	const text = textOf(file);
	const { line } = lineIndex(text).positionAt(span.start);
	return { id, file: shownPath(file), line: line + 1, text: text.split('\n', line + 1)[line]?.trim() ?? '' };
}
