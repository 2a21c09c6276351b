import type { FileFacts, Finding } from '../model/index.ts';
import { diagnoses } from '../diagnoses/index.ts';
import { unusedIgnore } from '../diagnoses/unused-ignore/diagnosis.ts';
import type { EnabledDiagnosis } from './enabledDiagnoses.ts';
import { excuses } from './excuses.ts';
import { findingOf } from './findingOf.ts';
import { orderFindings } from './orderFindings.ts';

/**
 * Takes out the findings that comments excuse, and reports excuses that excuse nothing, or name no code. After `offline` (or with
 * unanswered questions) only codes that need no registry are judged: silence proves nothing about the others.
 */
export function applyExcuses(
	facts: FileFacts, findings: readonly Finding[], enabled: readonly EnabledDiagnosis[], beat: 'offline' | 'online',
): readonly Finding[] {
	const written = excuses(facts);
	if (written.length === 0) { return findings; }
	const used = new Set<unknown>();
	const left = findings.filter(finding => {
		const matching = written.filter(({ code, covers }) => code === finding.code && finding.span.start >= covers.start && finding.span.start <= covers.end);
		for (const excuse of matching) { used.add(excuse); }
		return matching.length === 0;
	});
	const hint = enabled.find(({ diagnosis }) => diagnosis === unusedIgnore);
	if (!hint) { return left; }
	const unused = written.flatMap(excuse => {
		if (used.has(excuse)) { return []; }
		if (!codes.has(excuse.code)) {
			return findingOf(
				hint,
				facts.file,
				{ at: excuse.codeSpan, message: { text: 'There is no code {code}, so nothing is excused.', args: { code: excuse.code } } },
			) ?? [];
		}
		const judged = enabled.find(({ diagnosis }) => diagnosis.code === excuse.code)?.diagnosis;
		if (!judged || beat === 'offline' && (judged.lookup || judged.commandLookup || judged.buildLookup)) { return []; }
		const report = { at: excuse.codeSpan, message: { text: 'Nothing here is reported as {code}.', args: { code: excuse.code } } };
		return findingOf(hint, facts.file, report) ?? [];
	});
	return orderFindings([...left, ...unused]);
}

const codes: ReadonlySet<string> = new Set(diagnoses.map(({ code }) => code));
