import type { Edit, Fix, Span, WorkflowStep } from '../../model/index.ts';
import { editFix } from '../diagnosis.ts';
import { dockerOutput } from './buildkitDockerFormat.ts';
import { addInputs, removeInput, stepInput } from './stepInputs.ts';

/**
 * How a workflow step that pushes OCI format is made to push Docker's; `undefined` when it pushes none.
 * Knows docker/build-push-action and redhat-actions/buildah-build.
 */
export function stepDockerFormat(step: WorkflowStep): { readonly at: Span; readonly fixes: readonly Fix[] } | undefined {
	if (step.action === 'redhat-actions/buildah-build') {
		const oci = stepInput(step, 'oci');
		return oci?.value === 'true' ? { at: oci.valueSpan, fixes: [editFix({ text: 'Remove "{text}"', args: { text: 'oci: true' } }, [removeInput(oci)])] } : undefined;
	}
	if (step.action !== 'docker/build-push-action') { return undefined; }
	const push = stepInput(step, 'push');
	const outputs = stepInput(step, 'outputs');
	const pushes = push ? push.value !== 'false' : /type=registry|push=true/.test(outputs?.value ?? '');
	if (!pushes || /oci-mediatypes=(?:false|0)/.test(outputs?.value ?? '')) { return undefined; }
	if (outputs?.value.includes('\n') || push?.value.includes('${{')) { return { at: step.usesSpan, fixes: [] }; }
	const edits: Edit[] = [];
	const added: [string, string][] = [];
	for (const name of ['provenance', 'sbom'] as const) {
		const input = stepInput(step, name);
		if (!input) { added.push([name, 'false']); } else if (input.value !== 'false') { edits.push({ span: input.valueSpan, newText: 'false' }); }
	}
	if (outputs) {
		edits.push({ span: { start: outputs.valueSpan.end, end: outputs.valueSpan.end }, newText: ',oci-mediatypes=false' });
	} else {
		added.push(['outputs', dockerOutput]);
		if (push) { edits.push(removeInput(push)); }
	}
	const insertion = addInputs(step, added);
	if (added.length > 0 && !insertion) { return { at: step.usesSpan, fixes: [] }; }
	return { at: step.usesSpan, fixes: [editFix({ text: 'Replace "push: true" with Docker-format output' }, insertion ? [...edits, insertion] : edits)] };
}
