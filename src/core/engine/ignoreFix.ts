import type { FileFacts, Finding, Fix } from '../model/index.ts';
import { commentMarks } from './excuses.ts';

/**
 * The fix that excuses a finding by a comment on a line of its own above it, with the indentation of the statement that
 * it stands in; `undefined` where a comment cannot be written safely (JSON without comments, inside Markdown).
 */
export function ignoreFix(facts: FileFacts, finding: Finding): Fix | undefined {
	if (facts.kind === 'package-json' || facts.kind === 'markdown') { return undefined; }
	const statement = [...facts.commands, ...facts.dockerfile?.instructions ?? []]
		.map(({ span }) => span)
		.filter(span => span.start <= finding.span.start && finding.span.start <= span.end)
		.sort((a, b) => a.start - b.start)[0];
	const { text } = facts;
	const lineStart = text.lastIndexOf('\n', (statement ?? finding.span).start - 1) + 1;
	const indent = /^[ \t]*/.exec(text.slice(lineStart, lineStart + 500))?.[0] ?? '';
	const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
	const mark = /\.(?:cmd|bat)$/i.test(facts.file) ? 'rem' : commentMarks(facts.kind)[0] ?? '#';
	return {
		title: { text: 'Ignore {code} on this line', args: { code: finding.code } },
		edits: [{ span: { start: lineStart, end: lineStart }, newText: `${indent}${mark} pullcheck ignore=${finding.code}${lineBreak}` }],
		safe: false,
	};
}
