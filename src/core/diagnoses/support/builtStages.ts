import type { FileFacts } from '../../model/index.ts';

/** Indexes of the stage that a build makes (the last one without `target`) and of the stages that it is made from by FROM. */
export function builtStages(facts: FileFacts, target: string | undefined): readonly number[] {
	const stages = facts.dockerfile?.stages ?? [];
	const chain: number[] = [];
	let stage = target === undefined ? stages.length - 1 : stageNumber(facts, target, stages.length);
	while (stage >= 0 && !chain.includes(stage)) {
		chain.push(stage);
		const use = facts.uses[stages[stage]?.use ?? -1];
		stage = use?.class === 'stage' ? stageNumber(facts, use.value ?? use.text, stage) : -1;
	}
	return chain;
}

/** The last stage before `limit` with the name, or the stage of that number; -1 when there is none. */
function stageNumber(facts: FileFacts, name: string, limit: number): number {
	const stages = facts.dockerfile?.stages ?? [];
	for (let index = limit - 1; index >= 0; index--) {
		if (stages[index]?.name === name.toLowerCase()) { return index; }
	}
	return /^\d+$/.test(name) && Number(name) < limit ? Number(name) : -1;
}
