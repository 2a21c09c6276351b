import type { Edit, WorkflowStep } from '../../model/index.ts';
import { isOff, stepInput } from './stepInput.ts';
import { addInputs } from './stepInputs.ts';

/** Does docker/build-push-action or docker/bake-action attest in this step? Unset inputs mean that it does; an expression counts as switched off. */
export function stepAttests(step: WorkflowStep): boolean {
	if (hasNoDefaultAttestations(step)) { return false; }
	const provenance = stepInput(step, 'provenance');
	const sbom = stepInput(step, 'sbom');
	return !provenance || !(isOff(provenance) || provenance.value.includes('${{')) || (sbom !== undefined && !isOff(sbom));
}

/** What switches the attestations of a step off, and the inputs that are added for it; `edits` is absent where they cannot be. */
export function stepAttestationsOff(step: WorkflowStep): { readonly edits?: readonly Edit[]; readonly added: readonly string[] } {
	const inputs = (['provenance', 'sbom'] as const).map(name => [name, stepInput(step, name)] as const);
	const changed = inputs.flatMap(([, input]) => input && !isOff(input) ? [{ span: input.valueSpan, newText: 'false' }] : []);
	const added = inputs.flatMap(([name, input]) => input ? [] : [name]);
	const inserted = addInputs(step, added.map(name => [name, 'false'] as const));
	return { added, ...(inserted ? { edits: [...changed, inserted] } : added.length === 0 ? { edits: changed } : {}) };
}

/** The action reads the variable of buildx too; `attests` can switch the default one off. */
export function hasNoDefaultAttestations({ environment, inputs }: WorkflowStep): boolean {
	if (/type=provenance,(?:[^\n]*,)?disabled=(?:true|1)/.test(inputs.find(({ name }) => name.toLowerCase() === 'attests')?.value ?? '')) { return true; }
	const { value = '', open = [] } = environment?.findLast(({ name }) => name === 'BUILDX_NO_DEFAULT_ATTESTATIONS')?.value ?? {};
	return (open.length > 0 || value.includes('${{') || /^(?:1|true|t)$/i.test(value))
		&& !inputs.some(input => /^(?:attests|provenance|sbom)$/i.test(input.name) && !isOff(input));
}
