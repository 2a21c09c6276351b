import type { StepInput, Target, WorkflowStep } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { isPushingOutput } from '../support/buildTools.ts';
import { isOff, stepInput } from '../support/stepInput.ts';
import { addInputs } from '../support/stepInputs.ts';
import { targetOfStep } from '../support/targetOfCommand.ts';

/** docker/build-push-action adds provenance by itself (`mode=max` on public repositories); reported only where the target is known to refuse it. */
export const ghaProvenanceDefault = defineDiagnosis({
	code: 'gha-provenance-default',
	title: 'Action pushes provenance by default',
	severity: 'warning',
	*step(step, ask) {
		if (!/^docker\/(?:build-push|bake)-action$/i.test(step.action) || !pushes(step) || hasNoDefaultAttestations(step)) { return; }
		const refuses = ({ oci, attestations, indexes }: Target): boolean => oci && (!attestations || !indexes);
		const active = ask.targets.find(({ target }) => refuses(target));
		const target = active?.target ?? targetOfStep(step, ask, refuses);
		const provenance = stepInput(step, 'provenance');
		const sbom = stepInput(step, 'sbom');
		if (!target || (provenance && (isOff(provenance) || provenance.value.includes('${{')) && (!sbom || isOff(sbom)))) { return; }
		const changed = [provenance, sbom].filter((input): input is StepInput => input !== undefined && !isOff(input)).map(({ valueSpan }) => ({ span: valueSpan, newText: 'false' }));
		const missing = (['provenance', 'sbom'] as const).filter(name => !stepInput(step, name));
		const inserted = addInputs(step, missing.map(name => [name, 'false'] as const));
		yield {
			at: step.usesSpan,
			message: { text: '{target} refuses the provenance attestation that this action adds.', args: { target: target.title } },
			related: active?.place ? [{ ...active.place, message: active.reason }] : [],
			fixes: inserted || missing.length === 0
				? [editFix({ text: 'Add "{flags}"', args: { flags: missing.map(name => `${name}: false`).join(', ') || 'provenance: false' } }, [...changed, ...inserted ? [inserted] : []])]
				: [],
		};
	},
});

/** The action reads the variable of buildx too; `attests` can switch the default one off. */
function hasNoDefaultAttestations({ environment, inputs }: WorkflowStep): boolean {
	if (/type=provenance,(?:[^\n]*,)?disabled=(?:true|1)/.test(inputs.find(({ name }) => name.toLowerCase() === 'attests')?.value ?? '')) { return true; }
	const value = environment?.findLast(({ name }) => name === 'BUILDX_NO_DEFAULT_ATTESTATIONS')?.value.value ?? '';
	return /^(?:1|true|t)$/i.test(value) && !inputs.some(input => /^(?:attests|provenance|sbom)$/i.test(input.name) && !isOff(input));
}

function pushes(step: WorkflowStep): boolean {
	const push = stepInput(step, 'push');
	return (push !== undefined && !isOff(push)) || isPushingOutput(stepInput(step, 'outputs')?.value);
}
