import type { Edit, Target, ToolCommand } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { bakeAttestationsOff, bakePushes, bakeTargetsOf, isAttestedPush, targetOfBake } from '../support/bakePushes.ts';
import { noDefaultAttestations } from '../support/buildkitDockerFormat.ts';
import { commandWords } from '../support/buildTools.ts';
import { pushesAttestations } from '../support/pushesAttestations.ts';
import { switchOffAttestations } from '../support/switchOffAttestations.ts';
import { targetOfCommand } from '../support/targetOfCommand.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A build pushes BuildKit's default attestation to a place that refuses it. Needs a known target: elsewhere provenance is welcome. */
export const pushAttestationRejectedQuay = defineDiagnosis({
	code: 'push-attestation-rejected-quay',
	title: 'Registry refuses attestations',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
	*command(command, ask) {
		if (!pushesAttestations(command)) { return; }
		const baked = bakeTargetsOf(command, ask.facts, ask.workspace);
		if (baked.length > 0 && baked.every(({ attested }) => attested === false)) { return; }
		const active = ask.targets.find(({ target }) => refuses(target));
		const target = active?.target ?? targetOfCommand(command, ask, refuses);
		if (!target) { return; }
		const way = switchOff(command, ask.facts.text);
		yield {
			at: commandWords(command),
			message: { text: refusal, args: { target: target.title } },
			related: active?.place ? [{ ...active.place, message: active.reason }] : [],
			fixes: command.editable && way.edits ? [editFix({ text: 'Add "{flags}"', args: { flags: way.flags } }, way.edits)] : [],
		};
	},
	*document(facts, ask) {
		for (const { push, at } of bakePushes(facts)) {
			const target = isAttestedPush(push, ask) ? targetOfBake(push, ask, refuses) : undefined;
			if (!target) { continue; }
			const edits = bakeAttestationsOff(push);
			yield {
				at,
				message: { text: refusal, args: { target: target.title } },
				fixes: edits ? [editFix({ text: 'Add "{flags}"', args: { flags: 'type=provenance,disabled=true' } }, edits)] : [],
			};
		}
	},
});

const refusal = '{target} refuses the provenance attestation that this build pushes.';

/** A target that reads no OCI at all needs more than this: oci-unsupported-by-target says so. */
function refuses({ attestations, oci }: Target): boolean {
	return !attestations && oci;
}

/** The devcontainer CLI has no flags for it, but buildx reads a variable. */
function switchOff(command: ToolCommand, text: string): { readonly flags: string; readonly edits: readonly Edit[] | undefined } {
	return command.tool === 'devcontainer'
		? { flags: 'BUILDX_NO_DEFAULT_ATTESTATIONS=1', edits: noDefaultAttestations(command, text) }
		: { flags: '--provenance=false --sbom=false', edits: switchOffAttestations(command, text) };
}
