import { isOfOthers } from './isOfOthers.ts';
import { withoutEscapes, withoutPrefixes } from './normaliseLine.ts';
import { isOtherWorld } from './registryContext.ts';

/** Lines that may be one, as a terminal or an editor wrapped it. */
export interface JoinedLines {
	/** Of the first, from 1. */
	readonly line: number;
	/** How many they are. */
	readonly count: number;
	/** Broken inside words, and at blanks. */
	readonly texts: readonly string[];
	/** The single lines, where nothing but one line's length speaks for a wrap: what one of them says alone, they do not say together. */
	readonly parts: readonly string[];
}

/** Most lines that one message was wrapped to. */
const most = 6;

/** No terminal breaks lines that are shorter. */
const narrowest = 60;

/** Widths that terminals and CI are given. */
const usual: readonly number[] = [72, 80, 100, 120, 132, 160, 200];

/** Wider than any terminal. */
const widest = 300;

/** Every run of lines that fill the output's width, each with the line after it. Linear: a line is part of few runs. */
export function joinedLines(lines: readonly string[]): readonly JoinedLines[] {
	const shown = lines.map(line => withoutEscapes(line).replace(/\r+$/, ''));
	const width = shown.reduce((most, line) => Math.max(most, line.length), 0);
	if (width < narrowest || width > widest) { return []; }
	const found: JoinedLines[] = [];
	for (let index = 0; index + 1 < shown.length; index += 1) {
		let count = 1;
		while (count < most && continues(shown[index + count - 1]!, shown[index + count] ?? '', width)) { count += 1; }
		if (count === 1) { continue; }
		const parts = shown.slice(index, index + count);
		found.push({ line: index + 1, count, texts: [parts.join(''), parts.map(part => part.trim()).join(' ')],
			parts: count > 2 || usual.includes(width) || isUnfinished(parts[0]!) ? [] : parts });
		index += count - 1;
	}
	return found;
}

/** Would the next word not have fitted into the line before? What begins as a line of a log or a command is a line of its own. */
function continues(before: string, line: string, width: number): boolean {
	const word = /^ ?\S*/.exec(line)![0];
	return word.trim() !== '' && before.length + 1 + word.trimStart().length > width && isContinuation(before, line);
}

/** A command and the first line of its output are two, and so are two lines of a log, of a table, of a list or of a test's report. */
export function isContinuation(before: string, line: string): boolean {
	if (/\|\s*$/.test(before)
			|| /^\s*\|/.test(line)
			|| /^\s*(?:[-*+•] |(["']).{0,400}\1,$|(?:Expected|Actual|Received|ERROR|WARN(?:ING)?|FATAL|INFO|DEBUG)\b|(?:GET|POST|PUT|PATCH|DELETE) http)/.test(line)) {
		return false;
	}
	return !/^(?:PS [A-Z]:\\[^>]{0,200}> |[$%+#>] |[\w.@-]{1,60}:[^$#]{0,100}[$#] )/.test(before)
		&& withoutPrefixes(line) === line.trimStart()
		&& !/^(?:\{"|time="|level=)/.test(line)
		&& (isUnfinished(before) || !message.test(line))
		&& ![before, line].some(part => isOfOthers(part) || !isUnfinished(before) && isOtherWorld(part));
}

/** Begins a message of its own. */
const message = /^(?:(?:docker: )?Error response from |[\w.-]{1,128}: Pulling from |The push refers to |Trying to pull |(?:Error|error|Usage|docker): |exit status \d|Storing signatures$)/;

/** Must something follow, as behind `desc =` or inside of a quote? */
export function isUnfinished(line: string): boolean {
	return /(?:[:,(=]|\b(?:to|of|for|from|in|the|an?|and|or|not|is|be|was|by|with|failed))\s*$/.test(line) || line.split('"').length % 2 === 0;
}
