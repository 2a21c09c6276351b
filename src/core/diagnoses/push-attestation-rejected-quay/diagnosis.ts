import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { commandWords } from '../support/buildTools.ts';
import { pushesAttestations } from '../support/pushesAttestations.ts';
import { switchOffAttestations } from '../support/switchOffAttestations.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A build pushes BuildKit's default attestation to a place that refuses it. Needs a known target: elsewhere provenance is welcome. */
export const pushAttestationRejectedQuay = defineDiagnosis({
	code: 'push-attestation-rejected-quay',
	title: 'Registry refuses attestations',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
	*command(command, { targets, facts }) {
		if (!pushesAttestations(command)) { return; }
		// A target that reads no OCI at all needs more than this: oci-unsupported-by-target says so.
		const active = targets.find(({ target }) => !target.attestations && target.oci && target.indexes);
		if (!active) { return; }
		const edits = switchOffAttestations(command, facts.text);
		yield {
			at: commandWords(command),
			message: { text: '{target} refuses the provenance attestation that this build pushes.', args: { target: active.target.title } },
			related: active.place ? [{ ...active.place, message: active.reason }] : [],
			fixes: command.editable ? [editFix({ text: 'Add "{flags}"', args: { flags: '--provenance=false --sbom=false' } }, edits)] : [],
		};
	},
});
