import { blockReader } from './blockReader.ts';
import { createExplainer, type ExplainMatch } from './createExplainer.ts';
import { diffReader } from './diffReader.ts';
import { foldedScalars } from './foldedScalars.ts';
import { isContinuation, isUnfinished, joinedLines, type JoinedLines } from './joinedLines.ts';
import { withoutEscapes } from './normaliseLine.ts';

/** What a piece of output says. */
export interface Explanation {
	/** The most specific first. Empty when nothing is recognised. */
	readonly matches: readonly ExplainMatch[];
	/** Lines read. */
	readonly lines: number;
}

/**
 * Explains error output of container tools. Never throws; time is linear in the text.
 * Lines that a terminal wrapped are joined where that says more than the single lines.
 */
export function explain(text: string): Explanation {
	const explainer = createExplainer();
	const lines = text.split('\n');
	for (const line of lines) { explainer.push(line); }
	const single = explainer.end();
	if (lines.length > longestWrapped) { return { matches: single, lines: lines.length }; }
	const matches = withJoined(single, [...joinedLines(lines), ...foldedScalars(lines)]);
	return { matches: matches.length > 0 ? matches : explainLoosely(lines), lines: lines.length };
}

/** Output with more lines than this was no terminal's. */
const longestWrapped = 400;

/** The matches, those of lines that say more together replaced by what they say together. */
function withJoined(single: readonly ExplainMatch[], joined: readonly JoinedLines[]): readonly ExplainMatch[] {
	let matches = single;
	for (const { line, count, texts, parts } of joined) {
		const best = texts
			.flatMap(text => explainAt(line, text, parts))
			.reduce<ExplainMatch | undefined>((best, match) => (best && best.rank >= match.rank ? best : match), undefined);
		const inside = (match: ExplainMatch): boolean => match.line >= line && match.line < line + count;
		if (best && matches.every(match => !inside(match) || match.rank < best.rank)) { matches = [...matches.filter(match => !inside(match)), best]; }
	}
	return matches === single ? single : [...matches].sort((a, b) => b.rank - a.rank || a.line - b.line);
}

function explainAt(line: number, text: string, parts: readonly string[]): readonly ExplainMatch[] {
	const explainer = createExplainer();
	explainer.at(line, text, parts);
	return explainer.end();
}

/** Where no width is known, no terminal breaks lines that are shorter; only `See 'docker build --help'.` belongs to the line before, however short. */
const narrowest = 30;

/** Tries every line together with the one or two after it, joined as a terminal breaks (inside words) and as an editor breaks (at blanks). */
function explainLoosely(lines: readonly string[]): readonly ExplainMatch[] {
	const found = createExplainer();
	const isDiff = diffReader();
	const isDocument = blockReader();
	for (let index = 0; index + 1 < lines.length; index += 1) {
		if (isDiff(lines[index]!) || isDocument(lines[index]!)) { continue; }
		const parts = lines.slice(index, index + 3).map(line => withoutEscapes(line).trim());
		const [first = '', second = '', third = ''] = parts;
		if (second === '' || !isContinuation(first, second) || first.length < narrowest && !/^See '/.test(second)) { continue; }
		const three = isContinuation(second, third);
		for (const joined of [first + second, `${first} ${second}`, ...three ? [first + second + third, parts.join(' ')] : []]) {
			found.at(index + 1, joined, isUnfinished(first) ? [] : parts);
		}
	}
	return found.end();
}
