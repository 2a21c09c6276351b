import type { Edit, Finding } from '../core/model/index.ts';

/** New texts of the files that change, and the findings whose fix was applied. */
export interface FixResult {
	readonly files: readonly { readonly file: string; readonly text: string }[];
	readonly applied: readonly Finding[];
}

/**
 * Applies each finding's preferred fix where it is safe and edits text. A fix whose edits touch those of an earlier one is left for the next run,
 * whole: half a fix would be worse than none. What two fixes change alike (a tag that two services share) is changed once.
 */
export function applyFixes(findings: readonly Finding[], textOf: (file: string) => string | undefined): FixResult {
	const taken = new Map<string, Edit[]>();
	const applied: Finding[] = [];
	for (const finding of findings) {
		const fix = finding.fixes[0];
		if (!fix || !fix.safe || fix.edits.length === 0) { continue; }
		const edits = fix.edits.map(edit => ({ ...edit, file: edit.file ?? finding.file }));
		const possible = edits.every(edit =>
			textOf(edit.file) !== undefined && !(taken.get(edit.file) ?? []).some(other => overlaps(edit, other) && !isSame(edit, other)));
		if (!possible) { continue; }
		for (const edit of edits) {
			const others = taken.get(edit.file) ?? [];
			if (!others.some(other => isSame(edit, other))) { taken.set(edit.file, [...others, edit]); }
		}
		applied.push(finding);
	}
	const files = [...taken].map(([file, edits]) => ({ file, text: applyEdits(textOf(file) ?? '', edits) }));
	return { files, applied };
}

/** The text with all edits made; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	let result = text;
	for (const { span, newText } of [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)) {
		result = result.slice(0, span.start) + newText + result.slice(span.end);
	}
	return result;
}

function isSame(a: Edit, b: Edit): boolean {
	return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}

function overlaps(a: Edit, b: Edit): boolean {
	if (a.span.start === b.span.start && a.span.end === b.span.end) { return true; }
	return a.span.start < b.span.end && b.span.start < a.span.end;
}
