import { diagnoses } from '../../core/diagnoses/index.ts';
import type { Finding, Message, Severity, Span } from '../../core/model/index.ts';
import { docsUrl, projectUrl } from '../../core/util/docsUrl.ts';
import { formatMessage } from '../../core/util/formatMessage.ts';
import { version } from '../version.ts';
import { jsonText } from './jsonText.ts';
import type { CheckReport } from './report.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0 (OASIS), one run; columns are UTF-16 code units and count from 1. */
export function formatSarif(report: CheckReport): string {
	const codes = [...new Set(report.findings.map(finding => finding.code))].sort();
	return `${jsonText({
		$schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
		version: '2.1.0',
		runs: [{
			tool: {
				driver: {
					name: 'pullcheck',
					version,
					semanticVersion: version,
					informationUri: projectUrl,
					rules: codes.map(rule),
				},
			},
			columnKind: 'utf16CodeUnits',
			invocations: [{
				executionSuccessful: true,
				toolExecutionNotifications: report.notChecked.map(({ host, count, reason }) => ({
					level: 'note', message: { text: `Not checked: ${count} of ${host}, which is ${reason}.` },
				})),
			}],
			results: report.findings.map(finding => result(finding, codes, report)),
		}],
	}, 2)}\n`;
}

function rule(code: string): object {
	const diagnosis = diagnoses.find(candidate => candidate.code === code);
	return {
		id: code,
		...(diagnosis ? { name: pascal(code), shortDescription: { text: diagnosis.title }, fullDescription: { text: diagnosis.title } } : {}),
		help: { text: `When it is reported, how it is mended, and when it is not reported: ${docsUrl(code)}` },
		helpUri: docsUrl(code),
		defaultConfiguration: { level: diagnosis && diagnosis.severity !== 'off' ? levels[diagnosis.severity] : 'note' },
	};
}

function result(finding: Finding, codes: readonly string[], report: CheckReport): object {
	const fixes = finding.fixes.filter(fix => fix.edits.length > 0);
	return {
		ruleId: finding.code,
		ruleIndex: codes.indexOf(finding.code),
		level: levels[finding.severity],
		message: plain(finding.message),
		locations: [location(finding.file, finding.span, report)],
		...(finding.related.length > 0 ? {
			relatedLocations: finding.related.map(({ file, span, message }) => ({
				...location(file, span, report),
				message: plain(message),
			})),
		} : {}),
		...(fixes.length > 0 ? {
			fixes: fixes.map(fix => ({
				description: plain(fix.title),
				artifactChanges: [...new Set(fix.edits.map(edit => edit.file ?? finding.file))].map(file => ({
					artifactLocation: artifact(file),
					replacements: fix.edits.filter(edit => (edit.file ?? finding.file) === file).map(edit => ({
						deletedRegion: region(file, edit.span, report),
						insertedContent: { text: edit.newText },
					})),
				})),
			})),
		} : {}),
		...(finding.evidence.length > 0 ? { properties: { evidence: finding.evidence } } : {}),
	};
}

/** No link: what a file holds between brackets and parentheses would be one (SARIF 2.1.0, 3.11.6). */
function plain(message: Message): object {
	return { text: formatMessage(message).replace(/[[\]](?=[^[\]]*\]?\()/g, '\\$&') };
}

function location(file: string, span: Span, report: CheckReport): object {
	return { physicalLocation: { artifactLocation: artifact(file), region: region(file, span, report) } };
}

function region(file: string, span: Span, report: CheckReport): object {
	const { start, end } = report.rangeOf(file, span);
	return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function artifact(file: string): object {
	const path = file.split('/').map(encodeURIComponent).join('/');
	if (/^[A-Za-z]:\//.test(file)) { return { uri: `file:///${file.slice(0, 2)}${path.slice(path.indexOf('/'))}` }; }
	return { uri: file.startsWith('/') ? `file://${path}` : path };
}

function pascal(code: string): string {
	return code.split('-').map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
