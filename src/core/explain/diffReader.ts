import { normaliseLine, withoutEscapes } from './normaliseLine.ts';

/** Lines of a comparison's context between two changes, at most. */
const farthest = 6;

/** Tells of one line after the other whether it is part of a comparison of texts, as `diff`, `git` and test runners print it. */
export function diffReader(): (line: string) => boolean {
	let left = 0;
	return line => {
		if (left === 0 && !perhaps.test(withoutEscapes(line))) { return false; }
		const text = normaliseLine(line);
		if (heading.test(text) || left > 0 && /^(?:[-+@\\]|$)/.test(text)) {
			left = farthest;
			return true;
		}
		left = Math.max(0, left - 1);
		return left > 0 && /^ /.test(line);
	};
}

const perhaps = /@@ [-@]|(?:--- |\+\+\+ )(?:Expected|Actual)|diff --git |--- a\/|[-+] (?:Snapshot|Received|Expected|Actual|expected|actual)\b|actual - expected/;

const heading = /^(?:@@ (?:[^\n]{1,100})?@@|(?:---|\+\+\+) (?:Expected|Actual)$|diff --git |--- a\/|[-+] (?:Snapshot|Received|Expected|Actual|expected|actual)\b|\+ actual - expected)/;
