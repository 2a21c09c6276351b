import pc from 'picocolors';
import { maskInPlace } from '../../core/explain/maskSecrets.ts';
import type { Finding, Fix, Grounds, Severity } from '../../core/model/index.ts';
import { formatMessage } from '../../core/util/formatMessage.ts';
import { contentEndAt, lineStartAt } from '../../core/util/lineBounds.ts';
import { printable } from '../../core/util/printable.ts';
import type { CheckReport } from './report.ts';
import { shownPath } from './shownPath.ts';

/** The report for people: what was fixed, then each finding with a code frame, the evidence and the fix; then a summary. */
export function formatText(report: CheckReport, colour: boolean): string {
	const paint = pc.createColors(colour);
	const blocks = report.findings.map(finding => block(finding, report, paint));
	return `${fixedLines(report)}${blocks.map(lines => `${lines}\n`).join('')}${summary(report, paint)}\n`;
}

/** What `--fix` changed, a line each; nothing when it changed nothing. */
export function fixedLines({ fixed }: Pick<CheckReport, 'fixed'>): string {
	return fixed.map(({ file, fixes, code }) => printable(`fixed ${file}: ${formatMessage(fixes[0]!.title)} (${code})`) + '\n').join('');
}

type Paint = ReturnType<typeof pc.createColors>;

function block(finding: Finding, report: CheckReport, paint: Paint): string {
	const { start } = report.rangeOf(finding.file, finding.span);
	const place = `${shownPath(finding.file)}:${start.line + 1}:${start.character + 1}`;
	const colour = severityPaint(finding.severity, paint);
	const lines = [
		`${paint.bold(place)}  ${colour(finding.severity)}  ${printable(formatMessage(finding.message))}  ${paint.dim(finding.code)}`,
		'',
		...frame(finding, report, paint),
	];
	const evidence = [...new Set(finding.evidence.map(evidenceSentence).filter(sentence => sentence !== ''))];
	const gutter = ' '.repeat(String(start.line + 1).length + 4);
	if (evidence.length > 0) { lines.push(`${gutter}${paint.dim(`= ${printable(evidence.slice(0, 3).join('; '))}`)}`); }
	const [first, ...more] = finding.fixes;
	if (first) {
		const others = more.length > 0 ? paint.dim(` (${more.length} more: ${more.slice(0, 3).map(fix => printable(shortTitle(fix, first))).join(', ')})`) : '';
		lines.push(`${gutter}${paint.green('fix')} ${printable(formatMessage(first.title))}${others}`);
	}
	return `${lines.join('\n')}\n`;
}

/** Titles of one kind differ only in what they put in: that is enough after the first. */
function shortTitle(fix: Fix, first: Fix): string {
	const args = Object.values(fix.title.args ?? {});
	return fix.title.text === first.title.text && args.length === 1 ? String(args[0]) : formatMessage(fix.title);
}

function frame(finding: Finding, report: CheckReport, paint: Paint): string[] {
	const text = report.textOf(finding.file);
	if (text === undefined) { return []; }
	const { start, end } = report.rangeOf(finding.file, finding.span);
	const from = lineStartAt(text, finding.span.start);
	const line = text.slice(from, contentEndAt(text, finding.span.start));
	const number = String(start.line + 1);
	const width = Math.max(1, (end.line === start.line ? end.character : line.length) - start.character);
	// Very long lines are cut around the place, so that one minified file does not fill the terminal.
	const cut = Math.max(0, start.character - 80);
	// What hides a secret may stand before what is shown.
	const before = Math.max(0, cut - 400);
	const shown = maskInPlace(line.slice(before, cut + 600)).slice(cut - before, cut - before + 200);
	const lead = shown.slice(0, start.character - cut).replace(/[^\t]/g, ' ');
	const gutter = paint.dim('|');
	return [
		`   ${paint.dim(number)} ${gutter} ${printable(shown)}`,
		`   ${' '.repeat(number.length)} ${gutter} ${lead}${severityPaint(finding.severity, paint)('^'.repeat(Math.min(width, 200)))}`,
	];
}

function evidenceSentence(evidence: Grounds): string {
	if (evidence.note) { return evidence.note; }
	if (evidence.status === undefined && evidence.tagsRead === undefined) { return evidence.message ?? ''; }
	const who = evidence.endpoint && evidence.endpoint !== evidence.host ? `${evidence.host} (${evidence.endpoint})` : evidence.host;
	if (evidence.tagsRead !== undefined) { return `${evidence.tagsRead} tags read`; }
	return `${who} answered ${evidence.status}${evidence.code ? ` ${evidence.code}` : ''}`;
}

function summary(report: CheckReport, paint: Paint): string {
	const { files, references, lookups, requests, durationMs } = report.summary;
	const count = (severity: Severity): number => report.findings.filter(finding => finding.severity === severity).length;
	const counts = [
		plural(count('error'), 'error'), plural(count('warning'), 'warning'), plural(count('info'), 'note'), plural(count('hint'), 'hint'),
	].filter(part => !part.startsWith('0 '));
	const fixable = report.findings.filter(({ fixes }) => fixes[0]?.safe && fixes[0].edits.length > 0).length;
	const touched = new Set(report.findings.map(finding => finding.file)).size;
	const head = counts.length === 0
		? `No problems in ${plural(files, 'file')}.`
		: `${counts.join(', ')} in ${touched} of ${plural(files, 'file')}${fixable > 0 ? `; ${fixable} can be fixed with --fix` : ''}`;
	const asked = report.offline
		? `${plural(references, 'reference')}; offline, no registry was asked.`
		: `${plural(references, 'reference')}, ${plural(lookups, 'image')} asked in ${plural(requests, 'request')}, ${(durationMs / 1000).toFixed(1)} s.`;
	const waiting = report.notChecked.reduce((sum, { count: n }) => sum + n, 0);
	const missed = waiting === 0 ? '' : ` Not checked: ${waiting} (${report.notChecked.map(({ host, reason }) => `${host} ${reason}`).join('; ')})`;
	return `${head}\n${paint.dim(asked + missed)}`;
}

function plural(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function severityPaint(severity: Severity, paint: Paint): (text: string) => string {
	return { error: paint.red, warning: paint.yellow, info: paint.blue, hint: paint.cyan }[severity];
}
