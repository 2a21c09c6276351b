import type { FileFacts, Place, VariableUse } from '../../model/index.ts';

/** Where a variable's value is literally written (`ARG TAG=3.8.5`, `.env`), so that an edit can change it there. */
export function variableSource(variable: VariableUse | undefined, workspace: readonly FileFacts[]): Place | undefined {
	const source = variable?.source;
	const text = source && workspace.find(facts => facts.file === source.file)?.text;
	return source && text?.slice(source.span.start, source.span.end) === variable.value ? source : undefined;
}
