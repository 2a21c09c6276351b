import type { FileFacts, Place, VariableUse } from '../../model/index.ts';

/** Where a variable's value is literally written (`ARG TAG=3.8.5`, `.env`), so that an edit can change it there. */
export function variableSource(variable: VariableUse | undefined, workspace: readonly FileFacts[]): Place | undefined {
	const source = variable?.source;
	const text = source && workspace.find(facts => facts.file === source.file)?.text;
	if (!source || variable?.value === undefined) { return undefined; }
	// A file without references (.env) is no part of the workspace's facts; a plain value as long as its place is what stands there.
	if (text === undefined) {
		return (variable.origin === 'env-file' || variable.origin === 'build-arg') && /^[\w./:@-]+$/.test(variable.value) && source.span.end - source.span.start === variable.value.length
			? source
			: undefined;
	}
	const { start, end } = source.span;
	const written = text.slice(start, end);
	if (written === variable.value) { return source; }
	const quoted = /^(?<quote>["'])[^]*\k<quote>$/.test(written) && written.slice(1, -1) === variable.value;
	return quoted ? { file: source.file, span: { start: start + 1, end: end - 1 } } : undefined;
}
