import type { StepInput, WorkflowStep } from '../../model/index.ts';

/** The step's input of this name; actions compare names without regard to case. */
export function stepInput(step: WorkflowStep, name: string): StepInput | undefined {
	return step.inputs.find(input => input.name.toLowerCase() === name);
}

/** True for an input that switches off: `false`. An expression or a variable counts as on. */
export function isOff({ value }: StepInput): boolean {
	return /^['"]?false['"]?$/i.test(value.trim());
}
