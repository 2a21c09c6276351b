import type { ImageUse } from '../../model/index.ts';
import { defineDiagnosis, editFix, type Report } from '../diagnosis.ts';
import { pushedByBake, pushedByStep, pushedNames } from '../support/builderPushes.ts';
import { isLoopbackHost, isLoopbackWildcard } from '../support/loopback.ts';
import { loopbackWaysOut } from '../support/loopbackWaysOut.ts';
import { stepInput } from '../support/stepInput.ts';
import { addInputs } from '../support/stepInputs.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A build in its own container pushes to a loopback name: there it is the container, not the machine that the registry runs on. */
export const loopbackRegistryFromBuilder = defineDiagnosis({
	code: 'loopback-registry-from-builder',
	title: 'Loopback registry seen from a builder',
	severity: 'info',
	explanation,
	remedies,
	symptoms,
	*document(facts, { workspace }) {
		// Who makes a builder in the host's network has thought about it.
		const made = workspace.some(({ commands }) =>
			commands.some(({ tool, subcommand, flags }) =>
				tool === 'docker' && subcommand === 'buildx create' && flags.some(({ value }) => value?.value.includes('network='))));
		if (!made) { yield* reports(pushedByBake(facts), facts.text); }
	},
	*command(command, { facts }) {
		yield* reports(pushedNames(command, facts), facts.text);
	},
	async *commandLookup(command, ask) {
		for (const { reference, spans } of pushedNames(command, ask.facts)) {
			if (!reference || !spans.domain || !(isLoopbackHost(reference.domain) || isLoopbackWildcard(reference.domain))) { continue; }
			if (await ask.listens(reference.domain) !== false) { continue; }
			yield {
				at: spans.domain,
				severity: 'hint',
				message: { text: 'On this machine nothing listens at "{host}" either.', args: { host: reference.domain } },
			};
		}
	},
	*step(step, { facts }) {
		const { names, setup } = pushedByStep(step, facts);
		const edit = setup[0] && !stepInput(setup[0], 'driver-opts') ? addInputs(setup[0], [['driver-opts', 'network=host']]) : undefined;
		const fixes = edit ? [editFix({ text: 'Add "{flags}"', args: { flags: 'driver-opts: network=host' } }, [edit])] : [];
		for (const report of reports(names, facts.text)) {
			yield { ...report, fixes: [...fixes, ...report.fixes ?? []] };
		}
	},
});

function* reports(uses: readonly ImageUse[], text: string): Iterable<Report> {
	for (const { reference, span, spans } of uses) {
		if (!reference || !spans.domain || !(isLoopbackHost(reference.domain) || isLoopbackWildcard(reference.domain))) { continue; }
		const tag = reference.tag ?? (text[span.end] === ':' ? 'TAG' : 'latest');
		yield {
			at: spans.domain,
			message: { text: 'Inside the builder, "{host}" is the builder itself, not this machine.', args: { host: reference.domain } },
			fixes: loopbackWaysOut({ ...reference, tag }, spans.domain),
		};
	}
}
