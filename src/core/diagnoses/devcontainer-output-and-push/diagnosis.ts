import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { findFlag, hasSwitch } from '../support/findFlag.ts';
import { removeFlag } from '../support/removeFlag.ts';
import { explanation, symptoms } from './symptoms.ts';

/** `devcontainer build` takes `--push true` or `--output`, not both. */
export const devcontainerOutputAndPush = defineDiagnosis({
	code: 'devcontainer-output-and-push',
	title: 'Both --push and --output',
	severity: 'error',
	explanation,
	symptoms,
	*command(command, { facts }) {
		if (command.tool !== 'devcontainer' || command.subcommand !== 'build') { return; }
		const push = findFlag(command, 'push');
		if (!push || !hasSwitch(command, 'push') || push.value?.open.length || !findFlag(command, 'output')) { return; }
		yield {
			at: push.span,
			message: { text: '"--push true" and "--output" exclude each other.' },
			fixes: command.editable
				? [editFix(
					{ text: 'Remove "{text}"', args: { text: facts.text.slice(push.span.start, push.span.end) } },
					[removeFlag(command, facts.text, push)],
				)]
				: [],
		};
	},
});
