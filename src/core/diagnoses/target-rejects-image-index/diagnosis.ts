import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { addFlag } from '../support/addFlag.ts';
import { commandWords, missingAttestationFlags } from '../support/buildTools.ts';
import { findFlag } from '../support/findFlag.ts';
import { pushesAttestations } from '../support/pushesAttestations.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A service takes single manifests only; the attestation that buildx adds makes an index of every image. */
export const targetRejectsImageIndex = defineDiagnosis({
	code: 'target-rejects-image-index',
	title: 'Service takes no image index',
	severity: 'warning',
	explanation,
	remedies,
	symptoms,
	*command(command, { targets, facts }) {
		if (!pushesAttestations(command)) { return; }
		const active = targets.find(({ target }) => !target.indexes && target.oci);
		if (!active) { return; }
		const missing = missingAttestationFlags(command);
		const explicit = findFlag(command, 'provenance', 'sbom', 'attest');
		yield {
			at: commandWords(command),
			message: { text: 'This build pushes an image index, which {target} does not take.', args: { target: active.target.title } },
			related: active.place ? [{ ...active.place, message: active.reason }] : [],
			fixes: command.editable && !explicit && missing.length > 0
				? [editFix({ text: 'Add "{flags}"', args: { flags: missing.join(' ') } }, [addFlag(command, facts.text, ...missing)])]
				: [],
		};
	},
});
