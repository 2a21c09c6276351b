import type { Evidence, FileFacts, ImageUse, Reference, Verdict } from '../../model/index.ts';
import { isFirstOfHost } from './isFirstOfHost.ts';

/**
 * The credential helper that could not be asked about a use's registry: each time when the answer hangs on it, once in a file when the
 * image is there for everybody, because `docker build` stops at the helper nevertheless (moby/buildkit asks it for every token).
 */
export function helperTrouble(
	use: ImageUse & { readonly reference: Reference },
	verdict: Verdict,
	state: 'helper-missing' | 'helper-failed',
	facts: FileFacts,
): { readonly helper: string; readonly source: string; readonly evidence: Evidence } | undefined {
	const { evidence } = verdict;
	if (verdict.verdict === state) { return { helper: verdict.helper, source: verdict.source, evidence }; }
	const odd = evidence.savedLogin;
	if (verdict.verdict !== 'exists' || odd?.kind !== state || !isFirstOfHost(use, use.reference, facts)) { return undefined; }
	return { helper: odd.helper, source: odd.source, evidence };
}
