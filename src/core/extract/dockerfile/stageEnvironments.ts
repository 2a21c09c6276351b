import type { CommandEnvironment, DockerfileFacts, DockerfileInstruction } from '../../model/index.ts';

/**
 * What ENV and ARG give to the processes of each instruction, by the instruction: those of its stage that stand before it, on top of those
 * of the stage that it is made from. A value with a variable in it is open.
 */
export function stageEnvironments({ instructions, stages }: Pick<DockerfileFacts, 'instructions' | 'stages'>): ReadonlyMap<DockerfileInstruction, readonly CommandEnvironment[]> {
	const found = new Map<DockerfileInstruction, readonly CommandEnvironment[]>();
	const left = new Map<string, readonly CommandEnvironment[]>();
	let known: readonly CommandEnvironment[] = [];
	for (const instruction of instructions) {
		const { keyword, stage, value } = instruction;
		if (keyword === 'FROM') {
			known = left.get(value.trim().split(/\s+/).find(word => !word.startsWith('--'))?.toLowerCase() ?? '') ?? [];
		} else if (stage >= 0 && (keyword === 'ENV' || keyword === 'ARG')) {
			known = [...known, ...assignments(instruction)];
		}
		const name = stages[stage]?.name;
		// An ARG ends with its stage, an ENV does not; for what is asked here both count.
		if (name !== undefined) { left.set(name, known); }
		found.set(instruction, known);
	}
	return found;
}

/** `NAME=value …` with its quotes taken off, or the old `NAME the value`. */
function assignments({ keyword, value, span }: DockerfileInstruction): readonly CommandEnvironment[] {
	const entry = (name: string, written: string): CommandEnvironment => {
		const plain = written.replace(/^(["'])(.*)\1$/s, '$2');
		return { name, value: { span, text: written, value: plain, open: /\$/.test(plain) ? [name] : [] }, scope: 'script' };
	};
	const old = keyword === 'ENV' ? /^\s*([A-Za-z_]\w*)[ \t]+(?!=)(\S.*)$/s.exec(value) : null;
	if (old && !/^\s*[A-Za-z_]\w*=/.test(value)) { return [entry(old[1]!, old[2]!.trim())]; }
	return [...value.matchAll(/(?:^|\s)([A-Za-z_]\w*)=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)/gs)].map(match => entry(match[1]!, match[2]!));
}
