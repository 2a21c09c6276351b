import type { Finding } from '../model/index.ts';

/** Findings of one or more files by file, then position, then code, then end; the order never depends on timing. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
	return [...findings].sort((a, b) => compare(a.file, b.file)
		|| a.span.start - b.span.start || compare(a.code, b.code) || a.span.end - b.span.end
		|| compare(JSON.stringify(a.message), JSON.stringify(b.message)));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
