import type { Finding, Fix, Grounds } from '../../core/model/index.ts';
import { docsUrl } from '../../core/util/docsUrl.ts';
import { formatMessage } from '../../core/util/formatMessage.ts';
import { jsonText } from './jsonText.ts';
import type { CheckReport } from './report.ts';

/** The machine-readable report of the command line contract, one JSON document. */
export function formatJson(report: CheckReport): string {
	return `${jsonText({
		findings: report.findings.map(finding => findingJson(finding, report)),
		summary: { ...report.summary, notChecked: report.notChecked },
		...report.fixed.length > 0 && { fixed: report.fixed.map(({ file, code, fixes }) => ({ file, code, title: formatMessage(fixes[0]!.title) })) },
	}, 2)}\n`;
}

function findingJson(finding: Finding, report: CheckReport): object {
	return {
		file: finding.file,
		range: report.rangeOf(finding.file, finding.span),
		code: finding.code,
		severity: finding.severity,
		message: formatMessage(finding.message),
		fixes: finding.fixes.map(fix => fixJson(fix, finding, report)),
		evidence: evidenceJson(finding.evidence),
		related: finding.related.map(({ file, span, message }) => ({ file, range: report.rangeOf(file, span), message: formatMessage(message) })),
		docs: docsUrl(finding.code),
	};
}

/** A fix as data; also used by `explain`. */
export function fixJson(fix: Fix, finding: Pick<Finding, 'file'>, report: Pick<CheckReport, 'rangeOf'>): object {
	return {
		title: formatMessage(fix.title),
		edits: fix.edits.map(edit => {
			const file = edit.file ?? finding.file;
			return { file, range: report.rangeOf(file, edit.span), newText: edit.newText };
		}),
		...(fix.action ? { action: fix.action } : {}),
	};
}

/** The first answer as an object, further ones in `more`. */
export function evidenceJson(evidence: readonly Grounds[]): object {
	const [first, ...more] = evidence;
	return { ...first, ...(more.length > 0 ? { more } : {}) };
}
