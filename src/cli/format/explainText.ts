import pc from 'picocolors';
import type { ExplainMatch } from '../../core/explain/createExplainer.ts';
import { docsUrl } from '../../core/util/docsUrl.ts';
import { formatMessage } from '../../core/util/formatMessage.ts';
import { printable } from '../../core/util/printable.ts';

/** Causes for people, the most specific first: the sentence, the line it came from, what helps, the page. */
export function formatExplanation(matches: readonly ExplainMatch[], lines: number, colour: boolean): string {
	const paint = pc.createColors(colour);
	if (matches.length === 0) { return `No known cause in ${lines === 1 ? 'this line' : `these ${lines} lines`}.\n`; }
	return matches.map((match, index) => [
		`${index === 0 ? paint.bold('Cause') : 'Also'}  ${printable(formatMessage(match.message))}  ${paint.dim(match.code)}`,
		'',
		`  ${paint.dim(`${match.line} |`)} ${printable(cut(match.text))}${match.count > 1 ? paint.dim(`  (${match.count} times)`) : ''}`,
		...match.remedies.map(({ title, text }) => `  ${paint.green('fix')} ${printable(formatMessage(title))}: ${printable(text)}`),
		`  ${paint.dim(docsUrl(match.code))}`,
		'',
	].join('\n')).join('\n');
}

function cut(text: string): string {
	return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
