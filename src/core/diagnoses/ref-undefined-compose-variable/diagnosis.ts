import type { FileFacts, ImageUse } from '../../model/index.ts';
import { defineDiagnosis, editFix, type Report } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** `${VAR}` in an image name that neither `.env`, the environment nor a default gives a value: Compose puts nothing there. */
export const refUndefinedComposeVariable = defineDiagnosis({
	code: 'ref-undefined-compose-variable',
	title: 'Compose variable without a value',
	severity: 'warning',
	explanation,
	symptoms,
	*use(use, { facts, workspace }) {
		if (facts.kind !== 'compose' || (use.kind !== 'compose-image' && use.kind !== 'compose-build-tag') || use.class === 'stage') { return; }
		for (const name of new Set(use.variables
			.filter(({ value, origin }) => value === undefined && origin !== 'default' && origin !== 'env-file')
			.map(variable => variable.name))) {
			if (givenAnyway.test(name) || isSetByScript(name, workspace)) { continue; }
			yield* reportOpen(use, name, workspace);
		}
	},
});

function* reportOpen(use: ImageUse, name: string, workspace: readonly FileFacts[]): Iterable<Report> {
	const written = new RegExp(`(?<!\\$)\\$(?:\\{${name}\\}|${name}\\b)`).exec(use.text);
	if (!written) { return; }
	const start = use.span.start + written.index;
	const span = { start, end: start + written[0].length };
	const newText = `\${${name}:?set ${name}}`;
	const value = defaultElsewhere(name, workspace) ?? (use.text.endsWith(`:${written[0]}`) ? 'latest' : undefined);
	yield {
		at: span,
		message: { text: '"{variable}" has no value; Compose puts nothing in its place.', args: { variable: name } },
		fixes: [
			editFix({ text: 'Replace "{old}" with "{new}"', args: { old: written[0], new: newText } }, [{ span, newText }], false),
			...value === undefined
				? []
				: [editFix(
					{ text: 'Give {variable} the default "{value}"', args: { variable: name, value } },
					[{ span, newText: `\${${name}:-${value}}` }],
					false,
				)],
		],
	};
}

/** Variables that Compose and pipelines have without being told. */
const givenAnyway = /^COMPOSE_PROJECT_NAME$|^(?:CI|GITHUB|GITEA|BITBUCKET|CIRCLE|TRAVIS|BUILDKITE|DRONE|CODEBUILD|SEMAPHORE|APPVEYOR)_|^(?:BUILD_(?:NUMBER|ID|TAG)|GIT_(?:COMMIT|BRANCH))$/;

/** The default that Compose files of the workspace give the variable at other places, where all of them agree. */
function defaultElsewhere(name: string, workspace: readonly FileFacts[]): string | undefined {
	const written = new RegExp(`\\$\\{${name}:?-([^{}$\\s"']+)\\}`, 'g');
	const values = new Set(workspace.flatMap(({ kind, text }) => kind === 'compose' ? [...text.matchAll(written)].map(match => match[1]) : []));
	return values.size === 1 ? [...values][0] : undefined;
}

/** A script or a pipeline of the workspace gives the variable a value before it calls Compose, or names a file that may. */
function isSetByScript(name: string, workspace: readonly FileFacts[]): boolean {
	if (workspace.some(({ commands }) =>
		commands.some(({ tool, subcommand, flags }) => /compose/.test(`${tool} ${subcommand}`) && flags.some(({ long }) => long === 'env-file')))) {
		return true;
	}
	const assignment = new RegExp(`(?:^|[\\s;'"])${name}(?:=|:\\s|\\s*[:?]?=)`, 'm');
	return workspace.some(({ kind, text }) => scripts.includes(kind) && text.includes(name) && assignment.test(text));
}

const scripts: readonly string[] = [
	'shell', 'makefile', 'workflow', 'gitlab-ci', 'azure', 'circleci', 'pipeline', 'jenkinsfile', 'taskfile', 'justfile', 'package-json',
];
