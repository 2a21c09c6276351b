import type { StepInput, WorkflowStep } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { isPushingOutput } from '../support/buildTools.ts';
import { isOff, stepInput } from '../support/stepInput.ts';

/** docker/build-push-action adds provenance by itself (`mode=max` on public repositories); reported only where the target is known to refuse it. */
export const ghaProvenanceDefault = defineDiagnosis({
	code: 'gha-provenance-default',
	title: 'Action pushes provenance by default',
	severity: 'warning',
	*step(step, { targets }) {
		if (step.action.toLowerCase() !== 'docker/build-push-action' || !pushes(step)) { return; }
		const active = targets.find(({ target }) => target.oci && (!target.attestations || !target.indexes));
		const provenance = stepInput(step, 'provenance');
		const sbom = stepInput(step, 'sbom');
		if (!active || (provenance && (isOff(provenance) || provenance.value.includes('${{')) && (!sbom || isOff(sbom)))) { return; }
		const changed = [provenance, sbom].filter((input): input is StepInput => input !== undefined && !isOff(input)).map(({ valueSpan }) => ({ span: valueSpan, newText: 'false' }));
		const missing = [...provenance ? [] : ['provenance: false'], ...sbom ? [] : ['sbom: false']];
		const { insertion } = step;
		const inserted = insertion && missing.length > 0
			? [{ span: { start: insertion.offset, end: insertion.offset }, newText: missing.map(line => `${insertion.indent}${line}${insertion.eol}`).join('') }]
			: [];
		yield {
			at: step.usesSpan,
			message: { text: '{target} refuses the provenance attestation that this action adds.', args: { target: active.target.title } },
			related: active.place ? [{ ...active.place, message: active.reason }] : [],
			fixes: insertion || missing.length === 0
				? [editFix({ text: 'Add "{flags}"', args: { flags: missing.join(', ') || 'provenance: false' } }, [...changed, ...inserted])]
				: [],
		};
	},
});

function pushes(step: WorkflowStep): boolean {
	const push = stepInput(step, 'push');
	return (push !== undefined && !isOff(push)) || isPushingOutput(stepInput(step, 'outputs')?.value);
}
