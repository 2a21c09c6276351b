import type { DockerfileInstruction, FileFacts } from '../../model/index.ts';
import { builtStages } from './builtStages.ts';

const dropped = ['HEALTHCHECK', 'ONBUILD', 'SHELL'];

/**
 * The instructions of the built stage, and of the stages that it is made from, which the OCI image configuration has no
 * field for: buildah's OCI format leaves them out.
 */
export function droppedInstructions(facts: FileFacts, target: string | undefined): readonly DockerfileInstruction[] {
	const stages = builtStages(facts, target);
	return facts.dockerfile?.instructions.filter(({ stage, keyword, value }) => stages.includes(stage) && dropped.includes(keyword)
		&& !(keyword === 'HEALTHCHECK' && /^none\b/i.test(value.trim()))) ?? [];
}
