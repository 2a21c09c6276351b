import { readPathGlob, type GlobStep } from './pathGlob.ts';

/** One line of an ignore file, as gitignore(5) has it. Not by a package: those make regular expressions of it, which a hostile line can hang. */
export interface GitPattern {
	/** It takes back what an earlier line ignores. */
	readonly negated: boolean;
	matches(path: string, directory: boolean): boolean;
}

/** Reads a line without its line end; `undefined` for a comment, an empty one, and one that can match nothing. */
export function gitPattern(line: string, ignoreCase: boolean): GitPattern | undefined {
	let text = withoutTrailingBlanks(line);
	if (text === '' || text.startsWith('#')) { return undefined; }
	const negated = text.startsWith('!');
	if (negated) { text = text.slice(1); }
	const foldersOnly = text.endsWith('/');
	if (foldersOnly) { text = text.slice(0, -1); }
	const anywhere = !text.includes('/');
	if (text.startsWith('/')) { text = text.slice(1); }
	if (text === '') { return undefined; }
	const cased = ignoreCase ? text.toLowerCase() : text;
	const fits = /[*?[\\]/.test(cased) ? globMatcher(cased) : (path: string): boolean => path === cased;
	return fits && {
		negated,
		matches(path, directory) {
			if (foldersOnly && !directory) { return false; }
			const subject = anywhere ? path.slice(path.lastIndexOf('/') + 1) : path;
			return fits(ignoreCase ? subject.toLowerCase() : subject);
		},
	};
}

/** A blank that a backslash stands before stays. */
function withoutTrailingBlanks(line: string): string {
	let end = line.length;
	while (end > 0 && line[end - 1] === ' ' && !isEscaped(line, end - 1)) { end--; }
	return line.slice(0, end);
}

function isEscaped(text: string, at: number): boolean {
	let slashes = 0;
	while (text[at - slashes - 1] === '\\') { slashes++; }
	return slashes % 2 === 1;
}

/** One star alone, as in most patterns, needs no search. */
function globMatcher(text: string): ((path: string) => boolean) | undefined {
	const [, before, after] = /^([^*?[\\]*)\*([^*?[\\]*)$/.exec(text) ?? [];
	if (before !== undefined && after !== undefined) {
		return path =>
			path.length >= before.length + after.length
				&& path.startsWith(before)
				&& path.endsWith(after)
				&& !path.slice(before.length, path.length - after.length).includes('/');
	}
	const steps = readPathGlob(text);
	return steps && (path => matchesSteps(steps, path));
}

/** All places of the pattern at once, so that no pattern of a hostile repository takes longer than its length times that of the path. */
function matchesSteps(steps: readonly GlobStep[], path: string): boolean {
	let places = new Set<number>();
	enter(places, 0, steps);
	for (let at = 0; at < path.length && places.size > 0; at++) {
		const character = path[at]!;
		const next = new Set<number>();
		for (const place of places) {
			const step = steps[place];
			if (step?.kind === 'one' && step.takes(character)) { enter(next, place + 1, steps); }
			if (step?.kind === 'rest' || step?.kind === 'star' && character !== '/') { enter(next, place, steps); }
			if (step?.kind === 'folders') { next.add(place + 1); }
			if (step?.kind === 'inFolders') { next.add(place); }
			if ((step?.kind === 'folders' || step?.kind === 'inFolders') && character === '/') {
				enter(next, place + (step.kind === 'folders' ? 2 : 1), steps);
			}
		}
		places = next;
	}
	return places.has(steps.length);
}

/** Adds a place, and those behind it that may match nothing. */
function enter(places: Set<number>, first: number, steps: readonly GlobStep[]): void {
	for (let place = first; !places.has(place);) {
		places.add(place);
		const kind = steps[place]?.kind;
		if (kind !== 'star' && kind !== 'rest' && kind !== 'folders') { return; }
		place += kind === 'folders' ? 2 : 1;
	}
}
