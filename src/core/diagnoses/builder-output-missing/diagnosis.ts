import type { FileFacts, ToolCommand } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { addFlag } from '../support/addFlag.ts';
import { commandWords } from '../support/buildTools.ts';
import { environmentValue, findFlag, flagValue } from '../support/findFlag.ts';
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
		if (!(flagValue(command, 'platform')?.includes(',') || isInContainer(command, facts)) || !findFlag(command, 'tag')) { return; }
		if (findFlag(command, 'push', 'load', 'output', 'call', 'check', 'print', 'metadata-file', 'cache-to')) { return; }
		// A variable among the words may hold the missing flag.
		if (command.operands.some(({ open }) => open.length > 0) || hasEmptyWord(command, facts.text)) { return; }
		yield {
			at: commandWords(command),
			message: { text: 'The result of this build stays in the build cache.' },
			fixes: command.editable ? [editFix({ text: 'Add "{flags}"', args: { flags: '--push' } }, [addFlag(command, facts.text, '--push')], false)] : [],
		};
	},
});

/** A variable that is a word of its own and holds nothing here (`OUTPUT ?=`): who calls may put the flag into it. */
function hasEmptyWord({ span, flags, operands }: ToolCommand, text: string): boolean {
	return [...text.slice(span.start, span.end).matchAll(/(?<=\s\"?)\$(?:\w+|\(\w+\)|\{\w+(?:\[[@*]\])?\})(?=\"?\s)/g)].some(({ index }) => {
		const at = span.start + index;
		return ![...flags, ...operands].some(word => word.span.start <= at && at < word.span.end);
	});
}

/** The file makes a builder in a container for all that follows; one that loads by itself is made with `default-load`. */
function isInContainer(command: ToolCommand, { commands, kind }: FileFacts): boolean {
	if (findFlag(command, 'builder') || environmentValue(command, 'BUILDX_BUILDER') !== undefined) { return false; }
	const made = commands.filter(({ tool, subcommand, span }) => tool === 'docker' && subcommand === 'buildx create' && span.start < command.span.start);
	const chosen = commands.some(({ tool, subcommand }) => tool === 'docker' && subcommand === 'buildx use');
	// The examples of a page are no script.
	return kind !== 'markdown' && !chosen && made.length > 0 && made.every(create => findFlag(create, 'use')
		&& (flagValue(create, 'driver') ?? 'docker-container') === 'docker-container'
		&& !create.flags.some(({ value }) => value?.value.includes('default-load')));
}
