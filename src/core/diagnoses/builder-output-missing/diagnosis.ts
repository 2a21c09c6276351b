import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { addFlag } from '../support/addFlag.ts';
import { commandWords } from '../support/buildTools.ts';
import { findFlag, flagValue } from '../support/findFlag.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A build for several platforms that neither pushes, loads nor writes its result: it stays in the build cache. */
export const builderOutputMissing = defineDiagnosis({
	code: 'builder-output-missing',
	title: 'Build result goes nowhere',
	severity: 'warning',
	explanation,
	remedies,
	symptoms,
	*command(command, { facts }) {
		const { tool, subcommand } = command;
		if (tool !== 'docker' || !['buildx build', 'buildx b'].includes(subcommand)) { return; }
		if (!flagValue(command, 'platform')?.includes(',') || !findFlag(command, 'tag')) { return; }
		if (findFlag(command, 'push', 'load', 'output', 'call', 'check', 'print', 'metadata-file', 'cache-to')) { return; }
		// A variable among the words may hold the missing flag.
		if (command.operands.some(({ open }) => open.length > 0)) { return; }
		yield {
			at: commandWords(command),
			message: { text: 'The result of this build stays in the build cache.' },
			fixes: command.editable ? [editFix({ text: 'Add "{flags}"', args: { flags: '--push' } }, [addFlag(command, facts.text, '--push')], false)] : [],
		};
	},
});
