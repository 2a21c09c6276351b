import type { FileFacts, Finding, ImageUse, Span } from '../../core/model/index.ts';

/**
 * Findings of the registry that still hold after the text changed: those on a reference (or command) that stands unchanged, moved to
 * where it stands now. So results stay while somebody types elsewhere, and vanish at once with the text they were about.
 */
export function carryOver(findings: readonly Finding[], before: FileFacts, after: FileFacts): readonly Finding[] {
	if (findings.length === 0 || before.text === after.text) { return findings; }
	const moves = pair(anchors(before), anchors(after));
	return findings.flatMap(finding => {
		const move = around(finding.span, moves);
		return move ? [shifted(finding, move.to.start - move.from.start)] : [];
	});
}

/** The innermost of the moves, which are in order, that a span lies in. */
function around(span: Span, moves: readonly Move[]): Move | undefined {
	let low = 0;
	let high = moves.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (moves[middle]!.from.start <= span.start) { low = middle + 1; } else { high = middle; }
	}
	for (let at = low - 1; at >= 0 && at >= low - deepest; at--) {
		if (span.end <= moves[at]!.from.end) { return moves[at]; }
	}
	return undefined;
}

/** References of one command, and commands in commands, that may stand between a place and the beginning of what it is in. */
const deepest = 100;

/** Findings that `online` has and `offline` has not: what the registry said. */
export function onlineOnly(online: readonly Finding[], offline: readonly Finding[]): readonly Finding[] {
	const known = new Set(offline.map(key));
	return online.filter(finding => !known.has(key(finding)));
}

interface Anchor { readonly key: string; readonly span: Span }
interface Move { readonly from: Span; readonly to: Span }

function anchors({ uses, commands, text }: FileFacts): readonly Anchor[] {
	const meaning = (use: ImageUse): string => `${use.kind} ${use.text} ${use.value ?? ''}`;
	return [
		...uses.map(use => ({ key: meaning(use), span: use.span })),
		...commands.map(({ span }) => ({ key: text.slice(span.start, span.end), span })),
	];
}

/** The n-th of a text before is the n-th of it after; in the order of their places before. */
function pair(before: readonly Anchor[], after: readonly Anchor[]): readonly Move[] {
	const places = new Map<string, Span[]>();
	for (const { key: of, span } of after) {
		const spans = places.get(of);
		if (spans) { spans.push(span); } else { places.set(of, [span]); }
	}
	const used = new Map<string, number>();
	return before.flatMap(({ key: of, span }) => {
		const at = used.get(of) ?? 0;
		used.set(of, at + 1);
		const to = places.get(of)?.[at];
		return to ? [{ from: span, to }] : [];
	}).sort((one, other) => one.from.start - other.from.start || other.from.end - one.from.end);
}

function shifted(finding: Finding, by: number): Finding {
	const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
	return {
		...finding,
		span: move(finding.span),
		// Edits elsewhere may no longer fit; the next answer brings them back.
		fixes: finding.fixes.filter(fix => by === 0 || fix.edits.every(edit => !edit.file && inside(edit.span, finding.span)))
			.map(fix => ({ ...fix, edits: fix.edits.map(edit => ({ ...edit, span: move(edit.span) })) })),
	};
}

function inside(span: Span, outer: Span): boolean {
	return outer.start <= span.start && span.end <= outer.end;
}

function key({ code, span, message }: Finding): string {
	return JSON.stringify([code, span.start, span.end, message]);
}
