import type { DockerfileInstruction, FileFacts } from '../../model/index.ts';

const dropped = ['HEALTHCHECK', 'ONBUILD', 'SHELL'];

/**
 * The instructions of the built stage, and of the stages that it is made from, which the OCI image configuration has no
 * field for: buildah's OCI format leaves them out.
 */
export function droppedInstructions(facts: FileFacts, target: string | undefined): readonly DockerfileInstruction[] {
	const file = facts.dockerfile;
	if (!file) { return []; }
	const chain = new Set<number>();
	let stage = target === undefined ? file.stages.length - 1 : stageNumber(facts, target, file.stages.length);
	while (stage >= 0 && !chain.has(stage)) {
		chain.add(stage);
		const use = facts.uses[file.stages[stage]?.use ?? -1];
		stage = use?.class === 'stage' ? stageNumber(facts, use.value ?? use.text, stage) : -1;
	}
	return file.instructions.filter(one => chain.has(one.stage) && dropped.includes(one.keyword) && !(one.keyword === 'HEALTHCHECK' && /^none\b/i.test(one.value.trim())));
}

/** The last stage before `limit` with the name, or the stage of that number; -1 when there is none. */
function stageNumber(facts: FileFacts, name: string, limit: number): number {
	const stages = facts.dockerfile?.stages ?? [];
	for (let index = limit - 1; index >= 0; index--) {
		if (stages[index]?.name === name.toLowerCase()) { return index; }
	}
	return /^\d+$/.test(name) && Number(name) < limit ? Number(name) : -1;
}
