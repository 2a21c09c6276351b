import type { Edit, Fix, Span, StepInput, WorkflowStep } from '../../model/index.ts';
import { editFix } from '../diagnosis.ts';
import { isPushingOutput } from './buildTools.ts';
import { dockerMediaTypes, dockerOutput, editValue } from './dockerOutput.ts';
import { hasNoDefaultAttestations } from './stepAttestations.ts';
import { isOff, stepInput } from './stepInput.ts';
import { addInputs, removeInput } from './stepInputs.ts';

/** A way to Docker format: where to report, and the fixes (none where an edit would be a guess). */
interface StepWay {
	readonly at: Span;
	readonly fixes: readonly Fix[];
}

/**
 * How a workflow step that pushes OCI format is made to push Docker's; `undefined` when it pushes none.
 * Knows docker/build-push-action and redhat-actions/buildah-build.
 */
export function stepDockerFormat(step: WorkflowStep, text: string): StepWay | undefined {
	const action = step.action.toLowerCase();
	if (action === 'redhat-actions/buildah-build') {
		const oci = stepInput(step, 'oci');
		return oci?.value === 'true'
			? { at: oci.valueSpan, fixes: [editFix({ text: 'Remove "{text}"', args: { text: 'oci: true' } }, [removeInput(oci)])] }
			: undefined;
	}
	return action === 'docker/build-push-action' ? buildPushFormat(step, text) : undefined;
}

function buildPushFormat(step: WorkflowStep, text: string): StepWay | undefined {
	const push = stepInput(step, 'push');
	const outputs = stepInput(step, 'outputs');
	if (!(push ? !isOff(push) : outputs?.value.split('\n').some(line => isPushingOutput(line.trim())))
			|| /oci-mediatypes=(?:false|0)/.test(outputs?.value ?? '')) {
		return undefined;
	}
	const nothing = { at: step.usesSpan, fixes: [] };
	const quoted = ({ valueSpan }: StepInput): boolean => /["']/.test(text.charAt(valueSpan.start - 1));
	// In braces the commas of an output would end its value.
	const inBraces = (input: StepInput): boolean => step.flowInsertion !== undefined && !quoted(input);
	const format = outputs ? outputEdits(outputs, push, inBraces(outputs), text) : push && pushEdits(push, inBraces(push));
	if (!format || stepInput(step, 'load')) { return nothing; }
	const attestations = (hasNoDefaultAttestations(step) ? [] : ['provenance', 'sbom'] as const).map(name => [name, stepInput(step, name)] as const);
	const changed = attestations.flatMap(([, input]): readonly Edit[] => input && !isOff(input) ? [{ span: input.valueSpan, newText: 'false' }] : []);
	const added = attestations.flatMap(([name, input]): readonly (readonly [string, string])[] => input ? [] : [[name, 'false']]);
	const insertion = addInputs(step, added);
	if (added.length > 0 && !insertion) { return nothing; }
	const title = outputs ? { text: 'Add "{flags}"', args: { flags: 'oci-mediatypes=false' } } : { text: 'Replace "push: true" with Docker-format output' };
	return { at: step.usesSpan, fixes: [editFix(title, [...format, ...changed, ...insertion ? [insertion] : []])] };
}

/** `push: true` becomes the output in its place; `push: ${{ … }}` stays the condition of the output's `push`. */
function pushEdits({ keySpan, valueSpan, value }: StepInput, inBraces: boolean): readonly Edit[] | undefined {
	const key = { span: keySpan, newText: 'outputs' };
	if (/^true$/i.test(value.trim())) { return [key, { span: valueSpan, newText: inBraces ? `"${dockerOutput}"` : dockerOutput }]; }
	const start = valueSpan.start;
	return !inBraces && /^\$\{\{[^\n]*\}\}$/.test(value) ? [key, { span: { start, end: start }, newText: dockerOutput.replace(/true$/, '') }] : undefined;
}

/** The lines of a block scalar: those that push are changed where they stand. */
function lineEdits(value: string, { start, end }: Span, text: string): readonly Edit[] | undefined {
	const written = text.slice(start, end);
	const edits = value.split('\n').map(line => line.trim()).filter(isPushingOutput).map(line => {
		const at = written.indexOf(line);
		return at === -1 || written.indexOf(line, at + 1) !== -1
			? undefined
			: dockerMediaTypes(line).map(change => ({ span: { start: start + at + change.start, end: start + at + change.end }, newText: change.newText }));
	});
	return edits.length === 0 || edits.includes(undefined) ? undefined : edits.flatMap(each => each ?? []);
}

function outputEdits({ value, valueSpan }: StepInput, push: StepInput | undefined, inBraces: boolean, text: string): readonly Edit[] | undefined {
	if (push?.value.includes('${{')) { return undefined; }
	if (value.includes('\n') || valueSpan.end - valueSpan.start !== value.length) { return push ? undefined : lineEdits(value, valueSpan, text); }
	const changes = dockerMediaTypes(value);
	if (inBraces) { return [{ span: valueSpan, newText: `"${editValue(value, changes)}"` }]; }
	return changes.map(({ start, end, newText }) => ({ span: { start: valueSpan.start + start, end: valueSpan.start + end }, newText }));
}
