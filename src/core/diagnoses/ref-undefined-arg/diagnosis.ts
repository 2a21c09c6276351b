import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { spanOfVariable } from '../support/variableExpression.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A variable in FROM that no ARG before the first FROM declares (BuildKit's `UndefinedArgInFrom`). */
export const refUndefinedArg = defineDiagnosis({
	code: 'ref-undefined-arg',
	title: 'Undeclared variable in FROM',
	severity: 'error',
	explanation,
	symptoms,
	*use(use, { facts }) {
		const file = facts.dockerfile;
		if (!file || use.kind !== 'from' || (use.class !== 'variable' && use.class !== 'invalid')) { return; }
		const open = use.variables.find(({ name, value, origin }) => (value === undefined || value === '') && origin !== 'platform' && origin !== 'default'
			&& !predefined.has(name) && !file.args.some(arg => arg.stage === -1 && arg.name === name));
		const first = file.instructions.find(({ keyword }) => keyword === 'FROM');
		if (!open || !first) { return; }
		const lineBreak = facts.text.includes('\r\n') ? '\r\n' : '\n';
		yield {
			at: spanOfVariable(use, open.name),
			message: { text: '"{variable}" is not declared before the first FROM, so it is empty here.', args: { variable: open.name } },
			fixes: [editFix({ text: 'Add "{flags}"', args: { flags: `ARG ${open.name}=` } }, [{ span: { start: first.span.start, end: first.span.start }, newText: `ARG ${open.name}=${lineBreak}` }], false)],
		};
	},
});

/** Declared by the builder itself (Dockerfile reference, "Automatic platform ARGs in the global scope"). */
const predefined = new Set(['TARGETPLATFORM', 'TARGETOS', 'TARGETARCH', 'TARGETVARIANT', 'BUILDPLATFORM', 'BUILDOS', 'BUILDARCH', 'BUILDVARIANT', 'TARGETSTAGE']);
