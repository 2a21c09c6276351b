import type { Fix } from '../model/index.ts';

/**
 * Fixes in the order that people are shown them: safe edits, other edits, what opens a terminal, copies, pages. The first is the preferred one.
 * Within a kind the diagnosis' own order stays.
 */
export function orderFixes(fixes: readonly Fix[]): readonly Fix[] {
	return fixes.length < 2 ? fixes : [...fixes].sort((a, b) => rank(a) - rank(b));
}

function rank({ edits, safe, action }: Fix): number {
	if (edits.length > 0) { return safe ? 0 : 1; }
	return { login: 2, terminal: 2, copy: 3, open: 4 }[action?.type ?? 'open'];
}
