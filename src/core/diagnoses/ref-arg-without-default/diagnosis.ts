import type { DockerfileArg, FileFacts, ImageUse } from '../../model/index.ts';
import { type Ask, defineDiagnosis, editFix } from '../diagnosis.ts';
import { emptyArgument } from '../support/emptyArgument.ts';
import { spanOfVariable } from '../support/variableExpression.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A global ARG without value in FROM, and nobody in the workspace passes one (BuildKit's `InvalidDefaultArgInFrom`). */
export const refArgWithoutDefault = defineDiagnosis({
	code: 'ref-arg-without-default',
	title: 'Build argument without a default',
	severity: 'warning',
	explanation,
	symptoms,
	*use(use, ask) {
		const empty = emptyArgument(use, ask.facts);
		if (!empty || isPassed(empty.arg.name, ask)) { return; }
		const { variable, arg } = empty;
		const value = suggestion(use, arg.name);
		const end = endOf(arg, ask.facts);
		yield {
			at: spanOfVariable(use, variable),
			message: { text: '"{variable}" has no default, so a plain build finds no image name here.', args: { variable: arg.name } },
			related: [{ file: ask.facts.file, span: arg.nameSpan, message: { text: '{variable} is declared here', args: { variable: arg.name } } }],
			fixes: value === undefined || end === undefined
				? []
				: [editFix(
					{ text: 'Give {variable} the default "{value}"', args: { variable: arg.name, value } },
					[{ span: { start: arg.nameSpan.end, end }, newText: `=${value}` }],
					false,
				)],
		};
	},
});

/** `latest` where the argument is the whole tag; for anything else a guess would be worse than none. */
function suggestion({ text }: ImageUse, name: string): string | undefined {
	return text.endsWith(`:$${name}`) || text.endsWith(`:\${${name}}`) ? 'latest' : undefined;
}

/** Behind the name, or behind an equals sign that nothing follows; `undefined` where empty quotes stand. */
function endOf({ nameSpan: { end } }: DockerfileArg, { text }: FileFacts): number | undefined {
	if (text[end] !== '=') { return end; }
	return /^(?:\s|$)/.test(text.slice(end + 1, end + 2)) ? end + 1 : undefined;
}

/** A build of this file, or any build command, names the argument. */
function isPassed(name: string, { facts, workspace }: Omit<Ask, 'registry' | 'listens'>): boolean {
	return workspace.some(one => one.builds.some(({ dockerfile, args }) => dockerfile === facts.file && args.some(arg => arg.name === name))
		|| one.commands.some(({ flags }) =>
			flags.some(({ long, value }) => long === 'build-arg' && value !== undefined && (value.value === name || value.value.startsWith(`${name}=`))))
		|| (one.text.includes('build-arg') && new RegExp(`--build-arg[= ]\\s*["']?${name}\\b|build-arg:${name}=`).test(one.text))
		|| one.steps.some(({ inputs }) => inputs.some(input => input.name === 'build-args' && new RegExp(`^\\s*${name}=`, 'm').test(input.value))));
}
