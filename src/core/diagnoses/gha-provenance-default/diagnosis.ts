import type { Target, WorkflowStep } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { isPushingOutput } from '../support/buildTools.ts';
import { stepAttestationsOff, stepAttests } from '../support/stepAttestations.ts';
import { isOff, stepInput } from '../support/stepInput.ts';
import { targetOfStep } from '../support/targetOfCommand.ts';

/** docker/build-push-action adds provenance by itself (`mode=max` on public repositories); reported only where the target is known to refuse it. */
export const ghaProvenanceDefault = defineDiagnosis({
	code: 'gha-provenance-default',
	title: 'Action pushes provenance by default',
	severity: 'hint',
	*step(step, ask) {
		if (!/^docker\/(?:build-push|bake)-action$/i.test(step.action) || !pushes(step) || !stepAttests(step)) { return; }
		const refuses = ({ oci, attestations, indexes }: Target): boolean => oci && (!attestations || !indexes);
		const active = ask.targets.find(({ target }) => refuses(target));
		const target = active?.target ?? targetOfStep(step, ask, refuses);
		if (!target) { return; }
		const { edits, added } = stepAttestationsOff(step);
		yield {
			at: step.usesSpan,
			message: { text: '{target} refuses the provenance attestation that this action adds.', args: { target: target.title } },
			related: active?.place ? [{ ...active.place, message: active.reason }] : [],
			fixes: edits
				? [editFix({ text: 'Add "{flags}"', args: { flags: added.map(name => `${name}: false`).join(', ') || 'provenance: false' } }, edits)]
				: [],
		};
	},
});

function pushes(step: WorkflowStep): boolean {
	const push = stepInput(step, 'push');
	return (push !== undefined && !isOff(push)) || (stepInput(step, 'outputs')?.value.split('\n') ?? []).some(line => isPushingOutput(line.trim()));
}
