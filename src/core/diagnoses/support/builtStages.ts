import type { FileFacts, ImageUse } from '../../model/index.ts';

/** Indexes of the stage that a build makes (the last one without `target`) and of the stages that it is made from by FROM, on a platform. */
export function builtStages(facts: FileFacts, target: string | undefined, platform?: string): readonly number[] {
	const stages = facts.dockerfile?.stages ?? [];
	const chain: number[] = [];
	let stage = target === undefined ? stages.length - 1 : stageNumber(facts, target, stages.length);
	while (stage >= 0 && !chain.includes(stage)) {
		chain.push(stage);
		const use = facts.uses[stages[stage]?.use ?? -1];
		stage = use?.class === 'stage' ? stageNumber(facts, nameOn(platform, use), stage) : -1;
	}
	return chain;
}

/** Those, and the stages that they copy or mount from: all that has to be there for the build. */
export function neededStages(facts: FileFacts, target: string | undefined, platform: string): readonly number[] {
	const needed: number[] = [];
	const open = [...builtStages(facts, target, platform)];
	for (let stage = open.pop(); stage !== undefined; stage = open.pop()) {
		if (stage < 0 || needed.includes(stage)) { continue; }
		needed.push(stage);
		for (const use of usesOfStage(facts, stage)) {
			if (use.class === 'stage') { open.push(stageNumber(facts, nameOn(platform, use), stage)); }
		}
	}
	return needed;
}

/** The stage that is named on a platform: `base-${TARGETARCH}` is another one on each. */
function nameOn(platform: string | undefined, { text, value, variables }: ImageUse): string {
	if (platform === undefined || !variables.some(({ origin }) => origin === 'platform')) { return value ?? text; }
	const [os = '', architecture = '', variant = ''] = platform.split('/');
	const values = new Map(variables.map(variable => [variable.name, variable.value ?? '']));
	for (const [name, part] of [['PLATFORM', platform], ['OS', os], ['ARCH', architecture], ['VARIANT', variant]] as const) {
		values.set(`TARGET${name}`, part);
	}
	return text.replace(/\$\{?(\w+)\}?/g, (written, name: string) => values.get(name) ?? written);
}

/** The uses from a stage's FROM up to the next stage. */
export function usesOfStage({ dockerfile, uses, text }: FileFacts, stage: number): readonly ImageUse[] {
	const start = dockerfile?.stages[stage]?.span.start ?? text.length;
	const end = dockerfile?.stages[stage + 1]?.span.start ?? text.length;
	return uses.filter(({ span }) => span.start >= start && span.start < end);
}

/** The last stage before `limit` with the name, or the stage of that number; -1 when there is none. */
function stageNumber(facts: FileFacts, name: string, limit: number): number {
	const stages = facts.dockerfile?.stages ?? [];
	for (let index = limit - 1; index >= 0; index--) {
		if (stages[index]?.name === name.toLowerCase()) { return index; }
	}
	return /^\d+$/.test(name) && Number(name) < limit ? Number(name) : -1;
}
