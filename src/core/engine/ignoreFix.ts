import type { FileFacts, Finding, Fix } from '../model/index.ts';
import { lineEndAt, lineStartAt } from '../util/lineBounds.ts';
import { commentMarks, foldedEnd } from './excuses.ts';

/**
 * The fix that excuses a finding by a comment on a line of its own above it, with the indentation of the statement that
 * it stands in; `undefined` where a comment cannot be written safely (JSON without comments, inside Markdown).
 */
export function ignoreFix(facts: FileFacts, finding: Finding): Fix | undefined {
	const { kind, file, text } = facts;
	if (kind === 'markdown' || (/\.json$/i.test(file) && kind !== 'devcontainer' && kind !== 'tasks-json')) { return undefined; }
	const statement = [...facts.commands, ...facts.dockerfile?.instructions ?? []]
		.map(({ span }) => span)
		.filter(span => span.start <= finding.span.start && finding.span.start <= span.end)
		.sort((a, b) => a.start - b.start)[0];
	// Above `# syntax=` a comment would make it one itself.
	if (kind === 'dockerfile' && !statement) { return undefined; }
	const start = startOf(text, (statement ?? finding.span).start, kind);
	const indent = text.slice(start, start + indentOf(text, start));
	const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
	const mark = /\.(?:cmd|bat)$/i.test(file) ? 'rem' : kind === 'jenkinsfile' && isInText(text, start) ? '#' : commentMarks(kind)[0] ?? '#';
	return {
		title: { text: 'Ignore {code} on this line', args: { code: finding.code } },
		edits: [{ span: { start, end: start }, newText: `${indent}${mark} pullcheck ignore=${finding.code}${lineBreak}` }],
		safe: false,
	};
}

/** The start of the line, or of the one in which what it belongs to begins: before a backslash, or the key of a folded text of YAML. */
function startOf(text: string, offset: number, kind: FileFacts['kind']): number {
	let start = lineStartAt(text, offset);
	while (start > 0 && /\\\r?\n$/.test(text.slice(Math.max(0, start - 3), start))) { start = lineStartAt(text, start - 1); }
	if (!yamlKinds.has(kind)) { return start; }
	// The lines above until one that is indented less: a key that folds, or not.
	const indent = indentOf(text, start);
	for (let above = start; above > 0;) {
		above = lineStartAt(text, above - 1);
		const isBlank = /^[ \t\r]*$/.test(text.slice(above, lineEndAt(text, above)));
		if (isBlank || indentOf(text, above) >= indent) { continue; }
		return foldedEnd(text, above) >= offset ? above : start;
	}
	return start;
}

function indentOf(text: string, start: number): number {
	return /^[ \t]*/.exec(text.slice(start, start + 500))![0].length;
}

/** Between the quotes of a text over several lines of Groovy: what stands there is a shell's. */
function isInText(text: string, offset: number): boolean {
	return (text.slice(0, offset).match(/'''|"""/g)?.length ?? 0) % 2 === 1;
}

const yamlKinds: ReadonlySet<FileFacts['kind']> = new Set([
	'workflow', 'gitlab-ci', 'azure', 'circleci', 'pipeline', 'taskfile', 'compose', 'kubernetes', 'helm-values',
]);
