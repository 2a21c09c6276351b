import type { Finding } from '../model/index.ts';
import type { Ask, Report } from '../diagnoses/diagnosis.ts';
import type { EnabledDiagnosis } from './enabledDiagnoses.ts';
import { findingOf } from './findingOf.ts';
import { orderFindings } from './orderFindings.ts';
import { valuesOf } from './valuesOf.ts';

/** Told what a diagnosis threw in a file. */
export type OnFault = (code: string, file: string, error: unknown) => void;

/**
 * Everything that the text of one file shows (with the other files known), ordered. What a diagnosis throws goes to `onFault`, or on.
 * Works in steps of some hundred references and commands, so that a large file can be left in between.
 */
export function* runOffline(
	enabled: readonly EnabledDiagnosis[],
	ask: Omit<Ask, 'registry' | 'listens'>,
	onFault?: OnFault,
): Generator<undefined, readonly Finding[], undefined> {
	const { facts } = ask;
	const findings: Finding[] = [];
	const values = facts.uses.some(({ alternatives }) => alternatives.length > 0) ? facts.uses.flatMap(valuesOf) : facts.uses;
	let looked = 0;
	for (const one of enabled) {
		const { diagnosis } = one;
		const take = (reports: Iterable<Report>): void => {
			for (const report of reports) {
				const finding = findingOf(one, facts.file, report);
				if (finding) { findings.push(finding); }
			}
		};
		try {
			if (diagnosis.document) { take(diagnosis.document(facts, ask)); }
			if (diagnosis.use) { for (const use of values) { take(diagnosis.use(use, ask)); } }
			if (diagnosis.command) { for (const command of facts.commands) { take(diagnosis.command(command, ask)); } }
			if (diagnosis.step) { for (const step of facts.steps) { take(diagnosis.step(step, ask)); } }
		} catch (error) {
			if (!onFault) { throw error; }
			onFault(diagnosis.code, facts.file, error);
		}
		looked += facts.uses.length + facts.commands.length + facts.steps.length;
		if (looked > stepOf) {
			yield;
			looked = 0;
		}
	}
	return orderFindings(values === facts.uses ? findings : distinct(findings));
}

/** Several values of one place may have the same fault. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
	return [...new Map(findings.toReversed().map(finding => [JSON.stringify([finding.code, finding.span, finding.message]), finding])).values()];
}

/** References, commands and workflow steps looked at in one step. */
const stepOf = 500;
