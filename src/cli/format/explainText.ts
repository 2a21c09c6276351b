import pc from 'picocolors';
import type { Investigation } from '../../core/engine/investigate.ts';
import { editsOf } from '../../core/explain/editsOf.ts';
import type { Span } from '../../core/model/index.ts';
import { docsUrl } from '../../core/util/docsUrl.ts';
import { formatMessage } from '../../core/util/formatMessage.ts';
import { printable } from '../../core/util/printable.ts';
import type { Range } from '../positions.ts';

/** Causes for people, the most specific first: the sentence, what tells several apart, the line it came from, places, what helps, the page. */
export function formatExplanation(causes: readonly Investigation[], rangeOf: (file: string, span: Span) => Range, lines: number, colour: boolean): string {
	const paint = pc.createColors(colour);
	if (causes.length === 0) { return `No known cause in ${lines === 1 ? 'this line' : `these ${lines} lines`}.\n`; }
	const where = (file: string, span: Span): string => {
		const { line, character } = rangeOf(file, span).start;
		return `${printable(file)}:${line + 1}:${character + 1}`;
	};
	return causes.map(({ match, places, causes: possible, decision }, index) => [
		`${index === 0 ? paint.bold('Cause') : 'Also'}  ${printable(formatMessage(decision?.message ?? match.message))}  ${paint.dim(decision?.code ?? match.code)}`,
		...possible.map(({ message }) => `  - ${printable(formatMessage(message))}`),
		'',
		`  ${paint.dim(`${match.line} |`)} ${printable(cut(match.text))}${match.count > 1 ? paint.dim(`  (${match.count} times)`) : ''}`,
		...places.map(({ file, span }) => `  ${paint.cyan('at')}  ${paint.bold(where(file, span))}`),
		...editsOf(places).map(({ fix, file }) =>
			`  ${paint.green('fix')} ${printable(formatMessage(fix.title))}, ${where(fix.edits[0]!.file ?? file, fix.edits[0]!.span)}`),
		...match.remedies.map(({ title, text }) => `  ${paint.green('fix')} ${printable(formatMessage(title))}: ${printable(text)}`),
		`  ${paint.dim(docsUrl(decision?.code ?? match.code))}`,
		'',
	].join('\n')).join('\n');
}

function cut(text: string): string {
	return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
