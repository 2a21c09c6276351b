/** What the details pane shows of a row; all strings are safe to show. */
export interface Detail {
	readonly title: string;
	readonly subtitle?: string;
	/** Lines of a code block; `hidden` is what was cut, in characters. */
	readonly code?: { readonly lines: readonly string[]; readonly all: readonly string[]; readonly hidden: number };
	readonly facts: readonly DetailFact[];
	readonly actions: readonly DetailAction[];
	/** One pale line under the actions. */
	readonly note?: string;
}

/** A line of the pane: what, and its value. */
export interface DetailFact {
	readonly label: string;
	readonly value: string;
	/** Pale, behind the value. */
	readonly extra?: string;
	readonly mono?: boolean;
	/** Instead of value and extra where there is little room. */
	readonly short?: string;
	/** Left out where there is little room. */
	readonly wide?: boolean;
}

/** A button. `raw` texts are what is copied: the original, not what is shown. */
export type DetailAction =
	| { readonly type: 'copy'; readonly label: string; readonly raw: string; readonly what: 'digest' | 'command' | 'path' | 'text' }
	| { readonly type: 'rawJson'; readonly label: string; readonly digest: string }
	| { readonly type: 'listFiles'; readonly label: string; readonly platform: string; readonly digest: string; readonly size: number }
	| { readonly type: 'readStatement'; readonly label: string; readonly digest: string }
	| { readonly type: 'retry'; readonly label: string; readonly platform: string };

/** Longest code shown before *Show all*: the pane has more room than a row, yet hostile text must not fill it. */
const codeLength = 1000;

/** Cuts a code block between lines where possible. */
export function codeBlock(lines: readonly string[], safe: (text: string, limit: number) => string): NonNullable<Detail['code']> {
	const all = lines.map(line => safe(line, 100_000));
	const kept: string[] = [];
	let left = codeLength;
	for (const line of lines) {
		if (left <= 0) { break; }
		kept.push(safe(line, left));
		left -= line.length;
	}
	return { lines: kept, all, hidden: Math.max(0, -left) + lines.slice(kept.length).reduce((sum, line) => sum + line.length, 0) };
}
