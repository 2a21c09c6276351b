import type { FileFacts, ImageUse, ToolCommand } from '../../model/index.ts';
import { defineDiagnosis, editFix, type Report } from '../diagnosis.ts';
import { builderOf, pushesResult } from '../support/buildTools.ts';
import { environmentValue, findFlag, flagValue } from '../support/findFlag.ts';
import { isLoopbackHost, isLoopbackWildcard } from '../support/loopback.ts';
import { loopbackWaysOut } from '../support/loopbackWaysOut.ts';
import { addInputs, stepInput } from '../support/stepInputs.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A build in its own container pushes to a loopback name: there it is the container, not the machine that the registry runs on. */
export const loopbackRegistryFromBuilder = defineDiagnosis({
	code: 'loopback-registry-from-builder',
	title: 'Loopback registry seen from a builder',
	severity: 'info',
	explanation,
	remedies,
	symptoms,
	*command(command, { facts }) {
		yield* reports(pushedNames(command, facts));
	},
	async *commandLookup(command, ask) {
		for (const { reference, spans } of pushedNames(command, ask.facts)) {
			if (!reference || !spans.domain || !(isLoopbackHost(reference.domain) || isLoopbackWildcard(reference.domain))) { continue; }
			if (await ask.listens(reference.domain) !== false) { continue; }
			yield { at: spans.domain, severity: 'hint', message: { text: 'On this machine nothing listens at "{host}" either.', args: { host: reference.domain } } };
		}
	},
	*step(step, { facts }) {
		if (step.action !== 'docker/build-push-action' || stepInput(step, 'push')?.value !== 'true') { return; }
		const setup = facts.steps.filter(({ action }) => action === 'docker/setup-buildx-action');
		const reached = setup.length === 0 || setup.some(one => stepInput(one, 'driver')?.value === 'docker' || /network\s*=/.test(stepInput(one, 'driver-opts')?.value ?? ''));
		if (reached) { return; }
		const edit = setup[0] && !stepInput(setup[0], 'driver-opts') ? addInputs(setup[0], [['driver-opts', 'network=host']]) : undefined;
		const fixes = edit ? [editFix({ text: 'Add "{flags}"', args: { flags: 'driver-opts: network=host' } }, [edit])] : [];
		for (const report of reports(facts.uses.filter(({ span, class: meaning }) => meaning === 'build-output' && span.start >= step.span.start && span.end <= step.span.end))) {
			yield { ...report, fixes: [...fixes, ...report.fixes ?? []] };
		}
	},
});

/** The names that a build in a container pushes; none for other commands. */
function pushedNames(command: ToolCommand, facts: FileFacts): readonly ImageUse[] {
	if (builderOf(command) !== 'buildkit' || !pushesResult(command) || !runsInContainer(command, facts)) { return []; }
	const index = facts.commands.indexOf(command);
	return facts.uses.filter(use => use.command === index && use.class === 'build-output');
}

function* reports(uses: readonly ImageUse[]): Iterable<Report> {
	for (const { reference, spans } of uses) {
		if (!reference || !spans.domain || !(isLoopbackHost(reference.domain) || isLoopbackWildcard(reference.domain))) { continue; }
		yield {
			at: spans.domain,
			message: { text: 'Inside the builder, "{host}" is the builder itself, not this machine.', args: { host: reference.domain } },
			fixes: loopbackWaysOut(reference, spans.domain),
		};
	}
}

/** Several platforms or a named builder need a builder container; one in the host's network, or with one of its own, was thought about. */
function runsInContainer(command: ToolCommand, facts: FileFacts): boolean {
	const made = facts.commands.filter(({ tool, subcommand }) => tool === 'docker' && subcommand === 'buildx create');
	const networked = made.some(create => create.flags.some(({ value }) => value?.value.includes('network=')));
	if (networked) { return false; }
	const platforms = flagValue(command, 'platform') ?? '';
	return platforms.includes(',') || made.length > 0 || findFlag(command, 'builder') !== undefined || environmentValue(command, 'BUILDX_BUILDER') !== undefined;
}
