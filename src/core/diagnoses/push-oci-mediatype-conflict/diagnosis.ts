import type { Edit, Fix } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { bakeAttestationsOff, bakePushes, isAttestedPush } from '../support/bakePushes.ts';
import { attestationsOff, builderOf } from '../support/buildTools.ts';
import { editPlainCompression, plainCompression } from '../support/dockerOutput.ts';
import { replaceInFlagValue } from '../support/replaceFlag.ts';
import { stepAttestationsOff, stepAttests } from '../support/stepAttestations.ts';
import { stepInput } from '../support/stepInput.ts';
import { switchOffAttestations } from '../support/switchOffAttestations.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** `oci-mediatypes=false` excludes attestations (an error from BuildKit 0.31 on) and zstd or estargz compression. */
export const pushOciMediatypeConflict = defineDiagnosis({
	code: 'push-oci-mediatype-conflict',
	title: 'Options that exclude each other',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
	*command(command, { facts }) {
		if (builderOf(command) !== 'buildkit') { return; }
		const output = command.flags.findLast(flag => flag.long === 'output' && flag.value && hasDockerTypes(flag.value.value));
		if (!output?.value) { return; }
		const compression = compressionOf(output.value.value);
		if (compression) {
			yield {
				at: output.span,
				message: conflict(compression),
				fixes: withoutCompression(
					compression,
					command.editable ? replaceInFlagValue(output, facts.text, plainCompression(output.value.value)) : undefined,
				),
			};
		}
		if (attestationsOff(command)) { return; }
		yield {
			at: output.span,
			message: attestationConflict,
			fixes: command.editable
				? [editFix({ text: 'Add "{flags}"', args: { flags: '--provenance=false --sbom=false' } }, switchOffAttestations(command, facts.text))]
				: [],
		};
	},
	*step(step) {
		const outputs = /^docker\/(?:build-push|bake)-action$/i.test(step.action) ? stepInput(step, 'outputs') : undefined;
		// An output of another kind is no image; the action attests none that is loaded.
		if (!outputs || outputs.value.includes('\n') || !hasDockerTypes(outputs.value) || stepInput(step, 'load')) { return; }
		const compression = compressionOf(outputs.value);
		if (compression !== undefined) {
			yield {
				at: outputs.valueSpan,
				message: conflict(compression),
				fixes: withoutCompression(compression, editPlainCompression(outputs.value, outputs.valueSpan)),
			};
		}
		if (!stepAttests(step)) { return; }
		const { edits, added } = stepAttestationsOff(step);
		yield {
			at: outputs.valueSpan,
			message: attestationConflict,
			fixes: edits
				? [editFix({ text: 'Add "{flags}"', args: { flags: added.map(name => `${name}: false`).join(', ') || 'provenance: false' } }, edits)]
				: [],
		};
	},
	*document(facts, ask) {
		for (const { push, at } of bakePushes(facts)) {
			for (const { value, span } of push.outputs) {
				const compression = hasDockerTypes(value) ? compressionOf(value) : undefined;
				if (compression !== undefined) {
					yield { at: span ?? at, message: conflict(compression), fixes: withoutCompression(compression, span && editPlainCompression(value, span)) };
				}
			}
			if (!push.outputs.some(({ value }) => hasDockerTypes(value)) || !isAttestedPush(push, ask)) { continue; }
			const edits = bakeAttestationsOff(push);
			yield {
				at,
				message: attestationConflict,
				fixes: edits ? [editFix({ text: 'Add "{flags}"', args: { flags: 'type=provenance,disabled=true' } }, edits)] : [],
			};
		}
	},
});

/** Only these kinds of output have attestations and compression; others leave the option out. */
function hasDockerTypes(output: string): boolean {
	return /(?:^|,)\s*type=(?:image|registry|oci)\s*(?:,|$)/.test(output) && /(?:^|,)\s*oci-mediatypes=false\s*(?:,|$)/.test(output);
}

function compressionOf(output: string): string | undefined {
	return /(?:^|,)\s*(compression=(?:zstd|estargz))(?=\s*(?:,|$))/.exec(output)?.[1];
}

const attestationConflict = { text: '"{option}" and attestations exclude each other.', args: { option: 'oci-mediatypes=false' } };

function conflict(other: string) {
	return { text: '"{option}" and {other} exclude each other.', args: { option: 'oci-mediatypes=false', other } };
}

function withoutCompression(compression: string, edits: readonly Edit[] | undefined): readonly Fix[] {
	return edits ? [editFix({ text: 'Remove "{text}"', args: { text: compression } }, edits)] : [];
}
