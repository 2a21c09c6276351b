import type { FileFacts, ImageUse, ToolCommand, WorkflowStep } from '../../model/index.ts';
import { bakePushes } from './bakePushes.ts';
import { builderOf, pushesResult } from './buildTools.ts';
import { environmentValue, findFlag, flagValue } from './findFlag.ts';
import { isLoopbackHost, isLoopbackWildcard } from './loopback.ts';
import { repositoryUse } from './repositoryUse.ts';
import { stepInput } from './stepInput.ts';

/** The names that a build in a container pushes; none for other commands. */
export function pushedNames(command: ToolCommand, facts: FileFacts): readonly ImageUse[] {
	if (builderOf(command) !== 'buildkit' || !pushesResult(command) || !runsInContainer(command, facts)) { return []; }
	const index = facts.commands.indexOf(command);
	return facts.uses.filter(use => use.command === index).map(repositoryUse).filter(use => use.class === 'build-output');
}

/** Several platforms or a named builder need a builder container; one in the host's network, or with one of its own, was thought about. */
function runsInContainer(command: ToolCommand, facts: FileFacts): boolean {
	const made = facts.commands.filter(({ tool, subcommand }) => tool === 'docker' && subcommand === 'buildx create');
	const networked = made.some(create => create.flags.some(({ value }) => value?.value.includes('network=')));
	if (networked) { return false; }
	const platforms = flagValue(command, 'platform') ?? '';
	return platforms.includes(',')
		|| made.length > 0
		|| findFlag(command, 'builder') !== undefined
		|| environmentValue(command, 'BUILDX_BUILDER') !== undefined;
}

/** The names that a build action pushes from a builder container; `setup` are the steps that made the builder. */
export function pushedByStep(step: WorkflowStep, facts: FileFacts): { readonly names: readonly ImageUse[]; readonly setup: readonly WorkflowStep[] } {
	const setup = facts.steps.filter(({ action }) => action === 'docker/setup-buildx-action');
	const reached = setup.length === 0
		|| setup.some(one => stepInput(one, 'driver')?.value === 'docker' || /network\s*=/.test(stepInput(one, 'driver-opts')?.value ?? ''));
	if (reached || step.action !== 'docker/build-push-action' || stepInput(step, 'push')?.value !== 'true') { return { names: [], setup }; }
	return {
		names: facts.uses
			.filter(({ span }) => span.start >= step.span.start && span.end <= step.span.end)
			.map(repositoryUse)
			.filter(use => use.class === 'build-output'),
		setup,
	};
}

/** The names that targets of a bake file push, which are built for several platforms and so in a container. */
export function pushedByBake(facts: FileFacts): readonly ImageUse[] {
	const pushing = bakePushes(facts).flatMap(({ push }) => push.targets.map(({ name }) => `target ${name}`));
	const labels = new Set(facts.builds.filter(({ label, platforms }) => platforms.length > 1 && pushing.includes(label)).map(({ label }) => label));
	return labels.size === 0 ? [] : facts.uses.filter(({ kind, owner }) => kind === 'bake-tag' && owner !== undefined && labels.has(owner.label)).map(repositoryUse);
}

/** True for a loopback name that a build in a container pushes: what is wrong there is said about the builder. */
export function isPushedFromBuilder(use: ImageUse, facts: FileFacts): boolean {
	if (!use.reference || !(isLoopbackHost(use.reference.domain) || isLoopbackWildcard(use.reference.domain))) { return false; }
	const command = use.command === undefined ? undefined : facts.commands[use.command];
	if (command?.tool === 'devcontainer') { return command.subcommand === 'build' && pushesResult(command) && !environmentValue(command, 'BUILDX_BUILDER'); }
	const isUse = ({ span }: ImageUse): boolean => span.start === use.span.start;
	if (facts.kind === 'bake') { return pushedByBake(facts).some(isUse); }
	return command ? pushedNames(command, facts).some(isUse) : facts.steps.some(step => pushedByStep(step, facts).names.some(isUse));
}
