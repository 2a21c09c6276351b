/**
 * What one place of a glob over a path takes: one character; any number of them without a slash (`*`), or with (two stars at the end);
 * nothing or whole folders (two stars and a slash), which are two steps: before the folders, and in them.
 */
export type GlobStep =
	| { readonly kind: 'one'; takes(character: string): boolean }
	| { readonly kind: 'star' | 'rest' | 'folders' | 'inFolders' };

/** Reads a glob as git's wildmatch does with paths; `undefined` where it can match nothing: a bracket without end, a backslash at the end. */
export function readPathGlob(text: string): readonly GlobStep[] | undefined {
	const steps: GlobStep[] = [];
	// Git compares the letters before by themselves, so that to its wildmatch these stars begin the pattern.
	const first = text.search(/[*?[\\]/);
	for (let at = 0; at < text.length; at++) {
		const character = text[at]!;
		if (character === '*') {
			const end = endOfStars(text, at);
			const deep = end - at > 1 && (at === first || text[at - 1] === '/');
			const folders = deep && text[end] === '/';
			if (folders) {
				steps.push({ kind: 'folders' }, { kind: 'inFolders' });
			} else {
				steps.push({ kind: deep && end === text.length ? 'rest' : 'star' });
			}
			at = folders ? end : end - 1;
		} else if (character === '?') {
			steps.push({ kind: 'one', takes: other => other !== '/' });
		} else if (character === '[') {
			const set = readSet(text, at + 1);
			if (!set) { return undefined; }
			steps.push({ kind: 'one', takes: set.takes });
			at = set.end;
		} else {
			const literal = character === '\\' ? text[++at] : character;
			if (literal === undefined) { return undefined; }
			steps.push({ kind: 'one', takes: other => other === literal });
		}
	}
	return steps;
}

function endOfStars(text: string, from: number): number {
	let end = from;
	while (text[end] === '*') { end++; }
	return end;
}

interface CharacterSet {
	takes(character: string): boolean;
	/** Of the closing bracket. */
	readonly end: number;
}

/** `[a-z]`, `[!a-z]`, `[^a-z]`, `[[:digit:]]`; a bracket that closes stands for itself when it comes first. */
function readSet(text: string, start: number): CharacterSet | undefined {
	const negated = text[start] === '!' || text[start] === '^';
	const tests: ((character: string) => boolean)[] = [];
	let at = negated ? start + 1 : start;
	for (let first = true; first || text[at] !== ']'; first = false) {
		const named = /^\[:(\w+):\]/.exec(text.slice(at, at + 12));
		if (named) {
			const pattern = classes[named[1]!];
			if (!pattern) { return undefined; }
			tests.push(character => pattern.test(character));
			at += named[0].length;
			continue;
		}
		const from = readMember(text, at);
		if (!from) { return undefined; }
		const to = text[from.end] === '-' && text[from.end + 1] !== ']' ? readMember(text, from.end + 1) : from;
		if (!to) { return undefined; }
		tests.push(character => character === from.character || character >= from.character && character <= to.character);
		at = to.end;
	}
	return { takes: character => character !== '/' && tests.some(test => test(character)) !== negated, end: at };
}

function readMember(text: string, at: number): { readonly character: string; readonly end: number } | undefined {
	const character = text[at] === '\\' ? text[at + 1] : text[at];
	return character === undefined ? undefined : { character, end: at + (text[at] === '\\' ? 2 : 1) };
}

const classes: Readonly<Record<string, RegExp | undefined>> = {
	alnum: /[A-Za-z\d]/, alpha: /[A-Za-z]/, blank: /[ \t]/, cntrl: /[\0-\x1f\x7f]/, digit: /\d/, graph: /[!-~]/, lower: /[a-z]/,
	print: /[ -~]/, punct: /[!-/:-@[-`{-~]/, space: /\s/, upper: /[A-Z]/, xdigit: /[\dA-Fa-f]/,
};
