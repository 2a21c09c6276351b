import type { Target, ToolCommand, WorkflowStep } from '../../model/index.ts';
import type { Ask } from '../diagnosis.ts';
import { isWritten } from './isWritten.ts';
import { composePushes, isComposePush } from './composeDockerFormat.ts';

/** What a target must be like to be meant. */
type Wanted = (target: Target) => boolean;

/** The registry, among those in the names that a command pushes, that is such a target. */
export function targetOfCommand(
	command: ToolCommand,
	{ facts, workspace, targetOfHost }: Omit<Ask, 'registry' | 'listens'>,
	wanted: Wanted,
): Target | undefined {
	const index = facts.commands.indexOf(command);
	const names = isComposePush(command)
		? composePushes(command, facts, workspace)
		: facts.uses.flatMap(use => use.command === index && isWritten(use) && use.reference ? [use.reference] : []);
	return names.map(({ domain }) => targetOfHost(domain)).find(target => target && wanted(target));
}

/** The same for the names in a workflow's step. */
export function targetOfStep(step: WorkflowStep, { facts, targetOfHost }: Omit<Ask, 'registry' | 'listens'>, wanted: Wanted): Target | undefined {
	return facts.uses.filter(({ span }) => span.start >= step.span.start && span.end <= step.span.end)
		.map(({ reference }) => reference && targetOfHost(reference.domain)).find(target => target && wanted(target));
}
