import type { Finding } from '../model/index.ts';
import type { Ask, Report } from '../diagnoses/diagnosis.ts';
import type { EnabledDiagnosis } from './enabledDiagnoses.ts';
import { findingOf } from './findingOf.ts';
import { orderFindings } from './orderFindings.ts';

/** Told what a diagnosis threw in a file. */
export type OnFault = (code: string, file: string, error: unknown) => void;

/**
 * Everything that the text of one file shows (with the other files known), ordered. What a diagnosis throws goes to `onFault`, or on.
 * Works in steps of some hundred references and commands, so that a large file can be left in between.
 */
export function* runOffline(enabled: readonly EnabledDiagnosis[], ask: Omit<Ask, 'registry' | 'listens'>, onFault?: OnFault): Generator<undefined, readonly Finding[], undefined> {
	const { facts } = ask;
	const findings: Finding[] = [];
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
			if (diagnosis.use) { for (const use of facts.uses) { take(diagnosis.use(use, ask)); } }
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
	return orderFindings(findings);
}

/** References, commands and workflow steps looked at in one step. */
const stepOf = 500;
