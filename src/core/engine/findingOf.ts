import type { Finding, Message } from '../model/index.ts';
import type { Report } from '../diagnoses/diagnosis.ts';
import { hideLogin } from '../util/hideLogin.ts';
import type { EnabledDiagnosis } from './enabledDiagnoses.ts';
import { orderFixes } from './orderFixes.ts';

/** The finding that a report becomes; `undefined` when the settings want to hear nothing of it. */
export function findingOf(enabled: EnabledDiagnosis, file: string, report: Report): Finding | undefined {
	const severity = enabled.severityOf(report.severity);
	if (!severity) { return undefined; }
	return {
		file, severity,
		span: report.at,
		code: enabled.diagnosis.code,
		message: withoutLogins(report.message),
		fixes: orderFixes(report.fixes ?? []),
		evidence: report.evidence ?? [],
		related: report.related ?? [],
	};
}

function withoutLogins(message: Message): Message {
	if (!message.args || !Object.values(message.args).some(value => typeof value === 'string' && value.includes('@'))) { return message; }
	return {
		...message,
		args: Object.fromEntries(Object.entries(message.args).map(([name, value]) => [name, typeof value === 'string' ? hideLogin(value) : value])),
	};
}
