import type { Severity } from '../../core/model/index.ts';
import { formatMessage } from '../../core/util/formatMessage.ts';
import { printable } from '../../core/util/printable.ts';
import type { CheckReport } from './report.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/**
 * GitHub Actions workflow commands, one line a finding; lines and columns count from 1. What a file holds can neither write to the log's
 * terminal nor begin a command.
 */
export function formatGithub(report: CheckReport): string {
	return report.findings.map(finding => {
		const { start, end } = report.rangeOf(finding.file, finding.span);
		const properties = [
			`file=${property(finding.file)}`,
			`line=${start.line + 1}`,
			`endLine=${end.line + 1}`,
			// GitHub reads columns only where the range stays on one line.
			...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
			`title=${property(`pullcheck: ${finding.code}`)}`,
		];
		return `::${commands[finding.severity]} ${properties.join(',')}::${data(formatMessage(finding.message))}\n`;
	}).join('');
}

function data(text: string): string {
	return text
		.split(/([\r\n])/)
		.map((part, index) => (index % 2 === 0 ? printable(part) : part))
		.join('')
		.replaceAll('%', '%25')
		.replaceAll('\r', '%0D')
		.replaceAll('\n', '%0A');
}

function property(text: string): string {
	return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
