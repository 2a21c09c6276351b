import { createExplainer, type ExplainMatch } from './createExplainer.ts';

/** What a piece of output says. */
export interface Explanation {
	/** The most specific first. Empty when nothing is recognised. */
	readonly matches: readonly ExplainMatch[];
	/** Lines read. */
	readonly lines: number;
}

/**
 * Explains error output of container tools. Never throws; time is linear in the text.
 * Lines that a terminal wrapped are joined when single lines say nothing.
 */
export function explain(text: string): Explanation {
	const explainer = createExplainer();
	const lines = text.split('\n');
	for (const line of lines) { explainer.push(line); }
	const matches = explainer.end();
	if (matches.length > 0 || lines.length > longestWrapped) { return { matches, lines: lines.length }; }
	return { matches: explainWrapped(lines), lines: lines.length };
}

/** Output with more lines than this was no terminal's. */
const longestWrapped = 400;

/** No terminal breaks lines that are shorter; only `See 'docker build --help'.` belongs to the line before, however short. */
const narrowest = 30;

/** Tries every line together with the one or two after it, joined as a terminal breaks (inside words) and as an editor breaks (at blanks). */
function explainWrapped(lines: readonly string[]): readonly ExplainMatch[] {
	const found = createExplainer();
	for (let index = 0; index + 1 < lines.length; index += 1) {
		const parts = lines.slice(index, index + 3).map(line => line.trim());
		if (parts[1] === '' || (parts[0] ?? '').length < narrowest && !/^See '/.test(parts[1] ?? '')) { continue; }
		for (const joined of [parts.slice(0, 2).join(''), parts.slice(0, 2).join(' '), parts.join(''), parts.join(' ')]) {
			found.at(index + 1, joined);
		}
	}
	return found.end();
}
