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
		if (!file || use.kind !== 'from') { return; }
		const open = use.variables.filter(({ name, value, origin }) => (value === undefined || value === '') && origin !== 'platform' && origin !== 'default'
			&& !predefined.has(name) && !file.args.some(arg => arg.stage === -1 && arg.name === name));
		const first = file.instructions.find(({ keyword }) => keyword === 'FROM');
		const lineBreak = facts.text.includes('\r\n') ? '\r\n' : '\n';
		for (const name of first ? new Set(open.map(variable => variable.name)) : []) {
			yield {
				at: spanOfVariable(use, name),
				// What is left can still be a name that pulls: `node:22${SUFFIX}`.
				...(use.class !== 'variable' && use.class !== 'invalid' && { severity: 'warning' as const }),
				message: { text: '"{variable}" is not declared before the first FROM, so it is empty here.', args: { variable: name } },
				fixes: [editFix(
					{ text: 'Add "{flags}"', args: { flags: `ARG ${name}=` } },
					[{ span: { start: first!.span.start, end: first!.span.start }, newText: `ARG ${name}=${lineBreak}` }],
					false,
				)],
			};
		}
	},
});

/** Declared by the builder itself (Dockerfile reference, "Automatic platform ARGs in the global scope"). */
const predefined = new Set([
	'TARGETPLATFORM', 'TARGETOS', 'TARGETARCH', 'TARGETVARIANT', 'BUILDPLATFORM', 'BUILDOS', 'BUILDARCH', 'BUILDVARIANT', 'TARGETSTAGE',
]);
