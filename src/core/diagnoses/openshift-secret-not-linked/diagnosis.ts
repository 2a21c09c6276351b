import type { FileFacts } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { commandBehind } from '../support/commandLines.ts';
import { isPlaceholder } from '../support/isPlaceholder.ts';

/** A pull secret is made, and nothing in the workspace links it to a service account or names it in `imagePullSecrets`. */
export const openshiftSecretNotLinked = defineDiagnosis({
	code: 'openshift-secret-not-linked',
	title: 'Pull secret is not used',
	severity: 'warning',
	*command(command, { facts, workspace }) {
		if (command.tool !== 'oc' || command.subcommand !== 'create secret docker-registry') { return; }
		const name = command.operands.at(-1);
		if (!name || name.open.length > 0 || isPlaceholder(name.value) || !/^[a-z0-9][a-z0-9.-]*$/.test(name.value)) { return; }
		if (workspace.some(other => uses(other, name.value))) { return; }
		const line = `oc secrets link default ${name.value} --for=pull`;
		const edit = commandBehind(command, facts.text, line);
		yield {
			at: name.span,
			message: { text: 'Secret "{name}" is created, but nothing here uses it.', args: { name: name.value } },
			fixes: edit ? [editFix({ text: 'Insert "{text}"', args: { text: line } }, [edit])] : [],
		};
	},
});

function uses({ commands, entries, text }: FileFacts, name: string): boolean {
	return commands.some(({ tool, operands }) => ['oc', 'kubectl'].includes(tool)
		&& operands.some(({ value }) => value.replace(/^secrets?\//, '') === name || (value.includes('imagePullSecrets') && value.includes(name)))
		&& isLink(text, name))
		|| entries.some(({ path, value }) => path.includes('imagePullSecrets') && JSON.stringify(value ?? '').includes(name))
		|| (text.includes('imagePullSecrets')
			&& new RegExp(`(?:^|[\\s"'{,-])name["']?:\\s*["']?${name.replaceAll('.', '\\.')}(?:["'\\s,}]|$)`, 'm').test(text));
}

/** The text links, patches or lists the secret somewhere; how exactly does not matter. */
function isLink(text: string, name: string): boolean {
	return text.split('\n').some(line => line.includes(name) && /\b(?:link|add|patch|imagePullSecrets)\b/.test(line));
}
