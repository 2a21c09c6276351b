import type { DockerfileInstruction } from '../../model/index.ts';
import { headOf, upperCase } from './instructionHead.ts';
import { scanInstructions, type RawInstruction } from './scanInstructions.ts';
import type { Source } from './source.ts';

/** All instructions of a Dockerfile that BuildKit does not refuse, in order. */
export function readInstructions(source: Source): readonly DockerfileInstruction[] {
	const instructions: DockerfileInstruction[] = [];
	let stage = -1;
	scanInstructions(source.text, raw => {
		if (raw.head.keyword === 'from') { stage++; }
		instructions.push(instructionOf(raw, stage, source));
	});
	return instructions;
}

function instructionOf({ head, line, end }: RawInstruction, stage: number, source: Source): DockerfileInstruction {
	const { keyword, keywordStart, keywordEnd, argsStart, argsEnd } = head;
	const instruction = {
		keyword: upperCase(keyword),
		span: source.place({ start: line.start, end }),
		keywordSpan: source.span(line, { start: keywordStart, end: keywordEnd }),
		stage,
		value: line.text.slice(argsStart, argsEnd),
	};
	return keyword === 'onbuild' ? { ...instruction, onbuild: upperCase(headOf(line.text, argsStart, argsEnd).keyword) } : instruction;
}
